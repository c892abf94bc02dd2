package org.mingqu.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/// The signature of a call between two systems that share a secret: HMAC-SM3 (GB/T 15852.2) over time and body, in the
/// header `Mingqu-Signature: t=<second>,v1=<hex>`.
public final class CallSignature {

    /// The header that carries it.
    public static final String HEADER = "Mingqu-Signature";

    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final Duration FRESH = Duration.ofMinutes(5);

    private CallSignature() {}

    /// The header of a call.
    ///
    /// @param secret hex
    public static String of(String secret, Instant at, byte[] body) {
        var second = Long.toString(at.getEpochSecond());
        return "t=%s,v1=%s".formatted(second, mac(secret, second, body));
    }

    /// Whether whoever holds the secret has signed this body within the last five minutes.
    public static boolean holds(String header, String secret, Instant now, byte[] body) {
        var parts = FORM.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), now);
        return age.abs().compareTo(FRESH) <= 0
                && MessageDigest.isEqual(
                        mac(secret, parts.group(1), body).getBytes(StandardCharsets.US_ASCII),
                        parts.group(2).getBytes(StandardCharsets.US_ASCII));
    }

    private static String mac(String secret, String second, byte[] body) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(HexFormat.of().parseHex(secret)));
        var head = (second + ".").getBytes(StandardCharsets.UTF_8);
        mac.update(head, 0, head.length);
        mac.update(body, 0, body.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
