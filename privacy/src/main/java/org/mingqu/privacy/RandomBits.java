package org.mingqu.privacy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A buffered stream of random bits: noise draws few bits at a time, and a draw from the operating system
/// costs nearly the same for one bit as for a buffer of them. No bit is given twice.
///
/// Not safe for use by several threads at once.
public final class RandomBits {

    private static final int BUFFER_BYTES = 1 << 14;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Consumer<byte[]> source;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used = BUFFER_BYTES;
    private long word;
    private int left;

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
        return draw(1) == 1;
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
            for (var missing = bits; missing > 0; missing -= Math.min(missing, 32)) {
                drawn = drawn.shiftLeft(Math.min(missing, 32)).or(BigInteger.valueOf(draw(Math.min(missing, 32))));
            }
            if (drawn.compareTo(bound) < 0) {
                return drawn;
            }
        }
    }

    /// The same for a bound that fits a long.
    ///
    /// @param bound above 0
    long below(long bound) {
        return below(bound, Long.SIZE - Long.numberOfLeadingZeros(bound - 1));
    }

    private long below(long bound, int bits) {
        while (true) {
            var drawn = draw(bits);
            if (drawn < bound) {
                return drawn;
            }
        }
    }

    /// @param bits 0 to 63
    private long draw(int bits) {
        if (bits <= left) {
            var drawn = word & (1L << bits) - 1;
            word >>>= bits;
            left -= bits;
            return drawn;
        }
        var low = word;
        var have = left;
        word = nextWord();
        var missing = bits - have;
        var drawn = low | (word & (1L << missing) - 1) << have;
        word >>>= missing;
        left = Long.SIZE - missing;
        return drawn;
    }

    private long nextWord() {
        if (used == BUFFER_BYTES) {
            source.accept(buffer);
            used = 0;
        }
        var next = (long) WORDS.get(buffer, used);
        used += Long.BYTES;
        return next;
    }
}
