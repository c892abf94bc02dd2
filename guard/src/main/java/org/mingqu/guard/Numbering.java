package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.BoundedCount;
import org.mingqu.privacy.BoundedSum;
import org.mingqu.privacy.accounting.Share;

/// The noises of the columns of an instant plan: how much one subject can change each number, and what refers to them
/// by their places.
final class Numbering {

    /// A tree of counts is as good as two numbers.
    private static final int TREE_PARTS = 2;

    private final Measures measures;
    private final List<DpPlan.Noise> noises = new ArrayList<>();

    Numbering(Measures measures) {
        this.measures = measures;
        for (var column = 0; column < measures.columns().size(); column++) {
            var noise = noise(column);
            if (noise != null) {
                noises.add(noise);
            }
        }
    }

    private DpPlan.@Nullable Noise noise(int column) {
        var rows = measures.rowsPerSubject();
        return switch (measures.columns().get(column)) {
            case Measure.Key _, Measure.Over _, Measure.Later _ -> null;
            case Measure.RowCount _, Measure.ValueCount _ ->
                number(column, new BoundedCount(rows).sensitivity(), 1, true);
            case Measure.SubjectCount _ ->
                number(column, new BoundedCount(measures.groups()).sensitivity(), measures.groups(), true);
            case Measure.Sum(var _, var _, var range) ->
                number(
                        column,
                        new BoundedSum(range.gridLow(), range.gridHigh(), rows).sensitivity(),
                        1,
                        range.gridLow() >= 0);
            case Measure.Centred(var _, var _, var range) ->
                number(column, Math.multiplyExact(range.interval().width(), rows), 1, false);
            case Measure.Squares(var _, var _, var range) ->
                number(column, Math.multiplyExact(range.interval().squareWidth().longValueExact(), rows), 1, false);
            case Measure.Tree(var _, var _, var range, var height, var branching) ->
                new DpPlan.Noise(
                        column,
                        Math.multiplyExact(rows, (long) height),
                        new Share(TREE_PARTS, height),
                        true,
                        true,
                        new DpPlan.Tree(range.beyond(), height, branching));
        };
    }

    /// Only the number by which groups show, where nobody asked for it, has no totals.
    private DpPlan.Noise number(int column, long sensitivity, long spread, boolean nonNegative) {
        var hidden = measures.outputs().get(column).hidden();
        var everyLevel = column != measures.selecting() || !hidden || isPart(column);
        return new DpPlan.Noise(column, sensitivity, new Share(1, spread), everyLevel, nonNegative, null);
    }

    private boolean isPart(int column) {
        return measures.derived().stream().anyMatch(of -> switch (of) {
            case DpPlan.Derived.Quotient(var _, var sum, var count) -> sum == column || count == column;
            case DpPlan.Derived.Mean mean -> mean.centred() == column || mean.count() == column;
            case DpPlan.Derived.Spread spread ->
                spread.centred() == column || spread.count() == column || spread.squares() == column;
            case DpPlan.Derived.Quantile quantile -> quantile.tree() == column;
        });
    }

    List<DpPlan.Noise> noises() {
        return noises;
    }

    DpPlan.@Nullable Selection selection() {
        var column = measures.selecting();
        if (column < 0) {
            return null;
        }
        var weight = measures.columns().get(column) instanceof Measure.SubjectCount ? 1 : measures.rowsPerSubject();
        return new DpPlan.Selection(place(column), weight);
    }

    /// What is computed, by the places of the noises of its parts.
    List<DpPlan.Derived> derived() {
        return measures.derived().stream()
                .map(of -> switch (of) {
                    case DpPlan.Derived.Quotient(var output, var sum, var count) ->
                        new DpPlan.Derived.Quotient(output, place(sum), place(count));
                    case DpPlan.Derived.Mean it ->
                        new DpPlan.Derived.Mean(
                                it.output(), place(it.centred()), place(it.count()), it.interval(), it.scale());
                    case DpPlan.Derived.Spread it ->
                        new DpPlan.Derived.Spread(
                                it.output(),
                                place(it.count()),
                                place(it.centred()),
                                place(it.squares()),
                                it.interval(),
                                it.scale(),
                                it.sample(),
                                it.root());
                    case DpPlan.Derived.Quantile it ->
                        new DpPlan.Derived.Quantile(it.output(), place(it.tree()), it.rank(), it.scale());
                })
                .map(DpPlan.Derived.class::cast)
                .toList();
    }

    private int place(int column) {
        for (var i = 0; i < noises.size(); i++) {
            if (noises.get(i).output() == column) {
                return i;
            }
        }
        throw new IllegalStateException("column %d has no noise".formatted(column));
    }
}
