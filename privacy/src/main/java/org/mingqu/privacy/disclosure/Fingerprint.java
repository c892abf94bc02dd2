package org.mingqu.privacy.disclosure;

import org.roaringbitmap.RoaringBitmap;

/// A set of subjects, by its size and two keyed sums over its members: two sets are taken for one with a chance
/// of 2^-128 a pair.
record Fingerprint(int size, long one, long other) {

    static Fingerprint of(RoaringBitmap cell, long seed) {
        var one = 0L;
        var other = 0L;
        var batch = new int[4096];
        for (var members = cell.getBatchIterator(); members.hasNext(); ) {
            var length = members.nextBatch(batch);
            for (var i = 0; i < length; i++) {
                one += mixed(seed + batch[i]);
                other += mixed(~seed - batch[i]);
            }
        }
        return new Fingerprint(cell.getCardinality(), one, other);
    }

    private static long mixed(long number) {
        var z = number * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
