package org.mingqu.enclave.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.mingqu.privacy.mask.KeyedSm3;
import org.mingqu.privacy.mask.Pseudonyms;

/// A key of 32 bytes that seals files by name: a file sealed under one name does not open under another.
///
/// Each file has its own key, HMAC-SM3 of this key over the file's salt and name, so chunk counters can be
/// nonces.
public final class DataKey {

    static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final SealCipher cipher;
    private final Map<Use, byte[]> uses = new EnumMap<>(Use.class);

    DataKey(byte[] secret, SealCipher cipher) {
        this.secret = secret.clone();
        this.cipher = cipher;
        for (var use : Use.values()) {
            uses.put(use, mac(this.secret, use.name().getBytes(StandardCharsets.US_ASCII)));
        }
    }

    static byte[] newSecret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// What tokens are for. Each use has a key of its own, so a token of one says nothing about another.
    ///
    /// The names are shorter than any text of which a file's key is made (its salt alone is longer), so no
    /// use has the key of a file.
    public enum Use {
        /// Stand-ins of values in a workspace.
        PSEUDONYM,
        /// Names of answers that were given.
        QUESTION,
        /// Stand-ins of subjects in the dictionary of a resource.
        SUBJECT,
        /// Stand-ins of subjects in a file of rows that leaves.
        FILE,
        /// Marks of the recipients of such a file.
        MARK
    }

    /// A token that follows from this key, the use and the text, 32 bytes; nobody without the key can make or
    /// undo it.
    public byte[] token(Use use, byte[] text) {
        return mac(Objects.requireNonNull(uses.get(use)), text);
    }

    /// The first half of each token for [Use#PSEUDONYM], for many texts at once. To be closed by who asks.
    public Pseudonyms pseudonyms() {
        return new Pseudonyms(Objects.requireNonNull(uses.get(Use.PSEUDONYM)));
    }

    private static byte[] mac(byte[] key, byte[] text) {
        return new KeyedSm3(key).codes().of(text, new byte[0]);
    }

    /// Seals a file; it is complete and on the disk when this returns.
    public void seal(Path plain, Path sealed, String name) throws IOException {
        try (var in = Files.newInputStream(plain)) {
            seal(in, sealed, name);
        }
    }

    /// Seals what a stream gives.
    public void seal(InputStream plain, Path sealed, String name) throws IOException {
        var fresh = sealed.resolveSibling(sealed.getFileName() + ".new");
        try (var out = sealing(Files.newOutputStream(fresh), name)) {
            plain.transferTo(out);
        }
        Durable.replace(fresh, sealed);
    }

    /// Seals bytes.
    public void seal(byte[] plain, Path sealed, String name) throws IOException {
        seal(new ByteArrayInputStream(plain), sealed, name);
    }

    /// Opens a sealed file into another; the other is removed if the seal is broken.
    ///
    /// @throws SealBroken if the file is not as it was sealed, under this key and name
    public void open(Path sealed, Path plain, String name) throws IOException {
        try (var in = opening(Files.newInputStream(sealed), name);
                var out = Files.newOutputStream(plain)) {
            in.transferTo(out);
        } catch (SealBroken e) {
            Files.deleteIfExists(plain);
            throw e;
        }
    }

    /// Opens a small sealed file.
    public byte[] open(Path sealed, String name) throws IOException {
        try (var in = opening(Files.newInputStream(sealed), name)) {
            return in.readAllBytes();
        }
    }

    byte[] sealed(byte[] plain, String name) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = sealing(bytes, name)) {
                out.write(plain);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
    }

    byte[] opened(byte[] sealed, String name) throws IOException {
        return opening(new ByteArrayInputStream(sealed), name).readAllBytes();
    }

    private OutputStream sealing(OutputStream out, String name) throws IOException {
        var salt = Arrays.copyOf(newSecret(), SealingStream.SALT);
        return new SealingStream(out, cipher, fileKey(cipher, salt, name), salt);
    }

    private InputStream opening(InputStream in, String name) throws IOException {
        return new OpeningStream(in, (used, salt) -> fileKey(used, salt, name));
    }

    private byte[] fileKey(SealCipher used, byte[] salt, String name) {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var input = Arrays.copyOf(salt, salt.length + text.length);
        System.arraycopy(text, 0, input, salt.length, text.length);
        return Arrays.copyOf(mac(secret, input), used.keyBytes());
    }
}
