package org.mingqu.privacy.risk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;

/// The forms in which values are compared.
final class Form {

    private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256");
    private static final List<Integer> LENGTHS = List.of(16, 20, 32);

    private Form() {}

    /// Letters and digits only, in compatibility form and lower case.
    static String normal(String value) {
        var text = new StringBuilder();
        Normalizer.normalize(value, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /// How much there is to guess of a normal form, in bits: a digit has 3.3, a Latin letter 4.7, any other 11.
    static double bits(String normal) {
        return normal.codePoints()
                .mapToDouble(c -> c <= '9' ? 3.32 : c <= 'z' ? 4.7 : 11)
                .sum();
    }

    /// The normal form as far as chance sees it: two values of one shape could as well be each other.
    static String shape(String normal) {
        return normal.codePoints()
                .map(c -> c <= '9' ? '0' : c <= 'z' ? 'a' : '文')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /// A text's fingerprint of 64 bits.
    static long print(String text) {
        return head(digest("SHA-256", text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The fingerprints of all digests of a text.
    static long[] digests(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var prints = new long[DIGESTS.size() + 1];
        for (var i = 0; i < DIGESTS.size(); i++) {
            prints[i] = head(digest(DIGESTS.get(i), bytes));
        }
        var sm3 = new SM3Digest();
        sm3.update(bytes, 0, bytes.length);
        var out = new byte[sm3.getDigestSize()];
        sm3.doFinal(out, 0);
        prints[DIGESTS.size()] = head(out);
        return prints;
    }

    /// The fingerprint of a digest that is written in hexadecimal or Base64, if the text can be one.
    static Optional<Long> writtenDigest(String text) {
        var plain = text.strip();
        try {
            var bytes = plain.matches("(?:[0-9a-fA-F]{2}){16,32}")
                    ? HexFormat.of().parseHex(plain)
                    : plain.matches("[A-Za-z0-9+/_-]{22,43}={0,2}")
                            ? Base64.getDecoder().decode(plain.replace('-', '+').replace('_', '/'))
                            : new byte[0];
            return LENGTHS.contains(bytes.length) ? Optional.of(head(bytes)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static long head(byte[] bytes) {
        var print = 0L;
        for (var b : Arrays.copyOf(bytes, Long.BYTES)) {
            print = print << Byte.SIZE | (b & 0xFF);
        }
        return print;
    }

    private static byte[] digest(String name, byte[] bytes) {
        try {
            return MessageDigest.getInstance(name).digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + name, missing);
        }
    }
}
