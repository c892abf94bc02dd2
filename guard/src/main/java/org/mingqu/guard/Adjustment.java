package org.mingqu.guard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Makes noisy numbers fit together, from nothing but the noisy numbers: totals are the sums of their groups, and
/// what cannot be negative is not.
///
/// The groups are chosen so that the squares of all changes, of groups and totals alike, add up to the least; a
/// group that would have to be negative is 0. A total's own number and the sum of its groups then both bear on it,
/// which makes neither less exact.
///
/// Source: Hay, Rastogi, Miklau and Suciu, Boosting the Accuracy of Differentially Private Histograms Through
/// Consistency (2010); the equations are solved by conjugate gradients, as groups may have totals on several sides.
final class Adjustment {

    private static final int MOST_STEPS = 200;
    private static final int MOST_ROUNDS = 20;
    private static final double EXACT = 1e-11;

    private final DpPlan dp;
    private final List<NoisyCell> cells;
    private final int groups;

    private Adjustment(DpPlan dp, List<NoisyCell> cells) {
        this.dp = dp;
        this.cells = cells;
        this.groups = (int) cells.stream().filter(cell -> cell.level() == 0).count();
    }

    static List<NoisyCell> of(DpPlan dp, List<NoisyCell> cells) {
        var adjusted = new ArrayList<>(cells);
        var adjustment = new Adjustment(dp, cells);
        for (var number = 0; number < dp.noises().size(); number++) {
            if (dp.noises().get(number).tree() == null) {
                adjustment.adjust(number, adjusted);
            }
        }
        return adjusted;
    }

    private void adjust(int number, List<NoisyCell> adjusted) {
        var noise = dp.noises().get(number);
        var numbers = cells.size() > groups && noise.everyLevel() ? fitted(number) : drawn(number);
        if (noise.nonNegative()) {
            numbers.replaceAll(value -> value.max(BigInteger.ZERO));
        }
        for (var i = 0; i < cells.size(); i++) {
            if (i < groups || noise.everyLevel()) {
                var sum = cells.get(i).members().stream().map(numbers::get).reduce(BigInteger.ZERO, BigInteger::add);
                adjusted.set(i, adjusted.get(i).with(number, sum));
            }
        }
    }

    private List<BigInteger> drawn(int number) {
        return new ArrayList<>(cells.subList(0, groups).stream()
                .map(cell -> cell.numbers().get(number))
                .toList());
    }

    /// The groups' numbers by least squares; those that turn out negative and must not be are held at 0.
    private List<BigInteger> fitted(int number) {
        var measured = cells.stream()
                .mapToDouble(cell -> cell.numbers().get(number).doubleValue())
                .toArray();
        var held = new boolean[groups];
        var fitted = solved(measured, held);
        for (var round = 0; dp.noises().get(number).nonNegative() && round < MOST_ROUNDS; round++) {
            var negative = fitted;
            var found = IntStream.range(0, groups)
                    .filter(i -> !held[i] && negative[i] < 0)
                    .toArray();
            if (found.length == 0) {
                break;
            }
            Arrays.stream(found).forEach(i -> held[i] = true);
            fitted = solved(measured, held);
        }
        return new ArrayList<>(Arrays.stream(fitted)
                .mapToObj(value -> new BigDecimal(value)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .toBigInteger())
                .toList());
    }

    /// Conjugate gradients on the normal equations, from the groups' own numbers.
    private double[] solved(double[] measured, boolean[] held) {
        var x = new double[groups];
        IntStream.range(0, groups).forEach(i -> x[i] = held[i] ? 0 : measured[i]);
        var missing = sums(x);
        Arrays.setAll(missing, i -> measured[i] - missing[i]);
        var rest = toGroups(missing, held);
        var step = rest.clone();
        var size = square(rest);
        var enough = EXACT * EXACT * Math.max(1, square(toGroups(measured, held)));
        for (var i = 0; i < MOST_STEPS && size > enough; i++) {
            var across = toGroups(sums(step), held);
            var length = size / product(step, across);
            for (var group = 0; group < groups; group++) {
                x[group] += length * step[group];
                rest[group] -= length * across[group];
            }
            var next = square(rest);
            var turn = next / size;
            for (var group = 0; group < groups; group++) {
                step[group] = rest[group] + turn * step[group];
            }
            size = next;
        }
        return x;
    }

    /// What groups add up to in each cell.
    private double[] sums(double[] values) {
        return cells.stream()
                .mapToDouble(cell ->
                        cell.members().stream().mapToDouble(i -> values[i]).sum())
                .toArray();
    }

    private double[] toGroups(double[] ofCells, boolean[] held) {
        var values = new double[groups];
        for (var i = 0; i < cells.size(); i++) {
            var value = ofCells[i];
            cells.get(i).members().forEach(group -> values[group] += held[group] ? 0 : value);
        }
        return values;
    }

    private static double square(double[] values) {
        return product(values, values);
    }

    private static double product(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }
}
