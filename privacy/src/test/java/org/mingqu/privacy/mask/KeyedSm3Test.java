package org.mingqu.privacy.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyedSm3Test {

    @Test
    void codes_are_hmac_by_its_definition_one_after_the_other_and_for_every_length_up_to_five_blocks() {
        var key = new byte[48];
        new Random(1).nextBytes(key);
        var codes = new KeyedSm3(key).codes();
        for (var length = 0; length <= 320; length++) {
            var random = new Random(length);
            var first = new byte[random.nextInt(length + 1)];
            var second = new byte[length - first.length];
            random.nextBytes(first);
            random.nextBytes(second);
            var inner = digest(padded(key, 0x36), first, second);
            assertThat(codes.of(first, second))
                    .as("length and seed %d", length)
                    .isEqualTo(digest(padded(key, 0x5C), inner));
        }
    }

    @Test
    void a_key_longer_than_a_block_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyedSm3(new byte[65]));
    }

    private static byte[] padded(byte[] key, int pad) {
        var block = Arrays.copyOf(key, 64);
        for (var i = 0; i < block.length; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }

    private static byte[] digest(byte[]... parts) {
        var digest = new SM3Digest();
        for (var part : parts) {
            digest.update(part, 0, part.length);
        }
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }
}
