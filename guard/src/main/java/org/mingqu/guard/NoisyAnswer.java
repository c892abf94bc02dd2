package org.mingqu.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an instant question gets.
///
/// @param columns the visible columns in order
/// @param rows one list per group, in the order of the columns: keys as the engine gave them, counts as
///     [java.math.BigInteger], sums and averages as [java.math.BigDecimal] (an average may be null where the
///     noisy count is not above 0)
/// @param errorBars for each row and column the half width within which the exact bounded number lies in 95
///     of 100 answers, as a [java.math.BigDecimal]; null for keys. For an average it is a first-order estimate
/// @param showing the noisy number of subjects with which a group shows; 0 when there is one group only. How
///     many groups did not show is itself a secret and is nowhere
public record NoisyAnswer(
        List<Output> columns,
        List<List<@Nullable Object>> rows,
        List<List<@Nullable Object>> errorBars,
        long showing) {}
