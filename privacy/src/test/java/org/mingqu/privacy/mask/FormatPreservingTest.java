package org.mingqu.privacy.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.engines.AESEngine;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatPreservingTest {

    private static final byte[] KEY = HexFormat.of().parseHex("2B7E151628AED2A6ABF7158809CF4F3C");

    @Test
    void over_another_cipher_the_samples_of_the_standard_come_out() {
        // NIST SP 800-38G, FF1 samples 1 to 3 (AES-128)
        assertThat(sample(FormatPreserving.DIGITS, "", "0123456789")).isEqualTo("2433477484");
        assertThat(sample(FormatPreserving.DIGITS, "39383736353433323130", "0123456789"))
                .isEqualTo("6124200773");
        assertThat(sample("0123456789abcdefghijklmnopqrstuvwxyz", "3737373770717273373737", "0123456789abcdefghi"))
                .isEqualTo("a9tv40mll9kdu509eum");
    }

    private static String sample(String alphabet, String tweak, String value) {
        var over = new FormatPreserving(AESEngine::newInstance, KEY, alphabet);
        return over.changed(true, HexFormat.of().parseHex(tweak), value);
    }

    @Test
    void a_value_keeps_its_form_and_comes_back_with_the_key_only() {
        var here = new FormatPreserving(KEY, FormatPreserving.DIGITS);
        var there = new FormatPreserving(new byte[FormatPreserving.KEY_BYTES], FormatPreserving.DIGITS);
        for (var seed = 0; seed < 200; seed++) {
            var value = "1%010d".formatted(new Random(seed).nextLong(10_000_000_000L));
            var written = value.substring(0, 3) + "-" + value.substring(3, 7) + "-" + value.substring(7);
            var other = here.encrypt("mobile", written);
            assertThat(other)
                    .as("seed %d", seed)
                    .matches("\\d{3}-\\d{4}-\\d{4}")
                    .isNotEqualTo(written);
            assertThat(here.decrypt("mobile", other)).as("seed %d", seed).isEqualTo(written);
            assertThat(there.decrypt("mobile", other)).as("seed %d", seed).isNotEqualTo(written);
            assertThat(here.encrypt("account", written)).as("seed %d", seed).isNotEqualTo(other);
        }
    }

    @Test
    void no_two_values_become_one() {
        var here = new FormatPreserving(KEY, FormatPreserving.CREDIT_CODE);
        var seen = new HashSet<String>();
        for (var i = 0; i < 2_000; i++) {
            seen.add(here.encrypt("", "91440300MA5G%06d".formatted(i)));
        }
        assertThat(seen)
                .hasSize(2_000)
                .allMatch(code -> code.matches("[%s]{18}".formatted(FormatPreserving.CREDIT_CODE)));
    }

    @Test
    void a_form_that_too_few_values_have_is_refused() {
        var here = new FormatPreserving(KEY, FormatPreserving.DIGITS);
        assertThatIllegalArgumentException().isThrownBy(() -> here.encrypt("", "12345"));
        assertThatIllegalArgumentException().isThrownBy(() -> here.encrypt("", "no digit at all"));
        assertThatIllegalArgumentException().isThrownBy(() -> new FormatPreserving(KEY, "00"));
        assertThatIllegalArgumentException().isThrownBy(() -> new FormatPreserving(new byte[8], "01"));
    }
}
