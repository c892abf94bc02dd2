package org.mingqu.privacy.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Chooses further cells to suppress so that the totals do not give a suppressed one.
///
/// No primary cell can then be computed exactly from what is published (decided by exact elimination), and for
/// each there are tables without negative numbers, agreeing with all that is published, in which it is at least
/// p per cent greater and at least p per cent less. Which cells go is found by a greedy choice of small ones, and
/// cells that turn out not to be needed come back; the least cost is not promised. The same table gives the same
/// choice.
///
/// Source: Hundepool et al., Statistical Disclosure Control (2012), 4.4.
///
/// @param percent p; 0 for exactness alone
public record Suppression(int percent) {

    public Suppression {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a protection of %d per cent".formatted(percent));
        }
    }

    /// What to suppress.
    ///
    /// @param suppressed all cells that must go, the primary ones among them
    /// @param unprotected primary cells that nothing protects even so: the table cannot leave in this form
    public record Choice(BitSet suppressed, BitSet unprotected) {}

    /// Chooses.
    ///
    /// @param primary cells that may not be seen
    public Choice choose(AdditiveTable table, BitSet primary) {
        var suppressed = (BitSet) primary.clone();
        var hopeless = new BitSet();
        var left = unprotected(table, primary, suppressed, hopeless);
        while (!left.isEmpty()) {
            var cell = left.nextSetBit(0);
            var next = next(table, suppressed, cell);
            if (next < 0) {
                hopeless.set(cell);
            } else {
                suppressed.set(next);
            }
            left = unprotected(table, primary, suppressed, hopeless);
        }
        spare(table, primary, suppressed, hopeless);
        return new Choice(suppressed, hopeless);
    }

    private BitSet unprotected(AdditiveTable table, BitSet primary, BitSet suppressed, BitSet hopeless) {
        var unknowns = new Unknowns(table, suppressed);
        var left = new BitSet();
        primary.stream()
                .filter(cell -> !hopeless.get(cell))
                .filter(cell -> unknowns.known(cell) || (percent > 0 && !unknowns.open(cell, percent)))
                .forEach(left::set);
        return left;
    }

    /// The cell that protects best for its size: among equations that hold a cell of the same knot, those first
    /// in which only one cell is suppressed; then what stands in the most of them and is the least. A zero protects
    /// nobody and goes last.
    private static int next(AdditiveTable table, BitSet suppressed, int cell) {
        var knot = knot(table, suppressed, cell);
        var single = knot.stream()
                .filter(sum -> sum.cells().stream().filter(suppressed::get).count() == 1)
                .toList();
        var candidates = (single.isEmpty() ? knot : single)
                .stream()
                        .flatMap(sum -> sum.cells().stream())
                        .filter(candidate -> !suppressed.get(candidate))
                        .collect(Collectors.groupingBy(candidate -> candidate, Collectors.counting()));
        return candidates.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<Integer, Long> entry) ->
                                table.values().get(entry.getKey()) == 0)
                        .thenComparingDouble(entry -> (double) table.values().get(entry.getKey()) / entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(-1);
    }

    /// The equations that hang together with a cell by suppressed cells.
    private static List<AdditiveTable.Sum> knot(AdditiveTable table, BitSet suppressed, int cell) {
        var reached = new BitSet();
        reached.set(cell);
        for (var before = 0; before < reached.cardinality(); ) {
            before = reached.cardinality();
            for (var sum : table.sums()) {
                if (sum.cells().stream().anyMatch(reached::get)) {
                    sum.cells().stream().filter(suppressed::get).forEach(reached::set);
                }
            }
        }
        return table.sums().stream()
                .filter(sum -> sum.cells().stream().anyMatch(reached::get))
                .toList();
    }

    /// Gives back what is not needed, the greatest first.
    private void spare(AdditiveTable table, BitSet primary, BitSet suppressed, BitSet hopeless) {
        suppressed.stream()
                .filter(cell -> !primary.get(cell))
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer cell) -> -table.values().get(cell))
                        .thenComparing(Comparator.naturalOrder()))
                .toList()
                .forEach(cell -> {
                    suppressed.clear(cell);
                    if (!unprotected(table, primary, suppressed, hopeless).isEmpty()) {
                        suppressed.set(cell);
                    }
                });
    }
}
