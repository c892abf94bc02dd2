package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/// An SM2 private key. Signs with SM3 (GB/T 32918.2), with the default identity of GM/T 0009.
///
/// Safe for use by several threads.
public final class SigningKey {

    private static final String PEM_TYPE = "PRIVATE KEY";
    private static final Pattern NUMBER = Pattern.compile("[0-9a-fA-F]{64}");

    private final ECPrivateKeyParameters key;
    private final VerifyingKey verifyingKey;
    private final SecureRandom random = new SecureRandom();

    private SigningKey(BigInteger d) {
        this.key = new ECPrivateKeyParameters(d, Sm2.CURVE);
        this.verifyingKey = new VerifyingKey(Sm2.publicOf(key));
    }

    /// A new key from the system's randomness.
    public static SigningKey generate() {
        return new SigningKey(Sm2.generate().getD());
    }

    /// Reads a key.
    ///
    /// @param text a PEM `PRIVATE KEY` (PKCS #8, not encrypted), or the number itself as 64 hexadecimal
    ///     digits
    /// @throws IllegalArgumentException if it is neither
    public static SigningKey of(String text) {
        if (!text.contains("-----")) {
            return ofNumber(text.strip());
        }
        try {
            if (PrivateKeyFactory.createKey(Sm2.der(PEM_TYPE, text)) instanceof ECPrivateKeyParameters key
                    && key.getParameters().getCurve().equals(Sm2.CURVE.getCurve())) {
                return new SigningKey(key.getD());
            }
            throw new IllegalArgumentException("not an SM2 private key");
        } catch (IOException e) {
            throw new IllegalArgumentException("not an SM2 private key", e);
        }
    }

    private static SigningKey ofNumber(String hex) {
        var number = NUMBER.matcher(hex).matches() ? new BigInteger(hex, 16) : BigInteger.ZERO;
        if (number.signum() <= 0 || number.compareTo(Sm2.CURVE.getN().subtract(BigInteger.ONE)) >= 0) {
            throw new IllegalArgumentException("not an SM2 private key");
        }
        return new SigningKey(number);
    }

    /// Reads a key from a file in either form of [#of(String)].
    ///
    /// @throws UncheckedIOException if the file cannot be read
    public static SigningKey load(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the private key " + file, e);
        }
    }

    /// Writes the key as PEM to a new file that only its owner may read.
    ///
    /// @throws UncheckedIOException if the file exists already or cannot be written
    public void store(Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.write(file, pem().getBytes(UTF_8), StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the private key " + file, e);
        }
    }

    /// PEM `PRIVATE KEY` (PKCS #8, not encrypted).
    public String pem() {
        try {
            return Sm2.pem(
                    PEM_TYPE, PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("a key on a named curve has a DER form", e);
        }
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /// The [short name][VerifyingKey#id()] of the key pair.
    public String id() {
        return verifyingKey.id();
    }

    /// Signs a text.
    ///
    /// @return the signature, DER (GM/T 0009) in base64; another one for each call
    public String sign(byte[] text) {
        var signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(key, random));
        signer.update(text, 0, text.length);
        try {
            return Base64.getEncoder().encodeToString(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("signing with a private key cannot fail", e);
        }
    }
}
