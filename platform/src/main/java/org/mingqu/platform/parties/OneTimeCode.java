package org.mingqu.platform.parties;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time codes of six digits.
///
/// Source: RFC 6238 over RFC 4226, SHA-1, steps of 30 s; one step before and after is accepted.
final class OneTimeCode {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP = 30;
    private static final int MODULUS = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCode() {}

    static String newSecret() {
        var text = new StringBuilder();
        for (var i = 0; i < 32; i++) {
            text.append(BASE32.charAt(RANDOM.nextInt(BASE32.length())));
        }
        return text.toString();
    }

    static String uri(String issuer, String username, String secret) {
        var label = java.net.URLEncoder.encode(issuer + ":" + username, java.nio.charset.StandardCharsets.UTF_8);
        return "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(label, secret, java.net.URLEncoder.encode(issuer, java.nio.charset.StandardCharsets.UTF_8));
    }

    static long stepAt(Instant now) {
        return now.getEpochSecond() / STEP;
    }

    /// The step for which a code is right, later than the one used last; empty if it is wrong or used.
    static OptionalLong check(String secret, String code, Instant now, long lastStep) {
        for (var step = stepAt(now) - 1; step <= stepAt(now) + 1; step++) {
            if (step > lastStep && code(secret, step).equals(code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String code(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks HmacSHA1", e);
        }
    }

    private static byte[] decode(String secret) {
        var bytes = new ByteArrayOutputStream();
        var bits = 0;
        var held = 0;
        for (var i = 0; i < secret.length(); i++) {
            held = (held << 5) | BASE32.indexOf(secret.charAt(i));
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
