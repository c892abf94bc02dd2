package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.sql.SqlKind;
import org.mingqu.privacy.BoundedCount;
import org.mingqu.privacy.BoundedSum;

/// The numbers of an instant plan: what the engine has to count and sum for each of the outputs, and how much
/// one subject can change it.
final class Measures {

    private static final long MOST_ROWS = 1_000_000_000L;
    private static final int AVERAGE_DIGITS = 4;

    /// What one column of the engine's result is.
    sealed interface Measure {
        /// A group key, by its place among the keys.
        record Key(int key) implements Measure {}

        /// The number of rows.
        record RowCount() implements Measure {}

        /// The number of rows in which an argument is present.
        record ValueCount(int argument, int filter) implements Measure {}

        /// The number of subjects in the group.
        record SubjectCount(int filter) implements Measure {}

        /// The sum of an argument, every value within its range.
        record Sum(int argument, int filter, Range range) implements Measure {}

        /// Computed from other columns after noise.
        record Later() implements Measure {}
    }

    private final Places places;
    private final Rows rows;
    private final List<Output> outputs = new ArrayList<>();
    private final List<Measure> columns = new ArrayList<>();
    private final List<DpPlan.Noise> noises = new ArrayList<>();
    private final List<DpPlan.Division> divisions = new ArrayList<>();
    private final long groups;
    private int subjects = -1;

    /// @param named the visible outputs
    /// @param fields for each of them the field of the aggregation
    Measures(Places places, Rows rows, List<Output> named, LogicalAggregate aggregate, List<Integer> fields) {
        this.places = places;
        this.rows = rows;
        if (rows.perSubject() > MOST_ROWS) {
            throw places.refuse(Rule.TABLE_NO_BOUND, "join", Places.Clause.FROM, Map.of("limit", "" + MOST_ROWS));
        }
        this.groups = Aggregations.groupsPerSubject(aggregate.getGroupSet().asList(), rows, Aggregations.STEADY);
        var keys = aggregate.getGroupCount();
        var averages = new ArrayList<Integer>();
        for (var i = 0; i < named.size(); i++) {
            var field = fields.get(i);
            if (field < keys) {
                add(named.get(i), new Measure.Key(field));
            } else {
                var call = aggregate.getAggCallList().get(field - keys);
                visible(named.get(i), call, averages);
            }
        }
        for (var average : averages) {
            divide(average, aggregate.getAggCallList().get(fields.get(average) - keys));
        }
        if (keys > 0) {
            select();
        }
        for (var i = 0; i < columns.size(); i++) {
            noise(i);
        }
    }

    private void visible(Output output, AggregateCall call, List<Integer> averages) {
        var measure = measure(call);
        if (call.getAggregation().getKind() == SqlKind.AVG) {
            averages.add(outputs.size());
            var digits =
                    measure instanceof Measure.Sum sum ? Math.max(sum.range().scale(), AVERAGE_DIGITS) : AVERAGE_DIGITS;
            add(new Output(output.name(), ColumnType.DECIMAL, digits, Output.Kind.AVG), new Measure.Later());
        } else if (measure instanceof Measure.Sum sum) {
            var scale = sum.range().scale();
            add(
                    new Output(
                            output.name(),
                            scale == 0 ? ColumnType.INTEGER : ColumnType.DECIMAL,
                            scale,
                            Output.Kind.SUM),
                    measure);
        } else {
            add(new Output(output.name(), ColumnType.INTEGER, 0, Output.Kind.COUNT), measure);
        }
    }

    private Measure measure(AggregateCall call) {
        var filter = call.filterArg;
        if (call.getAggregation().getKind() != SqlKind.COUNT) {
            return sum(call.getArgList().getFirst(), filter);
        }
        if (call.getArgList().isEmpty()) {
            return filter < 0 ? new Measure.RowCount() : new Measure.ValueCount(-1, filter);
        }
        var argument = call.getArgList().getFirst();
        if (!call.isDistinct()) {
            return new Measure.ValueCount(argument, filter);
        }
        if (!rows.subjects().getFirst().equals(rows.labels().get(argument).subject())) {
            throw places.refuse(
                    Rule.OPERATOR_NOT_HERE,
                    rows.labels().get(argument).names(),
                    Places.Clause.SELECT,
                    Map.of("operator", "COUNT(DISTINCT …)", "nearest", "COUNT(*)"));
        }
        return new Measure.SubjectCount(filter);
    }

    private Measure.Sum sum(int argument, int filter) {
        var range = rows.labels().get(argument).range();
        if (range == null || !range.fits(rows.perSubject())) {
            var names = rows.labels().get(argument).names();
            throw places.refuse(
                    Rule.COLUMN_NO_BOUNDS,
                    names,
                    Places.Clause.SELECT,
                    Map.of("column", String.join("、", names), "function", "SUM"));
        }
        return new Measure.Sum(argument, filter, range);
    }

    private int add(Output output, Measure measure) {
        outputs.add(output);
        columns.add(measure);
        return columns.size() - 1;
    }

    /// An average needs its sum and its count, which may already be among the outputs.
    private void divide(int output, AggregateCall call) {
        var sum = sum(call.getArgList().getFirst(), call.filterArg);
        var scale = sum.range().scale();
        var summed = place(sum, new Output("sum", ColumnType.DECIMAL, scale, Output.Kind.PART));
        var count = new Measure.ValueCount(call.getArgList().getFirst(), call.filterArg);
        var counted = place(count, new Output("count", ColumnType.INTEGER, 0, Output.Kind.PART));
        divisions.add(new DpPlan.Division(output, summed, counted)); // places of columns until noises are numbered
    }

    private int place(Measure measure, Output hidden) {
        var found = columns.indexOf(measure);
        return found >= 0 ? found : add(hidden, measure);
    }

    /// Groups show by their number of subjects; where every subject has one row, the number of rows is that.
    private void select() {
        var rowCount = columns.indexOf(new Measure.RowCount());
        subjects = rows.perSubject() == 1 && rowCount >= 0
                ? rowCount
                : place(
                        new Measure.SubjectCount(-1),
                        new Output("subjects", ColumnType.INTEGER, 0, Output.Kind.SUBJECTS));
    }

    private void noise(int column) {
        var sensitivity = switch (columns.get(column)) {
            case Measure.Key _, Measure.Later _ -> 0L;
            case Measure.RowCount _, Measure.ValueCount _ -> new BoundedCount(rows.perSubject()).sensitivity();
            case Measure.SubjectCount _ -> new BoundedCount(groups).sensitivity();
            case Measure.Sum sum ->
                new BoundedSum(sum.range().gridLow(), sum.range().gridHigh(), rows.perSubject()).sensitivity();
        };
        if (sensitivity > 0) {
            noises.add(new DpPlan.Noise(column, sensitivity));
        }
    }

    private int numbered(int column) {
        for (var i = 0; i < noises.size(); i++) {
            if (noises.get(i).output() == column) {
                return i;
            }
        }
        throw new IllegalStateException("column %d has no noise".formatted(column));
    }

    List<Output> outputs() {
        return outputs;
    }

    List<Measure> columns() {
        return columns;
    }

    List<DpPlan.Noise> noises() {
        return noises;
    }

    List<DpPlan.Division> divisions() {
        return divisions.stream()
                .map(division ->
                        new DpPlan.Division(division.output(), numbered(division.sum()), numbered(division.count())))
                .toList();
    }

    /// The place in [#noises()] of the number by which groups show; -1 where there is one group.
    int subjects() {
        return subjects < 0 ? -1 : numbered(subjects);
    }

    /// The most groups of one subject.
    long groups() {
        return groups;
    }
}
