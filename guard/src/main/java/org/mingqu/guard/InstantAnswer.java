package org.mingqu.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.Noise;
import org.mingqu.privacy.RandomBits;
import org.mingqu.privacy.accounting.Mechanism;

/// Noise: what an instant answer may show (articles 4 and 20).
public final class InstantAnswer {

    private final Plan plan;
    private final DpPlan dp;
    private final Mechanism mechanism;
    private final List<Noise> noises;
    private final List<NoisyCell> cells;
    private final long showing;

    private InstantAnswer(
            Plan plan,
            DpPlan dp,
            List<? extends List<? extends @Nullable Object>> rows,
            Epsilon epsilon,
            Mechanism mechanism,
            RandomBits random) {
        this.plan = plan;
        this.dp = dp;
        this.mechanism = mechanism;
        var parts = Mechanism.parts(dp.shares());
        this.noises = dp.noises().stream()
                .map(noise -> mechanism.noise(epsilon, noise.sensitivity(), noise.share(), parts))
                .toList();
        var drawing = new NoisyCells(plan, dp, noises, random);
        this.showing = drawing.showing();
        this.cells = drawing.of(rows);
    }

    /// Puts noise on every number, and leaves out the groups whose noisy number of subjects is too small.
    ///
    /// @param plan a plan of lane [Lane#INSTANT] of which all bounds are known
    /// @param rows what the engine returned for it: exact, to be forgotten
    /// @param epsilon the loss that was made durable for this answer
    /// @param mechanism the kind of noise for which it was
    /// @param random [RandomBits#secure()], except in tests
    /// @throws IllegalArgumentException if the plan is of another lane or not settled, or a row is not the plan's
    public static InstantAnswer draw(
            Plan plan,
            List<? extends List<? extends @Nullable Object>> rows,
            Epsilon epsilon,
            Mechanism mechanism,
            RandomBits random) {
        var dp = plan.dp();
        if (dp == null) {
            throw new IllegalArgumentException("a plan of lane " + plan.lane() + " has no noisy answer");
        }
        if (dp.bounds().stream().anyMatch(bounds -> bounds.origin() == DpPlan.Bounds.Origin.SOUGHT)) {
            throw new IllegalArgumentException("a plan whose bounds are not settled has no answer yet");
        }
        return new InstantAnswer(plan, dp, rows, epsilon, mechanism, random);
    }

    /// The answer with Laplace noise as it is usually shown: [#adjusted()].
    public static NoisyAnswer of(
            Plan plan, List<? extends List<? extends @Nullable Object>> rows, Epsilon epsilon, RandomBits random) {
        return draw(plan, rows, epsilon, Mechanism.LAPLACE, random).adjusted();
    }

    /// With totals that are the sums of their groups, and counts that are not negative.
    public NoisyAnswer adjusted() {
        return shown(Adjustment.of(dp, cells));
    }

    /// With every number as it was drawn: each without bias, but a count may be negative, and a total another
    /// number than the sum of its groups.
    public NoisyAnswer asDrawn() {
        return shown(cells);
    }

    private NoisyAnswer shown(List<NoisyCell> chosen) {
        var columns = plan.outputs().stream().filter(output -> !output.hidden()).toList();
        var rows =
                new ArrayList<>(chosen.stream().map(cell -> row(cell, columns)).toList());
        rows.sort(order());
        var first = rows.subList(0, Math.min(rows.size(), dp.limit()));
        return new NoisyAnswer(
                columns,
                first.stream().map(Row::values).toList(),
                first.stream().map(Row::bars).toList(),
                showing,
                dp.bounds(),
                mechanism);
    }

    private Row row(NoisyCell cell, List<Output> columns) {
        var values = new ArrayList<@Nullable Object>(cell.keys());
        var bars = new ArrayList<@Nullable Object>();
        columns.forEach(_ -> bars.add(null));
        for (var i = 0; i < noises.size(); i++) {
            var place = dp.noises().get(i).output();
            if (place < columns.size()) {
                var column = columns.get(place);
                var shown = NoisyValue.of(cell.numbers().get(i), noises.get(i), column.scale());
                values.set(place, column.scale() == 0 ? cell.numbers().get(i) : shown.value());
                bars.set(place, shown.bar());
            }
        }
        var derivation = new NoisyValue.Derivation(plan, dp, noises, cell);
        for (var derived : dp.derived()) {
            var shown = derivation.of(derived);
            values.set(derived.output(), shown.value());
            bars.set(derived.output(), shown.bar());
        }
        dp.overs().forEach((place, keys) -> values.set(place, over(cell, keys)));
        for (var bounds : dp.bounds()) {
            if (bounds.origin() == DpPlan.Bounds.Origin.NOT_FOUND) {
                values.set(bounds.output(), null);
                bars.set(bounds.output(), null);
            }
        }
        return new Row(values, bars);
    }

    /// As GROUPING has it: one bit for each key, set where the row is a total over it.
    private Long over(NoisyCell cell, List<Integer> keys) {
        var bits = 0L;
        for (var key : keys) {
            bits = bits << 1 | (cell.isOver(key, dp) ? 1 : 0);
        }
        return bits;
    }

    /// The plan's order; where it leaves a tie, the order of the engine stays.
    private Comparator<Row> order() {
        Comparator<Row> order = (_, _) -> 0;
        for (var key : dp.order()) {
            Comparator<Row> by = (one, other) ->
                    compare(one.values().get(key.output()), other.values().get(key.output()));
            order = order.thenComparing(key.descending() ? by.reversed() : by);
        }
        return order;
    }

    @SuppressWarnings("unchecked") // values of one column have one type, and the engine's types compare with themselves
    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        return one.getClass() == other.getClass() && one instanceof Comparable<?> comparable
                ? ((Comparable<Object>) comparable).compareTo(other)
                : one.toString().compareTo(other.toString());
    }

    private record Row(List<@Nullable Object> values, List<@Nullable Object> bars) {}
}
