package org.mingqu.privacy.disclosure;

import java.util.Arrays;

/// Random numbers of subjects, from a seed, and their sums over atoms: a weight d, and two numbers u and v from
/// which the two null vectors are made.
final class Weights {

    /// How many null vectors are kept: each misses nothing, both together alarm falsely with a chance of 2^-120.
    static final int VECTORS = 2;

    private final PrimeField field;
    private final long seed;
    private final long[][] sums;

    Weights(PrimeField field, long seed, Atoms atoms) {
        this(field, seed, new long[1 + VECTORS][Math.max(16, atoms.count())]);
        for (var subject = 0; subject < atoms.subjects(); subject++) {
            move(subject, -1, atoms.of(subject));
        }
    }

    private Weights(PrimeField field, long seed, long[][] sums) {
        this.field = field;
        this.seed = seed;
        this.sums = sums;
    }

    Weights copy() {
        return new Weights(field, seed, Arrays.stream(sums).map(long[]::clone).toArray(long[][]::new));
    }

    /// The sum of the weights of an atom.
    long weight(int atom) {
        return sums[0][atom];
    }

    /// The sum, over an atom, of weight times the number of a vector.
    long mixed(int vector, int atom) {
        return sums[1 + vector][atom];
    }

    long weightOf(int subject) {
        return draw(3L * subject);
    }

    /// Weight times the number of a vector, of one subject.
    long mixedOf(int vector, int subject) {
        return draw(3L * subject + 1 + vector);
    }

    /// Follows a cut of atoms.
    void follow(Atoms.Cut cut, Atoms atoms) {
        if (atoms.count() > sums[0].length) {
            for (var i = 0; i < sums.length; i++) {
                sums[i] = Arrays.copyOf(sums[i], 2 * atoms.count());
            }
        }
        for (var i = 0; i < sums.length; i++) {
            Arrays.fill(sums[i], cut.before(), atoms.count(), 0);
        }
        for (var subject : cut.members()) {
            var atom = atoms.of(subject);
            if (atom >= cut.before()) {
                move(subject, cut.parents()[atom - cut.before()], atom);
            }
        }
    }

    /// Takes back what a cut changed; before the cut itself is undone.
    void unfollow(Atoms.Cut cut) {
        for (var sum : sums) {
            for (var i = cut.parents().length - 1; i >= 0; i--) {
                sum[cut.parents()[i]] = field.add(sum[cut.parents()[i]], sum[cut.before() + i]);
            }
        }
    }

    private void move(int subject, int from, int to) {
        for (var i = 0; i < sums.length; i++) {
            var number = draw(3L * subject + i);
            sums[i][to] = field.add(sums[i][to], number);
            if (from >= 0) {
                sums[i][from] = field.subtract(sums[i][from], number);
            }
        }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014) as a function of the place; never zero.
    private long draw(long place) {
        var z = seed + (place + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        var number = (z ^ z >>> 31) >>> (Long.SIZE - PrimeField.BITS);
        return Math.max(1, number < field.prime() ? number : number - field.prime());
    }
}
