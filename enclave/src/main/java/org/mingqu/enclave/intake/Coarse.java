package org.mingqu.enclave.intake;

/// Numbers made coarse, so that none is somebody's.
public final class Coarse {

    private Coarse() {}

    /// The next 1, 2 or 5 times a power of ten that is not below; 0 stays 0, and a negative number goes away
    /// from 0.
    public static long up(long value) {
        if (value < 0) {
            return -up(-value);
        }
        if (value == 0) {
            return 0;
        }
        for (var power = 1L; power <= 100_000_000_000_000_000L; power *= 10) {
            for (var step : new int[] {1, 2, 5}) {
                if (power * step >= value) {
                    return power * step;
                }
            }
        }
        return Long.MAX_VALUE;
    }
}
