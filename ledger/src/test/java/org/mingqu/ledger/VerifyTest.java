package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final SigningKey key = SigningKey.generate();

    @TempDir
    Path directory;

    private Path log;
    private Path publicKey;
    private Path receipt;
    private Path witness;
    private String printed = "";

    @BeforeEach
    void write() throws IOException {
        log = directory.resolve("log");
        publicKey = directory.resolve("key.pem");
        receipt = directory.resolve("receipt.json");
        witness = directory.resolve("checkpoint.json");
        key.verifyingKey().store(publicKey);
        try (var file = LogFile.open(log)) {
            file.append(LogFileTest.entries(0, 5));
            Files.writeString(witness, file.checkpoint("存证", key, NOW).toJson());
            Files.writeString(receipt, file.receipt(3).toJson());
        }
    }

    @Test
    void a_whole_log_holds() {
        assertThat(verify(log)).isEqualTo(Verify.HOLDS);
        assertThat(printed).isEqualTo("The log holds: 5 entries, 5 of them proved by 1 signed checkpoints.\n");
    }

    @Test
    void a_changed_entry_is_named_in_both_languages() throws IOException {
        edit(log.resolve("entries.jsonl"), "\"n\":2", "\"n\":7");

        assertThat(verify(log)).isEqualTo(Verify.FAILS);
        assertThat(printed).isEqualTo("""
                        The log does not hold (entries: 5; faults: 1).
                        ✗ Entry 2 was changed after it was entered.
                        """);
        assertThat(verify(log, "--lang", "zh")).isEqualTo(Verify.FAILS);
        assertThat(printed).isEqualTo("""
                        存证库核验不通过：5 条存证中发现 1 处问题。
                        ✗ 编号 2 的存证内容在存入之后被更改。
                        """);
    }

    @Test
    void the_report_is_there_for_programs_too() throws IOException {
        edit(log.resolve("entries.jsonl"), "\"n\":2", "\"n\":7");

        assertThat(verify(log, "--json")).isEqualTo(Verify.FAILS);

        var report = Json.read(printed.strip().getBytes(UTF_8));
        assertThat(report.path("holds").booleanValue()).isFalse();
        assertThat(report.path("entries").intValue()).isEqualTo(5);
        assertThat(report.path("faults").path(0).path("code").stringValue()).isEqualTo("entry.changed");
        assertThat(report.path("faults").path(0).path("index").intValue()).isEqualTo(2);
    }

    @Test
    void a_receipt_holds_however_it_is_laid_out() throws IOException {
        var pretty = Json.MAPPER.readTree(Files.readString(receipt)).toPrettyString();
        Files.writeString(receipt, pretty);

        assertThat(verify(receipt)).isEqualTo(Verify.HOLDS);
        assertThat(printed)
                .isEqualTo("The receipt holds: entry 3 stands in the log \"存证\" as of 2026-03-02T01:00:00Z.\n");
    }

    @Test
    void a_changed_receipt_names_its_entry() throws IOException {
        edit(receipt, "\"n\":3", "\"n\":4");

        assertThat(verify(receipt)).isEqualTo(Verify.FAILS);
        assertThat(printed).contains("Entry 3 or its proof was changed");
    }

    @Test
    void a_file_that_is_no_receipt_does_not_hold() throws IOException {
        Files.writeString(receipt, "{}");

        assertThat(verify(receipt)).isEqualTo(Verify.FAILS);
        assertThat(printed).contains("The receipt cannot be read.");
    }

    @Test
    void another_key_does_not_do() {
        SigningKey.generate().verifyingKey().store(publicKey);

        assertThat(verify(log)).isEqualTo(Verify.FAILS);
        assertThat(printed).contains("was signed with the key " + key.id());
        assertThat(verify(receipt)).isEqualTo(Verify.FAILS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_witness_brings_a_checkpoint_or_a_receipt(boolean asReceipt) throws IOException {
        try (var paths = Files.list(log)) {
            for (var file : paths.toList()) {
                Files.delete(file);
            }
        }
        try (var file = LogFile.open(log)) {
            file.append(LogFileTest.entries(0, 4));
            file.checkpoint("存证", key, NOW);
        }

        assertThat(verify(log)).isEqualTo(Verify.HOLDS);
        assertThat(verify(log, "--witness", (asReceipt ? receipt : witness).toString()))
                .isEqualTo(Verify.FAILS);
        assertThat(printed).contains("a witness has a checkpoint over 5 entries, but the log ends at 4");
    }

    @Test
    void notes_are_faults_if_that_is_asked_for() {
        try (var file = LogFile.open(log)) {
            file.append(LogFileTest.entry(5));
        }

        assertThat(verify(log)).isEqualTo(Verify.HOLDS);
        assertThat(printed).contains("· The entries 5 to 5 are not covered by a checkpoint");
        assertThat(verify(log, "--strict")).isEqualTo(Verify.FAILS);
    }

    @Test
    void what_cannot_be_done_is_said() throws IOException {
        assertThat(run("--key", publicKey.toString())).isEqualTo(Verify.NOT_DONE);
        assertThat(printed).startsWith("Usage: ");
        assertThat(run(log.toString())).isEqualTo(Verify.NOT_DONE);
        assertThat(run(log.toString(), "--key")).isEqualTo(Verify.NOT_DONE);
        assertThat(verify(log, "--nonsense")).isEqualTo(Verify.NOT_DONE);
        assertThat(verify(directory.resolve("nowhere"))).isEqualTo(Verify.NOT_DONE);
        assertThat(printed).startsWith("There is neither a log nor a receipt at ");
        assertThat(verify(directory)).isEqualTo(Verify.NOT_DONE);
        assertThat(verify(log, "--witness", publicKey.toString())).isEqualTo(Verify.NOT_DONE);
        Files.writeString(publicKey, "nonsense");
        assertThat(verify(log)).isEqualTo(Verify.NOT_DONE);
        assertThat(printed).contains("cannot be read as an SM2 public key");
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_has_its_sentence_in_both_languages(Fault.Kind kind) {
        assertThat(FaultText.of(Fault.of(kind, 7), Locale.CHINESE)).isNotBlank();
        assertThat(FaultText.of(Fault.of(kind, 7), Locale.ENGLISH)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"faults", "verify"})
    void both_languages_say_the_same_things_with_the_same_parameters(String name) throws IOException {
        var chinese = properties(name + "_zh.properties");
        var english = properties(name + "_en.properties");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (var key : chinese.stringPropertyNames()) {
            assertThat(parameters(chinese.getProperty(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(parameters(english.getProperty(key)));
        }
    }

    private int verify(Path target, String... more) {
        return run(Stream.concat(Stream.of("verify", target.toString(), "--key", publicKey.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var code = Verify.run(new PrintStream(bytes, true, UTF_8), Locale.ENGLISH, arguments);
        printed = bytes.toString(UTF_8);
        return code;
    }

    private static void edit(Path file, String before, String after) throws IOException {
        Files.writeString(file, Files.readString(file).replace(before, after));
    }

    private static Properties properties(String file) throws IOException {
        var properties = new Properties();
        try (var text = Files.newBufferedReader(
                Path.of("src/main/resources/org/mingqu/ledger").resolve(file))) {
            properties.load(text);
        }
        return properties;
    }

    private static List<String> parameters(String text) {
        return Pattern.compile("\\{[a-zA-Z]+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
