package org.mingqu.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/// Stand-ins for identifiers that nobody can turn back or compare across workspaces without the key.
///
/// SM3-HMAC (GB/T 32905-2016, GB/T 15852.2-2024) keyed per workspace: the same identifier of the same kind has
/// the same stand-in within a workspace and another in every other. When the workspace ends, [#close()] takes
/// the key away.
///
/// Not safe for use by several threads at once.
public final class Pseudonym implements AutoCloseable {

    /// The least length of a key, in bytes.
    public static final int KEY_BYTES = 32;

    private final byte[] key;
    private final HMac mac = new HMac(new SM3Digest());
    private boolean closed;

    /// @param key at least 32 random bytes; copied
    /// @throws IllegalArgumentException if the key is shorter
    public Pseudonym(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("a key must have %d bytes, but had %d".formatted(KEY_BYTES, key.length));
        }
        this.key = key.clone();
        mac.init(new KeyParameter(this.key));
    }

    /// The stand-in of an identifier.
    ///
    /// @param kind of the identifier, so that a mobile number and a company's number never meet by chance
    /// @param value as the source department writes it
    /// @return 64 lower-case hexadecimal digits
    /// @throws IllegalStateException if this is closed
    public String of(String kind, String value) {
        if (closed) {
            throw new IllegalStateException("the workspace's key is gone");
        }
        var named = kind.getBytes(StandardCharsets.UTF_8);
        mac.update(named, 0, named.length);
        mac.update((byte) 0);
        var text = value.getBytes(StandardCharsets.UTF_8);
        mac.update(text, 0, text.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    /// Overwrites the key; no stand-in can be made after.
    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
        mac.init(new KeyParameter(new byte[KEY_BYTES]));
        closed = true;
    }
}
