package org.mingqu.privacy.mask;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/// HMAC-SM3 (GB/T 32905-2016, GB/T 15852.2-2024) for many short messages under one key: each thread takes the key in
/// once
/// and goes on from there.
public final class KeyedSm3 {

    /// Bytes of a code.
    public static final int BYTES = 32;

    private static final int MOST_KEY_BYTES = 64;

    private final byte[] key;

    /// Codes under a key.
    ///
    /// @param key at most 64 bytes; copied
    /// @throws IllegalArgumentException if the key is longer
    public KeyedSm3(byte[] key) {
        if (key.length > MOST_KEY_BYTES) {
            throw new IllegalArgumentException("a key of %d bytes, of which 64 would count".formatted(key.length));
        }
        this.key = key.clone();
    }

    /// What one thread computes codes with, one after the other.
    public Codes codes() {
        return new Codes(key);
    }

    /// Overwrites the key; codes that were begun may still end.
    void erase() {
        Arrays.fill(key, (byte) 0);
    }

    /// Codes of messages; not for several threads.
    public static final class Codes {

        private final HMac mac = new HMac(new SM3Digest());
        private final byte[] code = new byte[BYTES];

        private Codes(byte[] key) {
            mac.init(new KeyParameter(key));
        }

        /// Computes the code of a message that stands in two parts one after the other.
        ///
        /// @return 32 bytes, good until the next call
        public byte[] of(byte[] first, byte[] second) {
            mac.update(first, 0, first.length);
            mac.update(second, 0, second.length);
            mac.doFinal(code, 0);
            return code;
        }
    }
}
