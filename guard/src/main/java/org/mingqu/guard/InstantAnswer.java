package org.mingqu.guard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.DiscreteLaplace;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.GroupSelection;
import org.mingqu.privacy.RandomBits;

/// Noise: what an instant answer may show (articles 4 and 20).
public final class InstantAnswer {

    private static final int AVERAGE_DIGITS = 4;

    private final Plan plan;
    private final DpPlan dp;
    private final List<DiscreteLaplace> noises;
    private final RandomBits random;

    private InstantAnswer(Plan plan, DpPlan dp, Epsilon epsilon, RandomBits random) {
        this.plan = plan;
        this.dp = dp;
        this.random = random;
        this.noises = dp.noises().stream()
                .map(noise -> new DiscreteLaplace(epsilon.scale(noise.sensitivity(), 1, dp.parts())))
                .toList();
    }

    /// Puts noise on every number, leaves out the groups whose noisy number of subjects is too small, sorts.
    ///
    /// @param plan a plan of lane [Lane#INSTANT]
    /// @param rows what the engine returned for it: exact, to be forgotten
    /// @param epsilon the loss that was made durable for this answer
    /// @param random [RandomBits#secure()], except in tests
    /// @throws IllegalArgumentException if the plan is of another lane or a row is not the plan's
    public static NoisyAnswer of(
            Plan plan, List<? extends List<? extends @Nullable Object>> rows, Epsilon epsilon, RandomBits random) {
        var dp = plan.dp();
        if (dp == null) {
            throw new IllegalArgumentException("a plan of lane " + plan.lane() + " has no noisy answer");
        }
        return new InstantAnswer(plan, dp, epsilon, random).answer(rows);
    }

    private NoisyAnswer answer(List<? extends List<? extends @Nullable Object>> rows) {
        var columns = plan.outputs().stream().filter(output -> !output.hidden()).toList();
        var showing = dp.subjects() < 0
                ? null
                : new GroupSelection(noises.get(dp.subjects()), dp.delta(), dp.maxGroupsPerSubject());
        var least = showing == null ? 0 : Math.max(showing.threshold(), plan.threshold());
        var groups = new ArrayList<Group>();
        for (var row : rows) {
            if (row.size() != plan.outputs().size()) {
                throw new IllegalArgumentException("a row of %d values for %d outputs"
                        .formatted(row.size(), plan.outputs().size()));
            }
            var noisy = noisy(row);
            if (showing == null || noisy.get(dp.subjects()).compareTo(BigInteger.valueOf(least)) >= 0) {
                groups.add(group(row, noisy, columns));
            }
        }
        groups.sort(order());
        var shown = groups.subList(0, Math.min(groups.size(), dp.limit()));
        return new NoisyAnswer(
                columns,
                shown.stream().map(Group::values).toList(),
                shown.stream().map(Group::bars).toList(),
                least);
    }

    private List<BigInteger> noisy(List<? extends @Nullable Object> row) {
        var noisy = new ArrayList<BigInteger>();
        for (var i = 0; i < noises.size(); i++) {
            noisy.add(whole(row.get(dp.noises().get(i).output()))
                    .add(noises.get(i).sample(random)));
        }
        return noisy;
    }

    private Group group(List<? extends @Nullable Object> row, List<BigInteger> noisy, List<Output> columns) {
        var values = new ArrayList<@Nullable Object>();
        var bars = new ArrayList<@Nullable Object>();
        for (var i = 0; i < columns.size(); i++) {
            values.add(columns.get(i).kind() == Output.Kind.KEY ? row.get(i) : null);
            bars.add(null);
        }
        for (var i = 0; i < noisy.size(); i++) {
            var place = dp.noises().get(i).output();
            if (place < columns.size()) {
                var scale = columns.get(place).scale();
                values.set(place, scale == 0 ? noisy.get(i) : new BigDecimal(noisy.get(i), scale));
                bars.set(place, new BigDecimal(BigInteger.valueOf(noises.get(i).reach95()), scale));
            }
        }
        for (var division : dp.divisions()) {
            divide(division, noisy, values, bars);
        }
        return new Group(values, bars);
    }

    /// An average from a noisy sum and a noisy count, with the error of a quotient to first order.
    private void divide(
            DpPlan.Division division,
            List<BigInteger> noisy,
            List<@Nullable Object> values,
            List<@Nullable Object> bars) {
        var count = noisy.get(division.count());
        if (count.signum() <= 0) {
            values.set(division.output(), null);
            bars.set(division.output(), null);
            return;
        }
        var scale = plan.outputs().get(dp.noises().get(division.sum()).output()).scale();
        var digits = Math.max(scale, AVERAGE_DIGITS);
        var sum = new BigDecimal(noisy.get(division.sum()), scale);
        var divisor = new BigDecimal(count);
        var quotient = sum.divide(divisor, digits, RoundingMode.HALF_EVEN);
        var sumBar =
                new BigDecimal(BigInteger.valueOf(noises.get(division.sum()).reach95()), scale);
        var countBar = new BigDecimal(noises.get(division.count()).reach95());
        var bar = sumBar.add(quotient.abs().multiply(countBar)).divide(divisor, MathContext.DECIMAL64);
        values.set(division.output(), quotient);
        bars.set(division.output(), bar.setScale(digits, RoundingMode.UP));
    }

    /// The plan's order; where it leaves a tie, the order of the engine stays.
    private Comparator<Group> order() {
        Comparator<Group> order = (_, _) -> 0;
        for (var key : dp.order()) {
            Comparator<Group> by = (one, other) ->
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

    private record Group(List<@Nullable Object> values, List<@Nullable Object> bars) {}
}
