package org.mingqu.warrant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The keys by which platform and enclave know each other: mutual TLS for the line, SM2 for the warrants.
///
/// In a directory there are two folders, `platform` and `enclave`; each holds only what its side may have and can
/// be moved to the side's own machine. The authority that signed both certificates existed only while [#create]
/// ran, so nobody can make a third. Files are readable by their owner alone (0600).
public final class Trust {

    private static final String IDENTITY = "identity.p12";
    private static final String PEER = "peer.p12";
    private static final String PASSWORD = "password";
    private static final String WARRANT_PRIVATE = "warrant.key";
    private static final String WARRANT_PUBLIC = "warrant.pub";

    private Trust() {}

    /// Makes new keys for both sides, valid for three years; what was there is replaced.
    ///
    /// @param enclaveHosts names or addresses by which the platform reaches the enclave, besides `localhost`
    public static void create(Path directory, String... enclaveHosts) throws IOException {
        var key = WarrantKey.generate();
        var platform = folder(directory.resolve("platform"));
        var enclave = folder(directory.resolve("enclave"));
        try {
            var maker = new Certificates();
            store(platform, maker.client("mingqu-platform"), maker.authority());
            store(enclave, maker.server("mingqu-enclave", List.of(enclaveHosts)), maker.authority());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks an algorithm for certificates", e);
        }
        write(platform.resolve(WARRANT_PUBLIC), key.publicHex());
        write(enclave.resolve(WARRANT_PUBLIC), key.publicHex());
        write(platform.resolve(WARRANT_PRIVATE), key.privateHex());
    }

    /// Creates the keys if the directory holds none; says whether it did.
    public static boolean createIfAbsent(Path directory, String... enclaveHosts) throws IOException {
        if (Files.exists(directory.resolve("platform").resolve(WARRANT_PRIVATE))) {
            return false;
        }
        create(directory, enclaveHosts);
        return true;
    }

    /// Loads the platform's side from `directory/platform`.
    public static Platform platform(Path directory) throws IOException {
        var folder = directory.resolve("platform");
        var key = WarrantKey.readPrivate(folder.resolve(WARRANT_PRIVATE));
        return new Platform(tls(folder), new WarrantSigner(key), key.id());
    }

    /// Loads the enclave's side from its folder.
    ///
    /// @param folder `directory/enclave`, or where it was moved to
    public static Enclave enclave(Path folder) throws IOException {
        return new Enclave(tls(folder), WarrantKey.readPublic(folder.resolve(WARRANT_PUBLIC)));
    }

    /// The platform's side.
    ///
    /// @param tls for [EnclaveClient]
    public record Platform(SSLContext tls, WarrantSigner signer, String keyId) {}

    /// The enclave's side.
    ///
    /// @param tls for its orders listener, which must demand a client certificate
    /// @param platformKey by which warrants are checked
    public record Enclave(SSLContext tls, WarrantKey platformKey) {}

    private static Path folder(Path path) throws IOException {
        Files.createDirectories(path);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }

    private static void write(Path file, String text) throws IOException {
        writeBytes(file, (text + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void writeBytes(Path file, byte[] bytes) throws IOException {
        var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "new", null);
        Files.write(fresh, bytes);
        Files.move(
                fresh,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void store(Path folder, Certificates.Identity identity, java.security.cert.X509Certificate authority)
            throws IOException, GeneralSecurityException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        write(folder.resolve(PASSWORD), password);
        var own = empty();
        own.setKeyEntry(
                "identity",
                identity.key(),
                password.toCharArray(),
                identity.chain().toArray(new java.security.cert.Certificate[0]));
        save(own, folder.resolve(IDENTITY), password);
        var peer = empty();
        peer.setCertificateEntry("authority", authority);
        save(peer, folder.resolve(PEER), password);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void save(KeyStore store, Path file, String password) throws GeneralSecurityException, IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        writeBytes(file, bytes.toByteArray());
    }

    private static SSLContext tls(Path folder) throws IOException {
        var password = Files.readString(folder.resolve(PASSWORD)).strip().toCharArray();
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(folder.resolve(IDENTITY).toFile(), password), password);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(folder.resolve(PEER).toFile(), password));
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the key stores in " + folder.getFileName() + " do not open", e);
        }
    }
}
