package org.mingqu.enclave.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What is sealed opens as it was, with its own key and name, or not at all (art. 29-32)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealTest {

    private static final int CHUNK = 1 << 20;

    @TempDir
    Path folder;

    private DataKey key(SealCipher cipher, String purpose) throws Exception {
        return MasterKey.at(folder.resolve("master"), cipher).create(folder.resolve("key"), purpose);
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource(SealCipher.class)
    void every_length_around_the_chunks_comes_back(SealCipher cipher) throws Exception {
        var key = key(cipher, "p");
        for (var length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7}) {
            var file = folder.resolve("f" + length);
            key.seal(new ByteArrayInputStream(bytes(length)), file, "data");

            assertThat(key.open(file, "data")).as("%s %d", cipher, length).isEqualTo(bytes(length));
        }
    }

    @Test
    void a_changed_byte_anywhere_breaks_the_seal() throws Exception {
        var key = key(SealCipher.SM4, "p");
        var file = folder.resolve("f");
        key.seal(bytes(300), file, "data");
        var sealed = Files.readAllBytes(file);
        for (var i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> key.open(file, "data")).as("byte " + i).isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void a_file_cut_at_a_chunk_or_with_chunks_exchanged_is_refused() throws Exception {
        var key = key(SealCipher.SM4, "p");
        var file = folder.resolve("f");
        key.seal(bytes(2 * CHUNK + 5), file, "data");
        var sealed = Files.readAllBytes(file);
        var header = 4 + 1 + 16;
        var chunk = 5 + CHUNK + 16;

        Files.write(file, Arrays.copyOf(sealed, header + 2 * chunk));
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> key.open(file, "data"));

        var exchanged = sealed.clone();
        System.arraycopy(sealed, header, exchanged, header + chunk, chunk);
        System.arraycopy(sealed, header + chunk, exchanged, header, chunk);
        Files.write(file, exchanged);
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> key.open(file, "data"));
    }

    @Test
    void another_name_or_another_key_does_not_open_it() throws Exception {
        var master = MasterKey.at(folder.resolve("master"), SealCipher.SM4);
        var key = master.create(folder.resolve("one"), "one");
        var other = master.create(folder.resolve("other"), "other");
        var file = folder.resolve("f");
        key.seal(bytes(100), file, "data");

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> key.open(file, "facts"));
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> other.open(file, "data"));
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> master.open(folder.resolve("one"), "other"));
    }

    @Test
    void a_destroyed_key_is_gone() throws Exception {
        var master = MasterKey.at(folder.resolve("master"), SealCipher.SM4);
        master.create(folder.resolve("key"), "p");
        Durable.destroy(folder.resolve("key"));

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> master.open(folder.resolve("key"), "p"));
    }

    @Test
    void what_one_cipher_sealed_opens_after_the_other_was_chosen() throws Exception {
        var key = key(SealCipher.AES, "p");
        key.seal(bytes(100), folder.resolve("f"), "data");

        var later = MasterKey.at(folder.resolve("master"), SealCipher.SM4).open(folder.resolve("key"), "p");
        assertThat(later.open(folder.resolve("f"), "data")).isEqualTo(bytes(100));
    }

    @Test
    void stand_ins_of_many_values_are_those_of_each_alone() throws Exception {
        var key = key(SealCipher.SM4, "p");
        var values = IntStream.range(0, 10_000).mapToObj(i -> "居民" + i).toList();
        try (var pseudonyms = key.pseudonyms()) {
            var tokens = pseudonyms.of("", values);
            for (var i = 0; i < values.size(); i += 99) {
                var alone = key.token(DataKey.Use.PSEUDONYM, values.get(i).getBytes(StandardCharsets.UTF_8));
                assertThat(tokens.get(i)).isEqualTo(HexFormat.of().formatHex(alone, 0, alone.length / 2));
            }
        }
    }
}
