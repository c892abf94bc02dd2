package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.sql.type.SqlTypeUtil;

/// What may stand in an aggregate function, by where the aggregation is.
final class Arguments {

    private static final Set<Summary> NOISY = EnumSet.of(Summary.COUNT, Summary.TOTAL, Summary.SPREAD, Summary.KEYS);
    private static final Set<Summary> RELEASED = EnumSet.of(Summary.COUNT, Summary.TOTAL, Summary.SPREAD);
    private static final Set<Summary> WITHIN =
            EnumSet.of(Summary.COUNT, Summary.TOTAL, Summary.SPREAD, Summary.ONE_VALUE);

    /// With two subjects, mean and spread are two equations for two values.
    private static final int LEAST_FOR_SPREAD = 3;

    private final Places places;
    private final Lane lane;

    Arguments(Places places, Lane lane) {
        this.places = places;
        this.lane = lane;
    }

    /// The fields whose values a function looks at: its arguments, and what it sorts by.
    static List<Integer> fields(AggregateCall call) {
        var fields = new ArrayList<>(call.getArgList());
        call.getCollation().getKeys().forEach(fields::add);
        return fields;
    }

    /// Over open data or over a release.
    void open(AggregateCall call, List<Label> input) {
        var summary = known(call, EnumSet.allOf(Summary.class), true);
        filter(call, input);
        if (summary == Summary.KEYS) {
            return;
        }
        for (var field : fields(call)) {
            var label = input.get(field);
            identifying(call, label);
            if (!mayBeArgument(call, label)) {
                throw noRight(call, label);
            }
            if (summary != Summary.COUNT && summary != Summary.TOTAL && summary != Summary.SPREAD) {
                shown(call, label);
            }
        }
    }

    /// A sensitive value that is not to be seen is not to be seen as the least or the only one either.
    private void shown(AggregateCall call, Label label) {
        var hidden = label.values().stream()
                .map(Label.Source::column)
                .filter(column -> column.columnClass().compareTo(ColumnClass.SENSITIVE) >= 0)
                .anyMatch(column -> !column.has(Right.GROUP) && !column.has(Right.OUTPUT));
        if (hidden) {
            throw oneValue(call, label.names());
        }
    }

    /// Within subjects: the label of what comes out.
    Label within(AggregateCall call, Rows input) {
        var summary = known(call, WITHIN, false);
        filter(call, input.labels());
        var rows = input.perSubject();
        var fields = fields(call);
        if (fields.isEmpty()) {
            return shape(call, new Label(Set.of(), Set.of(), Label.Shape.PLAIN, null, count(rows)));
        }
        var label = value(call, input);
        identifying(call, label);
        if (!mayBeArgument(call, label) && !label.may(Right.FILTER)) {
            throw noRight(call, label);
        }
        var range = label.range();
        var result = switch (call.getAggregation().getKind()) {
            case COUNT -> count(rows);
            case SUM, SUM0 -> range == null ? null : range.sum(rows);
            case AVG -> range == null ? null : new Range(range.low(), range.high(), range.scale() + 3);
            default -> summary == Summary.SPREAD ? null : range;
        };
        var plain = label.shape() == Label.Shape.CONSTANT ? Label.Shape.PLAIN : label.shape();
        var shape = summary == Summary.SPREAD ? Label.Shape.COMPUTED : plain;
        var kept = summary == Summary.COUNT && !call.isDistinct() ? label.deciding() : label;
        return shape(call, new Label(kept.values(), kept.conditions(), shape, null, result));
    }

    /// The label of the one argument that is a value; others are constants (which quantile).
    private Label value(AggregateCall call, Rows input) {
        Label value = null;
        for (var field : fields(call)) {
            var label = input.labels().get(field);
            if (label.shape() == Label.Shape.CONSTANT && fields(call).size() > 1) {
                continue;
            }
            if (value != null) {
                throw notHere(call);
            }
            value = label;
        }
        if (value == null) {
            throw notHere(call);
        }
        return value;
    }

    private static Range count(long rows) {
        return new Range(BigDecimal.ZERO, BigDecimal.valueOf(rows), 0);
    }

    private static Label shape(AggregateCall call, Label label) {
        return call.hasFilter() ? label.with(Label.Shape.COMPUTED) : label;
    }

    /// Over subjects, exactly. What the arguments are made of is for [Release] to look at.
    void release(AggregateCall call, Rows input, int threshold) {
        var summary = known(call, RELEASED, false);
        filter(call, input.labels());
        for (var field : fields(call)) {
            var label = input.labels().get(field);
            identifying(call, label);
            OwnTables.argument(call, label, places);
            if (!mayBeArgument(call, label)) {
                throw noRight(call, label);
            }
            if (summary == Summary.SPREAD) {
                spread(call, label, threshold);
            }
            if (summary != Summary.COUNT) {
                weights(call, label);
            }
        }
    }

    /// The spread of a sum of two columns tells the sum of their products, and by those the value of one
    /// subject could be taken out.
    private void spread(AggregateCall call, Label label, int threshold) {
        if (threshold < LEAST_FOR_SPREAD) {
            throw oneValue(call, label.names());
        }
        if (label.shape() != Label.Shape.PLAIN || label.values().size() != 1) {
            throw places.refuse(
                    Rule.AGGREGATE_COMPUTED,
                    label.names(),
                    Places.Clause.SELECT,
                    Map.of("function", name(call), "nearest", name(call) + "(x)"));
        }
    }

    /// A sum over subjects of what is nobody's is a sum of weights that somebody chose: powers of two by
    /// place, or by person, tell from one sum who is in it.
    private void weights(AggregateCall call, Label label) {
        var weights = label.all().stream()
                .filter(source -> source.table().subject() == null)
                .filter(label.values()::contains)
                .map(source -> source.column().name())
                .toList();
        if (!weights.isEmpty()) {
            throw places.refuse(
                    Rule.AGGREGATE_WEIGHTS,
                    Set.copyOf(weights),
                    Places.Clause.SELECT,
                    Map.of("function", name(call), "column", String.join("、", weights), "nearest", "GROUP BY"));
        }
    }

    /// Over subjects with noise: whatever is bounded, or whose bounds can be found.
    void noisy(AggregateCall call, Rows input) {
        var summary = QuantileCall.is(call) ? Summary.ONE_VALUE : known(call, NOISY, false);
        filter(call, input.labels());
        if (summary == Summary.KEYS) {
            return;
        }
        for (var field : fields(call)) {
            var label = input.labels().get(field);
            identifying(call, label);
            if (!mayBeArgument(call, label)) {
                throw noRight(call, label);
            }
        }
        if (summary != Summary.COUNT) {
            var type = input.plan()
                    .getRowType()
                    .getFieldList()
                    .get(QuantileCall.argument(call, input))
                    .getType();
            if (!SqlTypeUtil.isNumeric(type) || (call.isDistinct() && summary == Summary.ONE_VALUE)) {
                throw notHere(call);
            }
        }
        if (summary == Summary.ONE_VALUE && QuantileCall.rank(call, input).isEmpty()) {
            throw QuantileCall.noRank(call, places);
        }
    }

    private Summary known(AggregateCall call, Set<Summary> allowed, boolean open) {
        var summary = Summary.of(call);
        if (summary == null) {
            throw notHere(call);
        }
        if (!allowed.contains(summary)) {
            throw switch (summary) {
                case ONE_VALUE, TRUTH -> oneValue(call, Set.of());
                default -> notHere(call);
            };
        }
        var several = fields(call).size() > 1 && summary != Summary.ONE_VALUE;
        if ((several && summary != Summary.KEYS)
                || (call.isDistinct() && !open && (summary == Summary.TOTAL || summary == Summary.SPREAD))) {
            throw notHere(call);
        }
        return summary;
    }

    private Refusal notHere(AggregateCall call) {
        return places.refuse(
                Rule.OPERATOR_NOT_HERE,
                name(call),
                Places.Clause.SELECT,
                Map.of("operator", call.isDistinct() ? name(call) + "(DISTINCT …)" : name(call)));
    }

    private Refusal oneValue(AggregateCall call, Set<String> columns) {
        return places.refuse(
                Rule.AGGREGATE_ONE_VALUE,
                columns.isEmpty() ? Set.of(name(call)) : columns,
                Places.Clause.SELECT,
                Map.of("function", name(call), "nearest", "AVG"));
    }

    private static String name(AggregateCall call) {
        return call.getAggregation().getName().toUpperCase(Locale.ROOT);
    }

    /// COUNT(DISTINCT x) needs its own right; COUNT(x) only says where x is missing; the others add values
    /// up.
    private static boolean mayBeArgument(AggregateCall call, Label label) {
        if (Summary.of(call) != Summary.COUNT) {
            return label.may(Right.OUTPUT_AGGREGATE);
        }
        return label.may(Right.COUNT_DISTINCT)
                || (!call.isDistinct()
                        && (label.may(Right.OUTPUT_AGGREGATE) || label.may(Right.FILTER) || label.may(Right.GROUP)));
    }

    private void filter(AggregateCall call, List<Label> input) {
        if (call.hasFilter()) {
            var label = input.get(call.filterArg);
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
        if (!identifying.isEmpty() && Summary.of(call) != Summary.COUNT) {
            throw places.refuse(
                    Rule.COLUMN_IDENTIFIER,
                    identifying,
                    Places.Clause.SELECT,
                    Map.of("column", String.join("、", identifying), "nearest", "COUNT(DISTINCT …)"));
        }
    }

    private Refusal noRight(AggregateCall call, Label label) {
        var count = Summary.of(call) == Summary.COUNT;
        var right = count ? Right.COUNT_DISTINCT : Right.OUTPUT_AGGREGATE;
        var lacking = label.lacking(right);
        return places.refuse(
                Rule.COLUMN_NO_RIGHT,
                lacking,
                Places.Clause.SELECT,
                Map.of("column", String.join("、", lacking), "right", right.name(), "lane", lane.name()));
    }
}
