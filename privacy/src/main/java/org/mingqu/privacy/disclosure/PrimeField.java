package org.mingqu.privacy.disclosure;

import java.math.BigInteger;
import java.util.SplittableRandom;

/// Arithmetic modulo a prime of 60 bits, on Montgomery's form of the numbers (Montgomery 1985, R = 2^64).
///
/// All numbers that go in and come out are in that form, but for [#of].
final class PrimeField {

    /// The bits of the prime: sums of 64 products then stay below 2^127.
    static final int BITS = 60;

    private static final int BLOCK = 64;

    private final long prime;
    private final long inverse;
    private final long square;
    private final long one;

    PrimeField(long prime) {
        var p = BigInteger.valueOf(prime);
        if (p.bitLength() != BITS || !p.isProbablePrime(64)) {
            throw new IllegalArgumentException("not a prime of %d bits".formatted(BITS));
        }
        this.prime = prime;
        var r = BigInteger.ONE.shiftLeft(64);
        this.inverse = p.modInverse(r).longValue();
        this.square = r.multiply(r).mod(p).longValue();
        this.one = r.mod(p).longValue();
    }

    /// The field of a prime drawn at random.
    ///
    /// @param seed from which it is drawn; who knows it knows the prime
    static PrimeField drawn(long seed) {
        for (var random = new SplittableRandom(seed); ; ) {
            var candidate = random.nextLong(1L << (BITS - 1), 1L << BITS) | 1;
            if (BigInteger.valueOf(candidate).isProbablePrime(64)) {
                return new PrimeField(candidate);
            }
        }
    }

    long prime() {
        return prime;
    }

    long one() {
        return one;
    }

    /// The form of a number.
    ///
    /// @param number any
    long of(long number) {
        return multiply(Math.floorMod(number, prime), square);
    }

    long add(long a, long b) {
        var sum = a + b - prime;
        return sum + (sum >> 63 & prime);
    }

    long subtract(long a, long b) {
        var difference = a - b;
        return difference + (difference >> 63 & prime);
    }

    long multiply(long a, long b) {
        return reduce(Math.multiplyHigh(a, b), a * b);
    }

    private long reduce(long high, long low) {
        var rest = high - Math.unsignedMultiplyHigh(low * inverse, prime);
        return rest + (rest >> 63 & prime);
    }

    long invert(long a) {
        var p = BigInteger.valueOf(prime);
        var plain = BigInteger.valueOf(reduce(0, a));
        return of(plain.modInverse(p).longValue());
    }

    /// The sum of products of the first numbers of both.
    long dot(long[] a, long[] b, int length) {
        var sum = 0L;
        for (var from = 0; from < length; from += BLOCK) {
            var to = Math.min(length, from + BLOCK);
            var high = 0L;
            var low = 0L;
            for (var i = from; i < to; i++) {
                var product = a[i] * b[i];
                low += product;
                high += Math.multiplyHigh(a[i], b[i]) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
            }
            sum = add(sum, reduce(high % prime, low));
        }
        return sum;
    }
}
