package org.mingqu.ledger;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/// The hash function of a tree, with the prefixes that keep an entry from being passed off as a node
/// (RFC 6962 section 2.1).
public enum HashFunction {

    /// GB/T 32905-2016; the function of every log of ours.
    SM3 {
        @Override
        Digest digest() {
            return new SM3Digest();
        }
    },

    /// FIPS 180-4; only for checking this library against the test vectors of others.
    SHA256 {
        @Override
        Digest digest() {
            return SHA256Digest.newInstance();
        }
    };

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    abstract Digest digest();

    /// The hash of some bytes, without a prefix.
    public Hash of(byte[] content) {
        var digest = digest();
        digest.update(content, 0, content.length);
        return end(digest);
    }

    /// The hash of an entry as a leaf of the tree.
    public Hash leaf(byte[] entry) {
        var digest = digest();
        digest.update(LEAF);
        digest.update(entry, 0, entry.length);
        return end(digest);
    }

    /// The hash of an inner node of the tree.
    public Hash node(Hash left, Hash right) {
        var digest = digest();
        digest.update(NODE);
        digest.update(left.inner(), 0, Hash.BYTES);
        digest.update(right.inner(), 0, Hash.BYTES);
        return end(digest);
    }

    /// The root of a tree without entries: the hash of nothing.
    public Hash empty() {
        return of(new byte[0]);
    }

    private static Hash end(Digest digest) {
        var bytes = new byte[Hash.BYTES];
        digest.doFinal(bytes, 0);
        return Hash.of(bytes);
    }
}
