package org.mingqu.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A growing list of hashes that costs 32 bytes for each.
final class HashList {

    private static final int CHUNK = 1 << 12;

    private final List<byte[]> chunks = new ArrayList<>();
    private long size;

    long size() {
        return size;
    }

    void add(Hash hash) {
        var place = (int) (size % CHUNK);
        if (place == 0) {
            chunks.add(new byte[size == 0 ? 8 * Hash.BYTES : CHUNK * Hash.BYTES]);
        }
        var chunk = chunks.getLast();
        if (chunk.length == place * Hash.BYTES) {
            chunk = Arrays.copyOf(chunk, Math.min(2 * chunk.length, CHUNK * Hash.BYTES));
            chunks.set(chunks.size() - 1, chunk);
        }
        System.arraycopy(hash.inner(), 0, chunk, place * Hash.BYTES, Hash.BYTES);
        size++;
    }

    Hash get(long index) {
        var place = (int) (index % CHUNK) * Hash.BYTES;
        return Hash.of(Arrays.copyOfRange(chunks.get((int) (index / CHUNK)), place, place + Hash.BYTES));
    }
}
