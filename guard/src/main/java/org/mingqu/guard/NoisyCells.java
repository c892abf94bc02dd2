package org.mingqu.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.GroupSelection;
import org.mingqu.privacy.Noise;
import org.mingqu.privacy.RandomBits;
import org.mingqu.privacy.dp.Quantiles;

/// Draws the noise of an instant answer: of every group first; then, of the groups that show, of the totals.
///
/// Which groups are in a total follows from what shows, which is noisy already, so that a total tells no more than
/// its own share of the loss allows.
final class NoisyCells {

    private final Plan plan;
    private final DpPlan dp;
    private final List<Noise> noises;
    private final RandomBits random;

    NoisyCells(Plan plan, DpPlan dp, List<Noise> noises, RandomBits random) {
        this.plan = plan;
        this.dp = dp;
        this.noises = noises;
        this.random = random;
    }

    /// The noisy number with which a group shows; 0 where all do.
    long showing() {
        var selection = dp.selection();
        if (selection == null) {
            return 0;
        }
        var least =
                new GroupSelection(noises.get(selection.noise()), dp.delta(), groups(selection), selection.weight());
        return Math.max(least.threshold(), Math.multiplyExact(plan.threshold(), selection.weight()));
    }

    /// With rows counted instead of subjects, a subject may be in as many groups as it has rows.
    private long groups(DpPlan.Selection selection) {
        return selection.weight() > 1 ? dp.maxRowsPerSubject() : dp.maxGroupsPerSubject();
    }

    /// The groups that show, and after them their totals.
    List<NoisyCell> of(List<? extends List<? extends @Nullable Object>> rows) {
        var cells = new ArrayList<NoisyCell>();
        var shown = new ArrayList<ExactCell>();
        var least = BigInteger.valueOf(showing());
        var selection = dp.selection();
        for (var row : rows) {
            if (row.size() != plan.outputs().size()) {
                throw new IllegalArgumentException("a row of %d values for %d outputs"
                        .formatted(row.size(), plan.outputs().size()));
            }
            var exact = ExactCell.of(dp, row);
            var cell = drawn(0, keys(row, dp.levels().getFirst()), List.of(cells.size()), exact);
            if (selection == null || cell.numbers().get(selection.noise()).compareTo(least) >= 0) {
                cells.add(cell);
                shown.add(exact);
            }
        }
        var groups = List.copyOf(cells);
        for (var level = 1; level < dp.levels().size(); level++) {
            cells.addAll(totals(level, groups, shown));
        }
        return cells;
    }

    private List<NoisyCell> totals(int level, List<NoisyCell> groups, List<ExactCell> exact) {
        var members = new LinkedHashMap<List<@Nullable Object>, List<Integer>>();
        for (var i = 0; i < groups.size(); i++) {
            members.computeIfAbsent(keys(groups.get(i).keys(), dp.levels().get(level)), _ -> new ArrayList<>())
                    .add(i);
        }
        return members.entrySet().stream()
                .map(total -> drawn(
                        level,
                        total.getKey(),
                        total.getValue(),
                        total.getValue().stream()
                                .map(exact::get)
                                .reduce(ExactCell::plus)
                                .orElseThrow()))
                .toList();
    }

    private List<@Nullable Object> keys(List<? extends @Nullable Object> row, DpPlan.Level level) {
        var visible =
                (int) plan.outputs().stream().filter(output -> !output.hidden()).count();
        var keys = new ArrayList<@Nullable Object>();
        IntStream.range(0, visible).forEach(place -> keys.add(level.keys().contains(place) ? row.get(place) : null));
        return keys;
    }

    private NoisyCell drawn(int level, List<@Nullable Object> keys, List<Integer> members, ExactCell exact) {
        var numbers = new ArrayList<BigInteger>();
        var trees = new ArrayList<@Nullable Quantiles>();
        for (var i = 0; i < noises.size(); i++) {
            var noise = dp.noises().get(i);
            var isDrawn = noise.tree() == null && (level == 0 || noise.everyLevel());
            numbers.add(isDrawn ? exact.numbers().get(i).add(noises.get(i).sample(random)) : BigInteger.ZERO);
            trees.add(noise.tree() == null ? null : tree(noise.tree(), noises.get(i), exact, i));
        }
        return new NoisyCell(level, keys, members, numbers, trees);
    }

    private Quantiles tree(DpPlan.Tree tree, Noise noise, ExactCell exact, int place) {
        var quantiles = new Quantiles(tree.interval(), tree.height(), tree.branching(), noise, random);
        exact.leaves().get(place).forEach((leaf, count) -> quantiles.add(leaf, Objects.requireNonNull(count)));
        return quantiles;
    }
}
