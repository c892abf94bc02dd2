package org.mingqu.privacy.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// Small sets of subjects that somebody can name, because they are a cell that was asked for, or what two cells
/// have in common, or what one has and the other has not. No combination of released cells may give one.
final class Targets {

    private int[] subjects;
    private int[] ends;
    private int count;
    private int largest;
    private final Set<Long> seen;
    private final BitSet watched;

    Targets() {
        this(new int[64], new int[16], 0, new HashSet<>(), new BitSet());
    }

    private Targets(int[] subjects, int[] ends, int count, Set<Long> seen, BitSet watched) {
        this.subjects = subjects;
        this.ends = ends;
        this.count = count;
        this.seen = seen;
        this.watched = watched;
    }

    Targets copy() {
        var copy = new Targets(subjects.clone(), ends.clone(), count, new HashSet<>(seen), (BitSet) watched.clone());
        copy.largest = largest;
        return copy;
    }

    /// All subjects of all sets.
    BitSet watched() {
        return watched;
    }

    int count() {
        return count;
    }

    /// How many subjects the sets have together.
    int members() {
        return count == 0 ? 0 : ends[count - 1];
    }

    /// The number of subjects of the largest set.
    int largest() {
        return largest;
    }

    int[] get(int target) {
        return Arrays.copyOfRange(subjects, start(target), ends[target]);
    }

    private int start(int target) {
        return target == 0 ? 0 : ends[target - 1];
    }

    /// Adds a set, in ascending order, unless it is there.
    void add(int[] set) {
        if (!seen.add(hash(set))) {
            return;
        }
        largest = Math.max(largest, set.length);
        var from = members();
        if (from + set.length > subjects.length) {
            subjects = Arrays.copyOf(subjects, 2 * (from + set.length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        Arrays.stream(set).forEach(watched::set);
        System.arraycopy(set, 0, subjects, from, set.length);
        ends[count++] = from + set.length;
    }

    /// The first set, from one on, over which a vector sums to zero, or -1.
    ///
    /// @param vector a number for each subject
    int firstZero(PrimeField field, long[] vector, int from) {
        for (var target = from; target < count; target++) {
            if (zero(field, vector, start(target), ends[target])) {
                return target;
            }
        }
        return -1;
    }

    private boolean zero(PrimeField field, long[] vector, int from, int to) {
        var sum = 0L;
        for (var i = from; i < to; i++) {
            sum = field.add(sum, vector[subjects[i]]);
        }
        return sum == 0;
    }

    /// Two different sets are taken for one with a chance of 2^-64 a pair.
    private static long hash(int[] set) {
        var hash = 0x9E3779B97F4A7C15L;
        for (var subject : set) {
            hash = (hash ^ subject) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
