package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysTest {

    static final byte[] TEXT = "a text".getBytes(UTF_8);

    private final SigningKey key = SigningKey.generate();

    /// The example of GM/T 0003.5-2012, appendix A: the key, and the signature over "message digest".
    @Test
    void the_signature_is_that_of_the_standard() throws IOException {
        var example = VerifyingKey.of("04"
                + "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
        var r = new BigInteger("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3", 16);
        var s = new BigInteger("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA", 16);
        var order = Sm2.CURVE.getN();
        var signature = Base64.getEncoder().encodeToString(StandardDSAEncoding.INSTANCE.encode(order, r, s));

        assertThat(example.verifies("message digest".getBytes(UTF_8), signature))
                .isTrue();
        assertThat(SigningKey.of("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8")
                        .verifyingKey())
                .isEqualTo(example);
    }

    @Test
    void a_signature_holds_for_its_text_and_its_key_only() {
        var signature = key.sign(TEXT);

        assertThat(key.verifyingKey().verifies(TEXT, signature)).isTrue();
        assertThat(key.verifyingKey().verifies("another".getBytes(UTF_8), signature))
                .isFalse();
        assertThat(SigningKey.generate().verifyingKey().verifies(TEXT, signature))
                .isFalse();
    }

    @Test
    void no_bit_of_a_signature_is_free() {
        var signature = key.sign(TEXT).getBytes(UTF_8);

        for (var bit = 0; bit < 8 * signature.length; bit++) {
            var flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.verifyingKey().verifies(TEXT, new String(flipped, UTF_8)))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void keys_come_back_from_files_as_they_were(@TempDir Path directory) throws IOException {
        key.store(directory.resolve("signing.pem"));
        key.verifyingKey().store(directory.resolve("verifying.pem"));
        Files.writeString(directory.resolve("verifying.hex"), key.verifyingKey().hex() + "\n");

        assertThat(SigningKey.load(directory.resolve("signing.pem")).pem()).isEqualTo(key.pem());
        assertThat(VerifyingKey.load(directory.resolve("verifying.pem"))).isEqualTo(key.verifyingKey());
        assertThat(VerifyingKey.load(directory.resolve("verifying.hex"))).isEqualTo(key.verifyingKey());
        assertThat(Files.getPosixFilePermissions(directory.resolve("signing.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> key.store(directory.resolve("signing.pem")))
                .as("a key is not written over")
                .isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zz",
                "04",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
            })
    void what_is_not_a_key_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKey.of(text));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(text));
    }

    @Test
    void a_key_is_named_by_what_it_is() {
        assertThat(key.id())
                .matches("[0-9a-f]{16}")
                .isEqualTo(key.verifyingKey().id());
    }
}
