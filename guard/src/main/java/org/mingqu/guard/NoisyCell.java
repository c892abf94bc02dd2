package org.mingqu.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.dp.Quantiles;

/// A group, or a total of groups, of an instant answer, after noise.
///
/// @param level 0 for a group, else the place of the total's level
/// @param keys the values of the visible columns, null where they are no keys of it
/// @param members of a total the places of its groups among all that show; of a group its own
/// @param numbers in the order of [DpPlan#noises()]; 0 for trees, and for what a total has none of
/// @param trees in the same order; null for numbers
record NoisyCell(
        int level,
        List<@Nullable Object> keys,
        List<Integer> members,
        List<BigInteger> numbers,
        List<@Nullable Quantiles> trees) {

    NoisyCell with(int number, BigInteger other) {
        var changed = new ArrayList<>(numbers);
        changed.set(number, other);
        return new NoisyCell(level, keys, members, changed, trees);
    }

    boolean isOver(int key, DpPlan dp) {
        return !Set.copyOf(dp.levels().get(level).keys()).contains(key);
    }
}
