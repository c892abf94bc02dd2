package org.mingqu.privacy.mask;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Values of the same form for tests: a number of eleven digits becomes another of eleven digits, with what
/// stands between left in its place. Programs that check lengths and characters run on them; who has the key
/// can turn them back.
///
/// *Protects:* without the key a value cannot be turned back or told from a random one of its form.
///
/// *Does not protect:* what is equal stays equal, as with a pseudonym; lengths and separators stay; a check
/// digit does not fit any more. Fewer than a million possible values could be tried through a program that
/// answers, so they are refused. It is for test data: for what leaves, take [Pseudonyms], which need not be
/// turned back.
///
/// FF1 (NIST SP 800-38G) over SM4 (GB/T 32907-2016).
public final class FormatPreserving {

    /// Digits.
    public static final String DIGITS = "0123456789";

    /// Digits and capitals without I, O, S, V and Z, of which unified social credit codes are made (GB
    /// 32100-2015).
    public static final String CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// The length of a key, in bytes.
    public static final int KEY_BYTES = 16;

    private static final double LEAST_VALUES = 1e6;

    private final Supplier<BlockCipher> cipher;
    private final KeyParameter key;
    private final String alphabet;

    /// An encryption over the characters of an alphabet.
    ///
    /// @param key 16 random bytes; copied
    /// @param alphabet 2 to 256 different characters that are encrypted; all others stay where they are
    /// @throws IllegalArgumentException if the key has another length or a character is there twice
    public FormatPreserving(byte[] key, String alphabet) {
        this(SM4Engine::new, key, alphabet);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key must have %d bytes, but had %d".formatted(KEY_BYTES, key.length));
        }
    }

    FormatPreserving(Supplier<BlockCipher> cipher, byte[] key, String alphabet) {
        if (alphabet.length() < 2
                || alphabet.length() > 256
                || alphabet.chars().distinct().count() < alphabet.length()) {
            throw new IllegalArgumentException("an alphabet has 2 to 256 different characters");
        }
        this.cipher = cipher;
        this.key = new KeyParameter(key);
        this.alphabet = alphabet;
    }

    /// The value encrypted.
    ///
    /// @param kind of the value, so that the same digits as a telephone number and as an account become others
    /// @throws IllegalArgumentException if fewer than a million values have this form
    public String encrypt(String kind, String value) {
        return changed(true, kind.getBytes(StandardCharsets.UTF_8), value);
    }

    /// The value that was encrypted.
    ///
    /// @param kind as it was encrypted with
    /// @throws IllegalArgumentException if fewer than a million values have this form
    public String decrypt(String kind, String value) {
        return changed(false, kind.getBytes(StandardCharsets.UTF_8), value);
    }

    String changed(boolean forward, byte[] tweak, String value) {
        var places = (int) value.chars().filter(c -> alphabet.indexOf(c) >= 0).count();
        if (Math.pow(alphabet.length(), places) < LEAST_VALUES) {
            throw new IllegalArgumentException("only %d characters can be encrypted: too few".formatted(places));
        }
        var numbers = new byte[places];
        var next = 0;
        for (var i = 0; i < value.length(); i++) {
            var number = alphabet.indexOf(value.charAt(i));
            if (number >= 0) {
                numbers[next++] = (byte) number;
            }
        }
        var engine = new FPEFF1Engine(cipher.get());
        engine.init(forward, new FPEParameters(key, alphabet.length(), tweak));
        var out = new byte[numbers.length];
        engine.processBlock(numbers, 0, numbers.length, out, 0);
        Arrays.fill(numbers, (byte) 0);
        var text = new StringBuilder(value);
        next = 0;
        for (var i = 0; i < text.length(); i++) {
            if (alphabet.indexOf(text.charAt(i)) >= 0) {
                text.setCharAt(i, alphabet.charAt(out[next++] & 0xFF));
            }
        }
        return text.toString();
    }
}
