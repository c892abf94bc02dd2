package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EntryTest {

    /// The example of RFC 8785 section 3.2.2, but for the one number that is above 2^53.
    @Test
    void the_form_is_that_of_rfc_8785() {
        var entry = Entry.of(Json.MAPPER.readTree("""
                        {
                          "numbers": [4.50, 2e-3, 0.000000000000000000000000001],
                          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                          "literals": [null, true, false]
                        }"""));

        assertThat(entry)
                .hasToString("{\"literals\":[null,true,false],\"numbers\":[4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /// RFC 8785 section 3.2.3: by UTF-16 code units.
    @Test
    void names_are_sorted_as_rfc_8785_sorts_them() {
        var entry = Entry.of(Map.of("€", 1, "\r", 2, "\ufb33", 3, "1", 4, "😂", 5, "\u0080", 6, "ö", 7));

        assertThat(entry).hasToString("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😂\":5,\"\ufb33\":3}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1.0, 1",
        "100, 100",
        "1e2, 100",
        "-12.50, -12.5",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "-0.00000015, -1.5e-7",
        "9007199254740991, 9007199254740991",
        "333333333.3333333, 333333333.3333333"
    })
    void a_number_is_written_in_one_way(String number, String written) {
        assertThat(entry(number)).hasToString("{\"n\":%s}".formatted(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "0.12345678901234567890", "1e400", "-9223372036854775808"})
    void a_number_that_would_be_rounded_is_refused(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(number)).withMessageContaining("enter it as text");
    }

    @Test
    void facts_of_the_usual_kinds_can_be_entered() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("when", Instant.parse("2026-03-02T01:00:00Z"));
        facts.put("day", LocalDate.of(2026, 3, 2));
        facts.put("who", UUID.fromString("00000000-0000-0000-0000-000000000001"));
        facts.put("amount", new BigDecimal("12.30"));
        facts.put("parties", List.of("甲", "乙"));
        facts.put("nothing", null);

        assertThat(Entry.of(facts))
                .hasToString("{\"amount\":12.3,\"day\":\"2026-03-02\",\"nothing\":null,\"parties\":[\"甲\",\"乙\"],"
                        + "\"when\":\"2026-03-02T01:00:00Z\",\"who\":\"00000000-0000-0000-0000-000000000001\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":2}",
                "{\"a\": 1}",
                "{\"a\":1.0}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1} ",
                "{\"a\":1}{}",
                "[1]",
                "{",
                "",
                "null"
            })
    void bytes_that_are_not_canonical_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.of(text.getBytes(UTF_8)));
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.of(Map.of("a", "\ud83d")));
    }

    @Test
    void canonical_bytes_are_taken_as_they_are() {
        var bytes = "{\"a\":1,\"名\":\"值\"}".getBytes(UTF_8);

        assertThat(Entry.of(bytes).bytes()).isEqualTo(bytes);
        assertThat(Entry.of(bytes)).isEqualTo(Entry.of(Map.of("名", "值", "a", 1)));
    }

    private static Entry entry(String number) {
        return Entry.of(Json.MAPPER.readTree("{\"n\":%s}".formatted(number)));
    }
}
