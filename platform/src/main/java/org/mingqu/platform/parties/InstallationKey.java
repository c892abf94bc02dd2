package org.mingqu.platform.parties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The installation's own key, in a file beside the database and not in it: what it seals is of no use to whoever has
/// the database alone. Nodes that share a database share the file.
///
/// Source: SM4 (GB/T 32907) in GCM (GB/T 36624), with a fresh nonce for each text and its owner bound to it.
@Component
class InstallationKey implements Seals {

    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    InstallationKey(@Value("${mingqu.keys.installation}") Path file) {
        this.file = file;
    }

    @Override
    public byte[] seal(String text, String owner) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = crypt(true, text.getBytes(StandardCharsets.UTF_8), nonce, owner);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    @Override
    public String open(byte[] sealed, String owner) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        var text = crypt(false, Arrays.copyOfRange(sealed, NONCE, sealed.length), nonce, owner);
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] crypt(boolean sealing, byte[] text, byte[] nonce, String owner) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(
                sealing,
                new AEADParameters(new KeyParameter(key()), TAG_BITS, nonce, owner.getBytes(StandardCharsets.UTF_8)));
        var out = new byte[cipher.getOutputSize(text.length)];
        var length = cipher.processBytes(text, 0, text.length, out, 0);
        try {
            cipher.doFinal(out, length);
            return out;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealed under another key than " + file + ", or changed", e);
        }
    }

    private synchronized byte[] key() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the installation's key cannot be read: " + file, e);
        }
    }

    private void make() throws IOException {
        var key = new byte[KEY];
        random.nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new", owner);
        Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
        try {
            Files.createLink(file, fresh); // whole or not at all, and never over another node's
        } catch (FileAlreadyExistsException _) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }
}
