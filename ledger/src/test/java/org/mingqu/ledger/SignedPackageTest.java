package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A package can be checked offline, and no byte of it can be changed unseen")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedPackageTest {

    @TempDir
    Path directory;

    private final SigningKey key = SigningKey.generate();
    private Path file = Path.of("");

    @BeforeEach
    void a_package() throws IOException {
        file = directory.resolve("a.zip");
        Files.write(file, made("a text", "another"));
    }

    private byte[] made(String first, String second) {
        var files = new TreeMap<String, byte[]>();
        files.put("first.txt", first.getBytes(UTF_8));
        files.put("second.txt", second.getBytes(UTF_8));
        files.put(SignedPackage.RECEIPTS + "1.json", receipt().toJson().getBytes(UTF_8));
        return SignedPackage.write("test", Map.of("number", "1"), files, key);
    }

    private Receipt receipt() {
        var entry = Entry.of(Map.of("act", "filed"));
        var tree = MerkleTree.of(HashFunction.SM3, java.util.List.of(entry.leaf()));
        var checkpoint = Checkpoint.sign("test", 1, tree.root(), java.time.Instant.parse("2026-01-01T00:00:00Z"), key);
        return Receipt.of(entry, 0, tree, checkpoint);
    }

    private Report report() {
        return new Verifier(key.verifyingKey()).verifyPackage(file);
    }

    @Test
    void what_was_signed_holds_with_the_receipts_in_it() {
        assertThat(report().holds()).as("%s", report().faults()).isTrue();
        assertThat(report().proved()).isEqualTo(1);
    }

    @Test
    void a_changed_file_is_named() throws IOException {
        var bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("another", "anothes");
        Files.writeString(file, bytes, java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(report().faults()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Fault.Kind.PACKAGE_CHANGED);
            assertThat(it.parameters()).containsEntry("file", "second.txt");
            assertThat(FaultText.of(it, Locale.CHINESE)).contains("second.txt");
        });
    }

    @Test
    void not_one_byte_of_it_can_be_changed_unseen() throws IOException {
        var whole = Files.readAllBytes(file);
        for (var at = 0; at < whole.length; at++) {
            var bytes = whole.clone();
            bytes[at] ^= 0x01;
            Files.write(file, bytes);
            assertThat(report().holds()).as("byte %d", at).isFalse();
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 1));
        assertThat(report().holds()).isFalse();
    }

    @Test
    void files_of_another_package_do_not_pass_for_its_own() throws IOException {
        var files = new TreeMap<String, byte[]>();
        files.put("third.txt", "x".getBytes(UTF_8));
        Files.write(file, SignedPackage.write("test", Map.of(), files, SigningKey.generate()));

        assertThat(report().faults()).extracting(Fault::kind).containsExactly(Fault.Kind.PACKAGE_KEY);
    }

    @Test
    void the_command_says_so_and_names_the_file() throws IOException {
        var pub = directory.resolve("key.pub");
        key.verifyingKey().store(pub);
        assertThat(run(pub)).isEqualTo(Verify.HOLDS);
        Files.write(file, "PK and nothing else".getBytes(UTF_8));
        assertThat(run(pub)).isEqualTo(Verify.FAILS);
    }

    private int run(Path pub) {
        var out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return Verify.run(out, Locale.ENGLISH, "verify", file.toString(), "--key", pub.toString());
    }
}
