package org.mingqu.warrant;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/// An SM2 key of warrants: with its private half it signs, without it it only checks. Files hold hex text.
///
/// Source: GB/T 32918.2-2016 (SM2 signatures) over the curve sm2p256v1, with SM3 and the identity
/// `1234567812345678`.
public final class WarrantKey {

    private static final ECDomainParameters CURVE = domain();
    private static final byte[] PURPOSE = "mingqu-warrant-v1\n".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable ECPrivateKeyParameters secret;
    private final ECPublicKeyParameters open;

    private WarrantKey(@Nullable ECPrivateKeyParameters secret, ECPublicKeyParameters open) {
        this.secret = secret;
        this.open = open;
    }

    private static ECDomainParameters domain() {
        var curve = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }

    /// A new pair.
    public static WarrantKey generate() {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, RANDOM));
        var pair = generator.generateKeyPair();
        return new WarrantKey((ECPrivateKeyParameters) pair.getPrivate(), (ECPublicKeyParameters) pair.getPublic());
    }

    /// Reads a private key's file.
    public static WarrantKey readPrivate(Path file) throws IOException {
        var secret = new BigInteger(Files.readString(file).strip(), 16);
        var point = new FixedPointCombMultiplier().multiply(CURVE.getG(), secret);
        return new WarrantKey(new ECPrivateKeyParameters(secret, CURVE), new ECPublicKeyParameters(point, CURVE));
    }

    /// Reads a public key's file.
    public static WarrantKey readPublic(Path file) throws IOException {
        return ofPublic(Files.readString(file).strip());
    }

    /// A key that only checks.
    ///
    /// @param hex the point, uncompressed
    public static WarrantKey ofPublic(String hex) {
        var point = CURVE.getCurve().decodePoint(HexFormat.of().parseHex(hex));
        return new WarrantKey(null, new ECPublicKeyParameters(point, CURVE));
    }

    /// The public half as hex of the uncompressed point.
    public String publicHex() {
        return HexFormat.of().formatHex(open.getQ().getEncoded(false));
    }

    String privateHex() {
        if (secret == null) {
            throw new IllegalStateException("this warrant key has no private half");
        }
        return "%064x".formatted(secret.getD());
    }

    /// The first 16 hex digits of the SM3 of the public point.
    public String id() {
        var digest = new SM3Digest();
        var point = open.getQ().getEncoded(false);
        digest.update(point, 0, point.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    byte[] sign(byte[] message) {
        if (secret == null) {
            throw new IllegalStateException("this warrant key has no private half and cannot sign");
        }
        var signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(secret, RANDOM));
        signer.update(PURPOSE, 0, PURPOSE.length);
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 signing failed", e);
        }
    }

    boolean holds(byte[] message, byte[] signature) {
        var signer = new SM2Signer();
        signer.init(false, open);
        signer.update(PURPOSE, 0, PURPOSE.length);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }
}
