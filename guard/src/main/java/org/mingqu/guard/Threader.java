package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/// Rewrites a plan so that every row carries the subjects whose data it is, and checks on the way that every
/// column is used only for what it was granted for. A relation that is not listed here is refused.
final class Threader {

    private final Places places;
    private final Lane lane;
    private final int threshold;
    private final Counting counting;
    private @Nullable CellRows cells;
    private final Sources sources;
    private final OpenRelations open;
    private final Aggregations aggregations;

    /// What is to be known of the subjects behind a released group.
    enum Counting {
        /// How many they are.
        EXACT,
        /// Whether they are enough.
        QUICK,
        /// Who they are.
        CELLS
    }

    Threader(Places places, Lane lane, int threshold, boolean exactly) {
        this(places, lane, threshold, exactly ? Counting.EXACT : Counting.QUICK);
    }

    Threader(Places places, Lane lane, int threshold, Counting counting) {
        this.places = places;
        this.lane = lane;
        this.threshold = threshold;
        this.counting = counting;
        this.sources = new Sources(places);
        this.open = new OpenRelations(places, sources);
        this.aggregations = new Aggregations(places, lane);
    }

    /// The granted tables that were read.
    Set<GrantedTable> tables() {
        return sources.tables();
    }

    /// What was released, if cells are listed; at most one relation is, because a release is joined with open
    /// data only.
    @Nullable
    CellRows cells() {
        return cells;
    }

    Rows thread(RelNode node) {
        return Sources.haveSubjectsOrOuter(node) ? subjects(node) : open(node);
    }

    /// Data of nobody: the plan stays as it is.
    private Rows open(RelNode node) {
        var labels = open.labels(node);
        var grouped = labels.stream().allMatch(label -> label.shape() == Label.Shape.RELEASED);
        return new Rows(node, labels, List.of(), 1, Map.of(), grouped ? Rows.Stage.OPEN_GROUPS : Rows.Stage.ROWS);
    }

    private Rows subjects(RelNode node) {
        return switch (node) {
            case TableScan scan -> read(scan);
            case LogicalProject project
            when project.getVariablesSet().isEmpty() -> project(project, thread(project.getInput()));
            case LogicalFilter filter when filter.getVariablesSet().isEmpty() -> filter(filter);
            case LogicalJoin join ->
                new Joiner(places).join(join, cut(thread(join.getLeft())), cut(thread(join.getRight())), lane);
            case LogicalAggregate aggregate -> aggregate(aggregate);
            case LogicalSort sort -> sort(sort);
            case LogicalUnion _ -> throw places.refuse(Rule.UNION, "union", Places.Clause.SELECT, Map.of());
            case LogicalProject _, LogicalFilter _, org.apache.calcite.rel.core.Correlate _ ->
                throw places.refuse(Rule.SUBQUERY, "exists", Places.Clause.WHERE, Map.of("nearest", "JOIN"));
            case org.apache.calcite.rel.core.Values _ ->
                throw places.refuse(Rule.VALUES, "", Places.Clause.FROM, Map.of());
            default ->
                throw places.refuse(
                        Rule.OPERATOR_NOT_HERE,
                        node.getRelTypeName(),
                        Places.Clause.SELECT,
                        Map.of("operator", name(node)));
        };
    }

    static String name(RelNode node) {
        return node.getRelTypeName()
                .replace("Logical", "")
                .replace("Minus", "EXCEPT")
                .toUpperCase(java.util.Locale.ROOT);
    }

    private Rows read(TableScan scan) {
        var reading = sources.read(scan);
        var subject = reading.subject();
        var listed = counting == Counting.CELLS;
        return new Rows(
                new TableRead(scan.getCluster(), reading.granted(), listed),
                reading.labels(),
                subject == null ? List.of() : List.of(subject),
                Math.max(1, reading.table().maxRowsPerSubject()),
                subject == null
                        ? Map.of()
                        : Map.of(subject, (long) reading.table().maxRowsPerSubject()),
                listed && subject != null ? List.of(reading.table()) : List.of(),
                Rows.Stage.ROWS);
    }

    private Rows project(LogicalProject project, Rows below) {
        var input = project.containsOver() ? windowed(below) : below;
        var labels = new Labels(input.labels(), places);
        var builder = project.getCluster().getRexBuilder();
        var expressions = new ArrayList<RexNode>();
        var kept = new ArrayList<Label>();
        for (var expression : project.getProjects()) {
            var plain = RexUtil.expandSearch(builder, null, expression);
            expressions.add(plain);
            kept.add(labels.of(plain));
        }
        hidden(input).forEach(expressions::add);
        var plan = LogicalProject.create(input.plan(), List.of(), expressions, (List<String>) null, Set.of());
        return new Rows(plan, kept, input.subjects(), input.perSubject(), input.most(), input.units(), input.stage());
    }

    /// A window looks at other rows, so it may look at groups that may be known, and at nothing before.
    private Rows windowed(Rows rows) {
        if (!rows.isReleased()) {
            throw places.refuse(Rule.WINDOW, "over", Places.Clause.SELECT, Map.of("nearest", "SUM(COUNT(*)) OVER (…)"));
        }
        return cut(rows);
    }

    private static List<RexNode> hidden(Rows rows) {
        return IntStream.range(rows.width(), rows.plan().getRowType().getFieldCount())
                .mapToObj(field -> (RexNode) RexInputRef.of(field, rows.plan().getRowType()))
                .toList();
    }

    private Rows filter(LogicalFilter filter) {
        var input = thread(filter.getInput());
        var builder = filter.getCluster().getRexBuilder();
        var condition = RexUtil.expandSearch(builder, null, filter.getCondition());
        if (input.isReleased()) {
            new Labels(input.labels(), places).of(condition);
            // a group that is too small passes whatever its numbers are: that it is left out later says nothing of them
            var passing = input.stage() == Rows.Stage.CARRIED
                    ? builder.makeCall(SqlStdOperatorTable.OR, small(input, builder), condition)
                    : condition;
            return input.with(LogicalFilter.create(input.plan(), passing));
        }
        var joiner = new Joiner(places);
        for (var part : RelOptUtil.conjunctions(condition)) {
            joiner.check(part, input, Places.Clause.WHERE);
        }
        return joiner.merge(input.with(LogicalFilter.create(input.plan(), condition)), condition, true);
    }

    private RexNode small(Rows released, RexBuilder builder) {
        var behind = RexInputRef.of(released.width(), released.plan().getRowType());
        return builder.makeCall(
                SqlStdOperatorTable.LESS_THAN,
                behind,
                builder.makeExactLiteral(java.math.BigDecimal.valueOf(threshold)));
    }

    /// The same without the groups that are too small: whatever is computed from it may be known.
    private Rows cut(Rows rows) {
        if (rows.stage() != Rows.Stage.CARRIED) {
            return rows;
        }
        var builder = rows.plan().getCluster().getRexBuilder();
        var enough = builder.makeCall(SqlStdOperatorTable.NOT, small(rows, builder));
        return new Rows(
                LogicalFilter.create(rows.plan(), enough),
                rows.labels(),
                rows.subjects(),
                rows.perSubject(),
                rows.most(),
                Rows.Stage.CUT);
    }

    private Rows aggregate(LogicalAggregate aggregate) {
        var project = aggregate.getInput() instanceof LogicalProject below
                        && below.getVariablesSet().isEmpty()
                ? below
                : null;
        var below = thread(project == null ? aggregate.getInput() : project.getInput());
        var input = cut(project == null ? below : project(project, below));
        if (input.isReleased()) {
            return aggregations.again(aggregate, input);
        }
        if (aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
            throw places.refuse(
                    Rule.AGGREGATE_LEVELS,
                    Set.of("rollup", "cube", "grouping sets"),
                    Places.Clause.GROUP,
                    Map.of(
                            "nearest",
                            "WITH g AS (SELECT a, b, COUNT(*) AS n … GROUP BY a, b) SELECT a, b, SUM(n) FROM g GROUP BY ROLLUP (a, b)"));
        }
        if (isWithinSubjects(aggregate.getGroupSet(), input)) {
            return aggregations.within(aggregate, input);
        }
        if (lane == Lane.INSTANT) {
            throw places.refuse(Rule.INSTANT_SHAPE, "group by", Places.Clause.GROUP, Map.of());
        }
        aggregations.keys(aggregate, input);
        OwnTables.keys(aggregate, input, places);
        var under = project == null ? null : new Labels(below.labels(), places);
        var release = new Release(places, threshold, aggregate, input, under);
        if (counting != Counting.CELLS) {
            return release.rows(counting == Counting.EXACT);
        }
        if (cells != null) {
            throw places.refuse(Rule.AGGREGATE_TWICE, "group by", Places.Clause.GROUP, Map.of());
        }
        cells = release.cells();
        return cells.groups();
    }

    /// Whether every group holds rows of one subject only, because the subject is among the keys. Exact
    /// answers also take an identifying key (a meter's number) for one: should it turn out to be shared, the
    /// group counts for nobody.
    private boolean isWithinSubjects(ImmutableBitSet keys, Rows input) {
        var labels = keys.asList().stream().map(input.labels()::get).toList();
        var named = input.subjects().stream()
                .allMatch(subject -> labels.stream().anyMatch(label -> subject.equals(label.subject())));
        return named
                || (lane == Lane.REVIEWED
                        && labels.stream()
                                .anyMatch(label -> label.shape() == Label.Shape.PLAIN
                                        && !label.identifying().isEmpty()));
    }

    private Rows sort(LogicalSort sort) {
        var whole = sort.fetch == null && sort.offset == null;
        var input = whole ? thread(sort.getInput()) : cut(thread(sort.getInput()));
        if (!whole && !input.isReleased() && !input.subjects().isEmpty()) {
            throw places.refuse(Rule.LIMIT, "limit", Places.Clause.ORDER, Map.of());
        }
        return input.with(LogicalSort.create(input.plan(), sort.getCollation(), sort.offset, sort.fetch));
    }

    /// The two columns that an equality compares, or an empty list.
    static List<Integer> equated(RexNode part) {
        return part instanceof RexCall call
                        && call.getKind() == SqlKind.EQUALS
                        && call.getOperands().get(0) instanceof RexInputRef left
                        && call.getOperands().get(1) instanceof RexInputRef right
                ? List.of(left.getIndex(), right.getIndex())
                : List.of();
    }
}
