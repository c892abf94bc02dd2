package org.mingqu.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A hash of 32 bytes, written in lower-case hexadecimal. Immutable.
public final class Hash {

    /// How many bytes a hash has.
    public static final int BYTES = 32;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A hash that was computed elsewhere.
    ///
    /// @param bytes the hash itself; copied
    /// @throws IllegalArgumentException if there are not 32 bytes
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has %d bytes, but there were %d".formatted(BYTES, bytes.length));
        }
        return new Hash(bytes.clone());
    }

    /// Reads a hash.
    ///
    /// @throws IllegalArgumentException if the text is not 64 lower-case hexadecimal digits
    public static Hash ofHex(String hex) {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "a hash is 64 lower-case hexadecimal digits, but was '%s'".formatted(hex));
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The 64 hexadecimal digits, lower case.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// The 32 bytes without a copy, for this package only, which does not write to them.
    byte[] inner() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes).getInt();
    }

    @Override
    public String toString() {
        return hex();
    }
}
