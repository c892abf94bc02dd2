package org.mingqu.privacy.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Each disguise by name, on made-up numbers and names; and what must not alarm.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RawValueIndexTest {

    private static final int RECORDS = 2000;

    private final Random random = new Random(5);
    private final List<String> accounts = made(i -> "GM-%07d-%c".formatted(random.nextInt(10_000_000), 'A' + i % 26));
    private final List<String> names = made(i -> han() + han() + han());
    private final List<String> sexes = made(i -> random.nextBoolean() ? "男" : "女");
    private final List<String> years = made(i -> "" + (1990 + random.nextInt(36)));
    private final List<String> amounts = made(i -> "" + random.nextInt(10_000));
    private final RawValueIndex index = new RawValueIndex(10);

    RawValueIndexTest() {
        index.add("account", accounts);
        index.add("name", names);
        index.add("sex", sexes);
        index.add("year", years);
        index.add("amount", amounts);
    }

    private static List<String> made(java.util.function.IntFunction<String> value) {
        return IntStream.range(0, RECORDS).mapToObj(value).toList();
    }

    private String han() {
        return Character.toString(0x4E00 + random.nextInt(3000));
    }

    @Test
    void a_renamed_column_is_found() {
        check(value -> value, Disguise.NONE);
    }

    @Test
    void a_column_in_other_case_and_width_with_spaces_and_without_punctuation_is_found() {
        check(value -> " " + value.toLowerCase(Locale.ROOT).replace("-", " "), Disguise.NORMALISED);
        check(
                value -> value.chars()
                        .map(c -> c > ' ' && c < 127 ? c + 0xFEE0 : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                Disguise.NORMALISED);
    }

    @Test
    void a_reversed_column_is_found() {
        check(value -> new StringBuilder(value).reverse().toString(), Disguise.REVERSED);
    }

    @Test
    void a_column_hashed_by_md5_sha1_or_sha256_is_found_in_hexadecimal_and_base64() {
        for (var name : List.of("MD5", "SHA-1", "SHA-256")) {
            check(value -> HexFormat.of().formatHex(digest(name, value)), Disguise.HASHED);
            check(value -> HexFormat.of().withUpperCase().formatHex(digest(name, value)), Disguise.HASHED);
            check(value -> Base64.getEncoder().encodeToString(digest(name, value)), Disguise.HASHED);
            check(
                    value -> Base64.getUrlEncoder().withoutPadding().encodeToString(digest(name, value)),
                    Disguise.HASHED);
        }
    }

    @Test
    void a_column_hashed_by_sm3_is_found() {
        check(value -> HexFormat.of().formatHex(sm3(value)), Disguise.HASHED);
        check(value -> Base64.getEncoder().encodeToString(sm3(value)), Disguise.HASHED);
    }

    @Test
    void a_column_with_something_before_it_or_after_it_or_between_separators_is_found() {
        check(value -> "X9" + value, Disguise.CONCATENATED);
        check(value -> value + "/2024", Disguise.CONCATENATED);
        check(value -> "k=" + value.replace("-", "") + ";v=1", Disguise.CONCATENATED);
    }

    @Test
    void two_columns_joined_are_both_found() {
        var joined = IntStream.range(0, 50)
                .mapToObj(i -> names.get(i) + accounts.get(i))
                .toList();
        assertThat(index.copied(joined)).extracting(CopiedColumn::column).containsExactly("account", "name");
    }

    @Test
    void a_few_copied_values_among_many_others_are_found() {
        var mixed = new ArrayList<>(
                IntStream.range(0, 500).mapToObj(i -> "group " + i).toList());
        mixed.addAll(accounts.subList(0, 4));
        assertThat(index.copied(mixed)).singleElement().satisfies(copied -> {
            assertThat(copied.column()).isEqualTo("account");
            assertThat(copied.found()).isEqualTo(4);
        });
    }

    @Test
    void values_that_many_share_do_not_alarm() {
        assertThat(index.copied(sexes)).isEmpty();
        assertThat(index.copied(years)).isEmpty();
        assertThat(index.copied(List.of("男", "女", "2024", "2025"))).isEmpty();
    }

    @Test
    void numbers_of_a_result_do_not_alarm_because_a_column_holds_many_numbers() {
        var dense = new RawValueIndex(10);
        dense.add(
                "amount",
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "" + random.nextInt(10_000_000))
                        .toList());
        for (var seed = 0; seed < 50; seed++) {
            var results = new Random(seed)
                    .ints(300, 0, 10_000_000)
                    .mapToObj(i -> "" + i)
                    .toList();
            assertThat(dense.copied(results)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void digests_under_a_key_do_not_alarm() {
        assertThat(index.copied(accounts.stream()
                        .map(value -> HexFormat.of().formatHex(sm3("key" + value)))
                        .toList()))
                .isEmpty();
    }

    private void check(UnaryOperator<String> disguised, Disguise disguise) {
        for (var values : List.of(accounts, names)) {
            var result = values.subList(0, 40).stream().map(disguised).toList();
            assertThat(lookingFor(result).copied(result))
                    .as("an index as small as the result finds the same")
                    .isEqualTo(index.copied(result));
        }
        assertThat(index.copied(accounts.subList(0, 40).stream().map(disguised).toList()))
                .singleElement()
                .satisfies(copied -> {
                    assertThat(copied.column()).isEqualTo("account");
                    assertThat(copied.disguise()).isEqualTo(disguise);
                    assertThat(copied.found()).isEqualTo(40);
                });
        assertThat(index.copied(names.subList(0, 40).stream().map(disguised).toList()))
                .as("names")
                .singleElement()
                .extracting(CopiedColumn::column)
                .isEqualTo("name");
    }

    private RawValueIndex lookingFor(List<String> result) {
        var small = RawValueIndex.lookingFor(10, List.of(result));
        small.add("account", accounts);
        small.add("name", names);
        small.add("sex", sexes);
        small.add("year", years);
        small.add("amount", amounts);
        return small;
    }

    private static byte[] digest(String name, String value) {
        try {
            return MessageDigest.getInstance(name).digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] sm3(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }
}
