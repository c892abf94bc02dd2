package org.mingqu.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/// An SM2 public key: all that is needed to check what the holder of the [SigningKey] signed.
public final class VerifyingKey {

    private static final String PEM_TYPE = "PUBLIC KEY";
    private static final int KEY_ID_DIGITS = 16;

    private final ECPublicKeyParameters key;

    VerifyingKey(ECPublicKeyParameters key) {
        this.key = key;
    }

    /// Reads a key.
    ///
    /// @param text a PEM `PUBLIC KEY` (X.509 SubjectPublicKeyInfo), or the uncompressed point as 130
    ///     hexadecimal digits
    /// @throws IllegalArgumentException if it is neither, or not a key on the SM2 curve
    public static VerifyingKey of(String text) {
        try {
            return text.contains("-----") ? ofDer(Sm2.der(PEM_TYPE, text)) : ofPoint(text.strip());
        } catch (IOException e) {
            throw new IllegalArgumentException("not an SM2 public key", e);
        }
    }

    /// Reads a key from a file in either form of [#of(String)].
    ///
    /// @throws UncheckedIOException if the file cannot be read
    public static VerifyingKey load(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the public key " + file, e);
        }
    }

    /// Writes the key as PEM.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    public void store(Path file) {
        try {
            Files.writeString(file, pem());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the public key " + file, e);
        }
    }

    /// PEM `PUBLIC KEY` (X.509 SubjectPublicKeyInfo).
    public String pem() {
        return Sm2.pem(PEM_TYPE, der());
    }

    /// The uncompressed point: 04, X, Y as 130 hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(key.getQ().getEncoded(false));
    }

    /// A short name of the key: the first 16 digits of the SM3 hash of its X.509 form. It tells keys apart;
    /// it proves nothing.
    public String id() {
        return HashFunction.SM3.of(der()).hex().substring(0, KEY_ID_DIGITS);
    }

    /// Whether the holder of the private key signed this text.
    ///
    /// @param signature as [SigningKey#sign(byte[])] gives it, in exactly that form
    public boolean verifies(byte[] text, String signature) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException _) {
            return false;
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(signature)) {
            return false;
        }
        var verifier = new SM2Signer();
        verifier.init(false, key);
        verifier.update(text, 0, text.length);
        return verifier.verifySignature(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && hex().equals(that.hex());
    }

    @Override
    public int hashCode() {
        return hex().hashCode();
    }

    /// The [short name][#id()] of the key.
    @Override
    public String toString() {
        return id();
    }

    private byte[] der() {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a key on a named curve has a DER form", e);
        }
    }

    private static VerifyingKey ofDer(byte[] der) throws IOException {
        if (PublicKeyFactory.createKey(der) instanceof ECPublicKeyParameters key
                && key.getParameters().getCurve().equals(Sm2.CURVE.getCurve())) {
            return ofPoint(HexFormat.of().formatHex(key.getQ().getEncoded(false)));
        }
        throw new IllegalArgumentException(
                "the key is not on the SM2 curve (%s)".formatted(GMObjectIdentifiers.sm2p256v1));
    }

    private static VerifyingKey ofPoint(String hex) {
        var point = Sm2.CURVE.getCurve().decodePoint(HexFormat.of().parseHex(hex));
        return new VerifyingKey(new ECPublicKeyParameters(point, Sm2.CURVE));
    }
}
