package org.mingqu.privacy;

import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A buffered stream of random bits: noise draws few bits at a time, and a draw from the operating system
/// costs the same for one bit as for four thousand.
///
/// Not safe for use by several threads at once.
public final class RandomBits {

    private static final int BUFFER_BYTES = 4096;

    private final Consumer<byte[]> source;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int usedBits = BUFFER_BYTES * 8;

    private RandomBits(Consumer<byte[]> source) {
        this.source = source;
    }

    /// The only source that an answer to a partner may use.
    public static RandomBits secure() {
        try {
            var random = SecureRandom.getInstance("DRBG");
            return new RandomBits(random::nextBytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java runtime has no DRBG", absent);
        }
    }

    /// A source that can be repeated, for tests and for the demonstration only: whoever knows the seed can
    /// take the noise off again.
    public static RandomBits repeatable(RandomGenerator generator) {
        return new RandomBits(generator::nextBytes);
    }

    /// A fair coin.
    public boolean next() {
        if (usedBits == BUFFER_BYTES * 8) {
            source.accept(buffer);
            usedBits = 0;
        }
        var bit = (buffer[usedBits >> 3] >> (usedBits & 7)) & 1;
        usedBits++;
        return bit == 1;
    }

    /// A whole number from 0 to one below the bound, each as likely as the other (by rejection: no modulo
    /// bias).
    ///
    /// @param bound above 0
    public BigInteger below(BigInteger bound) {
        if (bound.signum() <= 0) {
            throw new IllegalArgumentException("the bound must be above 0, but was " + bound);
        }
        var bits = bound.subtract(BigInteger.ONE).bitLength();
        if (bits < Long.SIZE) {
            return BigInteger.valueOf(below(bound.longValueExact(), bits));
        }
        while (true) {
            var drawn = BigInteger.ZERO;
            for (var left = bits; left > 0; left -= Math.min(left, 32)) {
                drawn = drawn.shiftLeft(Math.min(left, 32)).or(BigInteger.valueOf(draw(Math.min(left, 32))));
            }
            if (drawn.compareTo(bound) < 0) {
                return drawn;
            }
        }
    }

    private long below(long bound, int bits) {
        while (true) {
            var drawn = draw(bits);
            if (drawn < bound) {
                return drawn;
            }
        }
    }

    private long draw(int bits) {
        var drawn = 0L;
        for (var i = 0; i < bits; i++) {
            drawn = drawn << 1 | (next() ? 1 : 0);
        }
        return drawn;
    }
}
