package org.mingqu.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/// Medians: one slow sample of a shared machine does not move them.
final class Samples {

    private Samples() {}

    static double median(Collection<Double> samples) {
        return quantile(samples, 0.5);
    }

    /// The sample below which a share of all samples lies, drawn out between neighbours.
    ///
    /// @param share between 0 and 1
    static double quantile(Collection<Double> samples, double share) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var sorted = samples.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        var place = share * (sorted.length - 1);
        var below = (int) Math.floor(place);
        var above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    /// Milliseconds since a reading of [System#nanoTime].
    static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /// Milliseconds of processor time that this process has used, the engine's threads included: what other programs
    /// on the machine do does not change it. In steps of about ten.
    static double processorMillis() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e6;
    }
}
