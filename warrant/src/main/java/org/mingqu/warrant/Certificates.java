package org.mingqu.warrant;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority that lives as long as this object, and the certificates it gives.
///
/// P-256 and TLS 1.3: the JDK speaks no ShangMi suites (RFC 8998), and the line's content is warrants that carry
/// their
/// own
/// SM2 signatures.
final class Certificates {

    private static final int YEARS = 3;

    private final SecureRandom random = new SecureRandom();
    private final KeyPair authorityKey;
    private final X509Certificate authority;

    Certificates() throws GeneralSecurityException, IOException {
        authorityKey = newPair();
        authority = sign("mingqu-trust", authorityKey, List.of(), null);
    }

    record Identity(PrivateKey key, List<Certificate> chain) {}

    X509Certificate authority() {
        return authority;
    }

    Identity client(String name) throws GeneralSecurityException, IOException {
        return identity(name, List.of(), KeyPurposeId.id_kp_clientAuth);
    }

    Identity server(String name, List<String> hosts) throws GeneralSecurityException, IOException {
        var names = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
        names.addAll(hosts);
        return identity(name, names, KeyPurposeId.id_kp_serverAuth);
    }

    private Identity identity(String name, List<String> hosts, KeyPurposeId purpose)
            throws GeneralSecurityException, IOException {
        var pair = newPair();
        return new Identity(pair.getPrivate(), List.of(sign(name, pair, hosts, purpose), authority));
    }

    private KeyPair newPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /// @param purpose null for the authority's own certificate
    private X509Certificate sign(
            String name, KeyPair pair, List<String> hosts, @org.jspecify.annotations.Nullable KeyPurposeId purpose)
            throws GeneralSecurityException, IOException {
        // A certificate's life runs from the machine's own clock, as TLS checks it by that.
        var now = Instant.now(java.time.Clock.systemUTC());
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=mingqu-trust"),
                new BigInteger(127, random),
                Date.from(now.minus(1, ChronoUnit.HOURS)),
                Date.from(now.plus(365L * YEARS, ChronoUnit.DAYS)),
                new X500Name("CN=" + name),
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(purpose == null));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(purpose == null ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }
        if (!hosts.isEmpty()) {
            var names = hosts.stream().map(Certificates::generalName).toArray(GeneralName[]::new);
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static GeneralName generalName(String host) {
        var address = host.matches("[0-9.]+") || host.contains(":");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
