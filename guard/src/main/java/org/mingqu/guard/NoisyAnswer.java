package org.mingqu.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.accounting.Mechanism;

/// What an instant question gets.
///
/// @param columns the visible columns in order
/// @param rows one list per group, in the order of the columns: keys as the engine gave them (null in a total
///     for the keys that it is over), counts as [java.math.BigInteger], other numbers as
///     [java.math.BigDecimal] (null where the noisy count is not above 0, or bounds were not found)
/// @param errorBars for each row and column the half width around the shown number within which the exact
///     bounded one lies in at least 95 of 100 answers, as a [java.math.BigDecimal]; null for keys. Of counts and
///     sums it is exact before adjustment; of averages, spreads and quantiles it is an estimate from the noisy
///     numbers, on the wide side. What bounds cut off is not in it
/// @param showing the noisy number of subjects (or of rows, where these decide) with which a group shows; 0 when
///     there is one group only. How many groups did not show is itself a secret and is nowhere
/// @param bounds within which the values behind a visible column counted
/// @param mechanism the kind of noise
public record NoisyAnswer(
        List<Output> columns,
        List<List<@Nullable Object>> rows,
        List<List<@Nullable Object>> errorBars,
        long showing,
        List<DpPlan.Bounds> bounds,
        Mechanism mechanism) {}
