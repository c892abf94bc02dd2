package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.sql.SqlKind;

/// What may stand in an aggregate function, by where the aggregation is.
final class Arguments {

    private final Places places;
    private final Lane lane;

    Arguments(Places places, Lane lane) {
        this.places = places;
        this.lane = lane;
    }

    /// Over open data or over a release.
    void open(AggregateCall call, Rows input) {
        known(call);
        for (var field : call.getArgList()) {
            var label = input.labels().get(field);
            identifying(call, label);
            if (!mayBeArgument(call, label)) {
                throw noRight(call, label);
            }
        }
        filter(call, input);
    }

    /// Within subjects: the label of what comes out.
    Label within(AggregateCall call, Rows input) {
        known(call);
        filter(call, input);
        var count = call.getAggregation().getKind() == SqlKind.COUNT;
        var rows = input.perSubject();
        if (call.getArgList().isEmpty()) {
            return shape(call, new Label(Set.of(), Set.of(), Label.Shape.PLAIN, null, count(rows)));
        }
        var label = input.labels().get(call.getArgList().getFirst());
        identifying(call, label);
        if (!mayBeArgument(call, label) && !label.may(Right.FILTER)) {
            throw noRight(call, label);
        }
        var range = label.range();
        var result = switch (call.getAggregation().getKind()) {
            case COUNT -> count(rows);
            case SUM, SUM0 -> range == null ? null : range.sum(rows);
            case AVG -> range == null ? null : new Range(range.low(), range.high(), range.scale() + 3);
            default -> range;
        };
        var shape = label.shape() == Label.Shape.CONSTANT ? Label.Shape.PLAIN : label.shape();
        var kept = count && !call.isDistinct() ? label.deciding() : label;
        return shape(call, new Label(kept.values(), kept.conditions(), shape, null, result));
    }

    private static Range count(long rows) {
        return new Range(BigDecimal.ZERO, BigDecimal.valueOf(rows), 0);
    }

    private static Label shape(AggregateCall call, Label label) {
        return call.hasFilter() ? label.with(Label.Shape.COMPUTED) : label;
    }

    /// Over subjects, exactly. What the arguments are made of is for [Release] to look at.
    void release(AggregateCall call, Rows input) {
        known(call);
        filter(call, input);
        var name = call.getAggregation().getName();
        if (call.getAggregation().getKind() == SqlKind.MIN
                || call.getAggregation().getKind() == SqlKind.MAX) {
            throw places.refuse(
                    Rule.AGGREGATE_ONE_VALUE, name, Places.Clause.SELECT, Map.of("function", name, "nearest", "AVG"));
        }
        for (var field : call.getArgList()) {
            var label = input.labels().get(field);
            identifying(call, label);
            if (!mayBeArgument(call, label)) {
                throw noRight(call, label);
            }
        }
    }

    /// Over subjects with noise: whatever is bounded.
    void noisy(AggregateCall call, Rows input) {
        known(call);
        filter(call, input);
        var name = call.getAggregation().getName();
        if (call.getAggregation().getKind() == SqlKind.MIN
                || call.getAggregation().getKind() == SqlKind.MAX) {
            throw places.refuse(
                    Rule.AGGREGATE_ONE_VALUE, name, Places.Clause.SELECT, Map.of("function", name, "nearest", "AVG"));
        }
        for (var field : call.getArgList()) {
            var label = input.labels().get(field);
            identifying(call, label);
            if (!mayBeArgument(call, label)) {
                throw noRight(call, label);
            }
            if (call.getAggregation().getKind() != SqlKind.COUNT && label.range() == null) {
                throw places.refuse(
                        Rule.COLUMN_NO_BOUNDS,
                        label.names(),
                        Places.Clause.SELECT,
                        Map.of("column", String.join("、", label.names()), "function", name));
            }
        }
    }

    private void known(AggregateCall call) {
        var name = call.getAggregation().getName();
        var known = switch (call.getAggregation().getKind()) {
            case COUNT -> true;
            case SUM, AVG -> !call.isDistinct();
            case MIN, MAX -> true;
            default -> false;
        };
        if (!known || call.getArgList().size() > 1) {
            throw places.refuse(
                    Rule.OPERATOR_NOT_HERE,
                    name,
                    Places.Clause.SELECT,
                    Map.of("operator", call.isDistinct() ? name + "(DISTINCT …)" : name));
        }
    }

    /// COUNT(DISTINCT x) needs its own right; COUNT(x) only says where x is missing; the others add values up.
    private static boolean mayBeArgument(AggregateCall call, Label label) {
        if (call.getAggregation().getKind() != SqlKind.COUNT) {
            return label.may(Right.OUTPUT_AGGREGATE);
        }
        return label.may(Right.COUNT_DISTINCT)
                || (!call.isDistinct()
                        && (label.may(Right.OUTPUT_AGGREGATE) || label.may(Right.FILTER) || label.may(Right.GROUP)));
    }

    private void filter(AggregateCall call, Rows input) {
        if (call.hasFilter()) {
            var label = input.labels().get(call.filterArg);
            if (!label.may(Right.FILTER)) {
                var lacking = label.lacking(Right.FILTER);
                throw places.refuse(
                        Rule.COLUMN_NO_RIGHT,
                        lacking,
                        Places.Clause.SELECT,
                        Map.of("column", String.join("、", lacking), "right", "FILTER"));
            }
        }
    }

    /// Who it is can be counted and nothing else.
    private void identifying(AggregateCall call, Label label) {
        var identifying = label.identifying();
        if (!identifying.isEmpty() && call.getAggregation().getKind() != SqlKind.COUNT) {
            throw places.refuse(
                    Rule.COLUMN_IDENTIFIER,
                    identifying,
                    Places.Clause.SELECT,
                    Map.of("column", String.join("、", identifying), "nearest", "COUNT(DISTINCT …)"));
        }
    }

    private Refusal noRight(AggregateCall call, Label label) {
        var count = call.getAggregation().getKind() == SqlKind.COUNT;
        var right = count ? Right.COUNT_DISTINCT : Right.OUTPUT_AGGREGATE;
        var lacking = label.lacking(right);
        return places.refuse(
                Rule.COLUMN_NO_RIGHT,
                lacking,
                Places.Clause.SELECT,
                Map.of("column", String.join("、", lacking), "right", right.name(), "lane", lane.name()));
    }
}
