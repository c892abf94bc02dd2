package org.mingqu.ledger;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/// The curve sm2p256v1 (GB/T 32918.5) and the PEM form of its keys.
final class Sm2 {

    static final ECNamedDomainParameters CURVE = new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

    private Sm2() {}

    static ECPrivateKeyParameters generate() {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, new SecureRandom()));
        return (ECPrivateKeyParameters) generator.generateKeyPair().getPrivate();
    }

    static ECPublicKeyParameters publicOf(ECPrivateKeyParameters key) {
        return new ECPublicKeyParameters(CURVE.getG().multiply(key.getD()).normalize(), CURVE);
    }

    static String pem(String type, byte[] der) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, der));
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes any text", e);
        }
        return text.toString();
    }

    /// @throws IllegalArgumentException if the text is not PEM of this type
    static byte[] der(String type, String pem) {
        try (var reader = new PemReader(new StringReader(pem))) {
            var object = reader.readPemObject();
            if (object == null || !object.getType().equals(type)) {
                throw new IllegalArgumentException("not a '%s' in PEM form".formatted(type));
            }
            return object.getContent();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a '%s' in PEM form".formatted(type), e);
        }
    }
}
