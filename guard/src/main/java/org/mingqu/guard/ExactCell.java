package org.mingqu.guard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The exact numbers of a group, or of groups together: never to leave.
///
/// @param numbers in the order of [DpPlan#noises()]; 0 for trees
/// @param leaves in the same order the counts of leaves; empty for numbers
record ExactCell(List<BigInteger> numbers, List<Map<Long, Long>> leaves) {

    static ExactCell of(DpPlan dp, List<? extends @Nullable Object> row) {
        var numbers = new ArrayList<BigInteger>();
        var leaves = new ArrayList<Map<Long, Long>>();
        for (var noise : dp.noises()) {
            var value = row.get(noise.output());
            numbers.add(noise.tree() == null ? whole(value) : BigInteger.ZERO);
            leaves.add(noise.tree() == null ? Map.of() : counts(value));
        }
        return new ExactCell(numbers, leaves);
    }

    ExactCell plus(ExactCell other) {
        var sums = new ArrayList<BigInteger>();
        var together = new ArrayList<Map<Long, Long>>();
        for (var i = 0; i < numbers.size(); i++) {
            sums.add(numbers.get(i).add(other.numbers.get(i)));
            var counts = new TreeMap<>(leaves.get(i));
            other.leaves.get(i).forEach((leaf, count) -> counts.merge(leaf, count, Math::addExact));
            together.add(counts);
        }
        return new ExactCell(sums, together);
    }

    private static Map<Long, Long> counts(@Nullable Object value) {
        var counts = new TreeMap<Long, Long>();
        if (value instanceof Map<?, ?> histogram) {
            histogram.forEach((leaf, count) ->
                    counts.put(whole(leaf).longValueExact(), whole(count).longValueExact()));
        } else if (value != null) {
            throw new IllegalArgumentException("counts of leaves must be a map, but were " + value.getClass());
        }
        return counts;
    }

    private static BigInteger whole(@Nullable Object value) {
        return switch (value) {
            case null -> BigInteger.ZERO; // the sum of no values
            case BigInteger integer -> integer;
            case BigDecimal decimal -> decimal.toBigIntegerExact();
            case Long number -> BigInteger.valueOf(number);
            case Integer number -> BigInteger.valueOf(number);
            default ->
                throw new IllegalArgumentException("a number under noise must be whole, but was " + value.getClass());
        };
    }
}
