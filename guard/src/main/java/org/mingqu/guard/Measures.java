package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.sql.SqlKind;

/// The numbers of an instant plan: what the engine has to count and sum for each of the outputs.
final class Measures {

    private static final long MOST_ROWS = 1_000_000_000L;
    private static final int AVERAGE_DIGITS = 4;

    /// Sums of so many bits hold the values of one subject, in whole numbers with some to spare.
    private static final int BITS = 60;

    private static final int MOST_BITS = 39;

    /// Squares need no finer grid: the noise is coarser by far.
    private static final int SQUARE_BITS = 20;

    /// Where the rows of one subject are at most so many times its groups, groups show by their number of rows:
    /// that needs no number of subjects, which takes a share of the loss and most of the engine's time.
    private static final long ROWS_FOR_SUBJECTS = 16;

    /// The same where there are so many times more rows in the data than one subject may have: then a group of a
    /// fiftieth of them still shows at the usual loss.
    private static final long ROWS_FOR_ROWS = 20_000;

    private final Places places;
    private final Rows rows;
    private final Ranges ranges;
    private final LogicalAggregate aggregate;
    private final boolean held;
    private final List<Output> outputs = new ArrayList<>();
    private final List<Measure> columns = new ArrayList<>();
    private final List<DpPlan.Derived> derived = new ArrayList<>();
    private final List<DpPlan.Bounds> bounds = new ArrayList<>();
    private final long groups;
    private int selecting = -1;

    /// @param named the visible outputs
    /// @param fields for each of them the field of the aggregation
    /// @param held whether the data are known to hold the bound on the rows of a subject
    Measures(
            Places places,
            Rows rows,
            Ranges ranges,
            List<Output> named,
            LogicalAggregate aggregate,
            List<Integer> fields,
            boolean held) {
        this.places = places;
        this.rows = rows;
        this.ranges = ranges;
        this.aggregate = aggregate;
        this.held = held;
        if (rows.perSubject() > MOST_ROWS) {
            throw places.refuse(Rule.TABLE_NO_BOUND, "join", Places.Clause.FROM, Map.of("limit", "" + MOST_ROWS));
        }
        this.groups = Aggregations.groupsPerSubject(aggregate.getGroupSet().asList(), rows, Aggregations.STEADY);
        var keys = aggregate.getGroupCount();
        var later = new ArrayList<Integer>();
        for (var i = 0; i < named.size(); i++) {
            var field = fields.get(i);
            if (field < keys) {
                add(named.get(i), new Measure.Key(field));
            } else if (visible(named.get(i), aggregate.getAggCallList().get(field - keys))) {
                later.add(i);
            }
        }
        for (var output : later) {
            derive(output, aggregate.getAggCallList().get(fields.get(output) - keys));
        }
        if (keys > 0) {
            select();
        }
    }

    /// Adds a visible column.
    ///
    /// @return whether it is computed from others
    private boolean visible(Output output, AggregateCall call) {
        var measure = measure(call);
        switch (measure) {
            case Measure.Over _ -> add(new Output(output.name(), ColumnType.INTEGER, 0, Output.Kind.KEY), measure);
            case Measure.Later _ -> {
                var kind = call.getAggregation().getKind() == SqlKind.AVG ? Output.Kind.AVG : Output.Kind.VALUE;
                add(new Output(output.name(), ColumnType.DECIMAL, digits(call), kind), measure);
                return true;
            }
            case Measure.Sum sum -> {
                var scale = sum.range().scale();
                var type = scale == 0 ? ColumnType.INTEGER : ColumnType.DECIMAL;
                bounded(add(new Output(output.name(), type, scale, Output.Kind.SUM), sum), sum.argument());
            }
            default -> add(new Output(output.name(), ColumnType.INTEGER, 0, Output.Kind.COUNT), measure);
        }
        return false;
    }

    private int digits(AggregateCall call) {
        var range = ranges.of(QuantileCall.argument(call, rows));
        return Summary.of(call) == Summary.ONE_VALUE ? range.scale() : Math.max(range.scale(), AVERAGE_DIGITS);
    }

    private Measure measure(AggregateCall call) {
        return switch (java.util.Objects.requireNonNull(Summary.of(call))) {
            case COUNT -> count(call);
            case KEYS ->
                new Measure.Over(call.getArgList().stream()
                        .map(aggregate.getGroupSet()::indexOf)
                        .toList());
            case TOTAL ->
                call.getAggregation().getKind() == SqlKind.AVG
                        ? new Measure.Later()
                        : new Measure.Sum(
                                call.getArgList().getFirst(),
                                call.filterArg,
                                ranges.of(call.getArgList().getFirst()));
            default -> new Measure.Later();
        };
    }

    private Measure count(AggregateCall call) {
        var filter = call.filterArg;
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
        if (aggregate.getGroupSets().size() > 1 && groups > 1) {
            throw places.refuse(Rule.INSTANT_LEVELS, "rollup", Places.Clause.GROUP, Map.of("nearest", "COUNT(*)"));
        }
        return new Measure.SubjectCount(filter);
    }

    private int add(Output output, Measure measure) {
        outputs.add(output);
        columns.add(measure);
        return columns.size() - 1;
    }

    /// What an average, a spread or a quantile needs, some of which may be among the columns already.
    private void derive(int output, AggregateCall call) {
        var argument = QuantileCall.argument(call, rows);
        var filter = call.filterArg;
        var range = ranges.of(argument);
        bounded(output, argument);
        switch (java.util.Objects.requireNonNull(Summary.of(call))) {
            case TOTAL -> average(output, argument, filter, range);
            case SPREAD -> spread(output, call, argument, filter, range);
            default -> {
                var tree = Measure.Tree.of(argument, filter, range.within(MOST_BITS));
                var at = place(tree, new Output("leaves", ColumnType.INTEGER, 0, Output.Kind.PART));
                var rank = QuantileCall.rank(call, rows).orElseThrow(() -> QuantileCall.noRank(call, places));
                derived.add(new DpPlan.Derived.Quantile(
                        output, at, rank, tree.range().scale()));
            }
        }
    }

    /// From a sum that is asked for as well, or else from one around the middle, which needs half the noise.
    private void average(int output, int argument, int filter, Range range) {
        var count = counted(argument, filter);
        var sum = columns.indexOf(new Measure.Sum(argument, filter, range));
        if (sum >= 0) {
            derived.add(new DpPlan.Derived.Quotient(output, sum, count));
            return;
        }
        var centred = new Measure.Centred(argument, filter, range.within(bits(1)));
        derived.add(new DpPlan.Derived.Mean(
                output,
                place(centred, part("sum")),
                count,
                centred.range().interval(),
                centred.range().scale()));
    }

    private void spread(int output, AggregateCall call, int argument, int filter, Range range) {
        var coarse = range.within(Math.min(SQUARE_BITS, bits(2)));
        var kind = call.getAggregation().getKind();
        derived.add(new DpPlan.Derived.Spread(
                output,
                counted(argument, filter),
                place(new Measure.Centred(argument, filter, coarse), part("sum")),
                place(new Measure.Squares(argument, filter, coarse), part("squares")),
                coarse.interval(),
                coarse.scale(),
                kind == SqlKind.VAR_SAMP || kind == SqlKind.STDDEV_SAMP,
                kind == SqlKind.STDDEV_POP || kind == SqlKind.STDDEV_SAMP));
    }

    /// How many bits a value may have whose power the rows of a subject add up.
    private int bits(int power) {
        var forRows = Long.SIZE - Long.numberOfLeadingZeros(rows.perSubject());
        return Math.clamp((BITS - forRows) / power, 1, MOST_BITS);
    }

    private int counted(int argument, int filter) {
        return place(
                new Measure.ValueCount(argument, filter), new Output("count", ColumnType.INTEGER, 0, Output.Kind.PART));
    }

    private static Output part(String name) {
        return new Output(name, ColumnType.DECIMAL, 0, Output.Kind.PART);
    }

    private int place(Measure measure, Output hidden) {
        var found = columns.indexOf(measure);
        return found >= 0 ? found : add(hidden, measure);
    }

    private void bounded(int output, int argument) {
        var range = ranges.of(argument);
        bounds.add(new DpPlan.Bounds(output, range.low(), range.high(), ranges.origin(argument)));
    }

    /// Groups show by their number of subjects, or by that of rows where it says nearly as much.
    private void select() {
        var subjects = columns.indexOf(new Measure.SubjectCount(-1));
        if (subjects >= 0) {
            selecting = subjects;
        } else if (rows.perSubject() == 1 || (held && isTold())) {
            selecting = place(new Measure.RowCount(), new Output("rows", ColumnType.INTEGER, 0, Output.Kind.PART));
        } else {
            selecting = place(
                    new Measure.SubjectCount(-1), new Output("subjects", ColumnType.INTEGER, 0, Output.Kind.SUBJECTS));
        }
    }

    /// Whether the number of rows says nearly as much of a group as that of subjects.
    private boolean isTold() {
        var most = rows.labels().stream()
                .flatMap(label -> label.all().stream())
                .mapToLong(source -> source.table().rows())
                .max()
                .orElse(0);
        return rows.perSubject() <= ROWS_FOR_SUBJECTS * groups || most / ROWS_FOR_ROWS >= rows.perSubject();
    }

    List<Output> outputs() {
        return outputs;
    }

    List<Measure> columns() {
        return columns;
    }

    /// Computed columns, by the places of the columns that they are made of.
    List<DpPlan.Derived> derived() {
        return derived;
    }

    List<DpPlan.Bounds> bounds() {
        return bounds;
    }

    /// The column by which groups show; -1 where there is one group.
    int selecting() {
        return selecting;
    }

    /// The most groups of one subject.
    long groups() {
        return groups;
    }

    /// The most rows of one subject.
    long rowsPerSubject() {
        return rows.perSubject();
    }

    /// Whether no subject needs to be cut off: the data hold the bound on rows, and with it that on groups wherever
    /// subjects are counted.
    boolean areBounded() {
        var counted = IntStream.range(0, columns.size())
                .anyMatch(column -> columns.get(column) instanceof Measure.SubjectCount);
        return held && (!counted || aggregate.getGroupCount() == 0 || groups >= rows.perSubject());
    }
}
