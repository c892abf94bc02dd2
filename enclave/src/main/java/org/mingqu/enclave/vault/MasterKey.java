package org.mingqu.enclave.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// The key that wraps all other keys. Its file is the one thing to keep apart from the disk that holds the
/// vault.
public final class MasterKey {

    private final DataKey key;
    private final SealCipher cipher;

    private MasterKey(byte[] secret, SealCipher cipher) {
        this.key = new DataKey(secret, cipher);
        this.cipher = cipher;
    }

    /// Reads the master key, or makes one if the file is not there.
    ///
    /// @param cipher which cipher new files are sealed with
    public static MasterKey at(Path file, SealCipher cipher) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(
                    file,
                    java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(DataKey.newSecret()));
        }
        return new MasterKey(HexFormat.of().parseHex(Files.readString(file).strip()), cipher);
    }

    /// The cipher with which new files are sealed.
    public SealCipher cipher() {
        return cipher;
    }

    /// Makes a new key and keeps it wrapped in a file.
    ///
    /// @param purpose what the key is for; it opens for no other purpose
    public DataKey create(Path keyFile, String purpose) throws IOException {
        var secret = DataKey.newSecret();
        wrap(secret, keyFile, purpose);
        return new DataKey(secret, cipher);
    }

    private void wrap(byte[] secret, Path keyFile, String purpose) throws IOException {
        var wrapped = key.sealed(secret, "key:" + purpose);
        Durable.write(keyFile, HexFormat.of().formatHex(wrapped).getBytes(StandardCharsets.US_ASCII));
    }

    /// Keeps a key that is wrapped in a file in another too, for another purpose.
    public DataKey rewrap(Path keyFile, String purpose, Path otherFile, String otherPurpose) throws IOException {
        var secret = unwrapped(keyFile, purpose);
        wrap(secret, otherFile, otherPurpose);
        return new DataKey(secret, cipher);
    }

    /// Opens a wrapped key.
    ///
    /// @throws java.nio.file.NoSuchFileException if it was destroyed
    public DataKey open(Path keyFile, String purpose) throws IOException {
        return new DataKey(unwrapped(keyFile, purpose), cipher);
    }

    private byte[] unwrapped(Path keyFile, String purpose) throws IOException {
        var wrapped = HexFormat.of().parseHex(Files.readString(keyFile));
        return key.opened(wrapped, "key:" + purpose);
    }
}
