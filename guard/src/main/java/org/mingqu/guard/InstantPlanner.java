package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.accounting.Mechanism;
import org.mingqu.privacy.dp.Interval;

/// The plan for a noisy answer: one aggregation over rows that depend on one subject each.
///
/// Why it is sound: every row of the relation below the aggregation depends on the data of one subject of one
/// kind (and on open data, which no subject changes), because [Threader] and [Joiner] let rows of two
/// subjects meet only where their subjects are equal, and let nothing below be aggregated over subjects. So
/// adding or taking away a subject adds or takes away exactly its own rows, and [InstantSql] bounds what
/// those can weigh.
final class InstantPlanner {

    /// Ours: the chance that a group of one subject shows. A thousand answers together then stay within one
    /// in a million, which is what the budget of a resource allows.
    private static final double DELTA = 1e-9;

    private final Compiler.Compiled question;
    private final Places places;
    private final Grant grant;

    /// What stands above the aggregation: which of its fields are shown, in which order, sorted how.
    private record Head(
            LogicalAggregate aggregate,
            List<Integer> fields,
            @Nullable LogicalSort sort,
            List<Integer> sortFields) {

        /// The place of a key among the outputs.
        int place(int key) {
            return fields.indexOf(key);
        }
    }

    private InstantPlanner(Compiler.Compiled question, Places places, Grant grant) {
        this.question = question;
        this.places = places;
        this.grant = grant;
    }

    static Plan plan(Compiler.Compiled question, Places places, Grant grant) {
        return new InstantPlanner(question, places, grant).plan();
    }

    private Plan plan() {
        var head = head();
        var threader = new Threader(places, Lane.INSTANT, grant.limits().threshold(), true);
        var rows = threader.thread(Joined.plan(head.aggregate().getInput()));
        OwnTables.read(threader.tables(), Lane.INSTANT, places);
        var kind = kind(rows);
        new Aggregations(places, Lane.INSTANT).keys(head.aggregate(), rows);
        var arguments = new Arguments(places, Lane.INSTANT);
        head.aggregate().getAggCallList().forEach(call -> arguments.noisy(call, rows));
        var subjects = threader.tables().stream()
                .filter(table -> table.subject() != null)
                .collect(Collectors.toSet());
        var held = subjects.stream().allMatch(GrantedTable::measured)
                && rows.most(rows.subjects().getFirst()) <= rows.perSubject();
        var tables = threader.tables().stream().map(GrantedTable::name).collect(Collectors.toSet());
        return new Settling(head, rows, kind, subjects, tables, held).plan();
    }

    /// The plan once the rows are known: at first with bounds still to be found, where some are.
    private final class Settling {

        private final Head head;
        private final Rows rows;
        private final String kind;
        private final Set<GrantedTable> subjects;
        private final Set<String> tables;
        private final boolean held;
        private @Nullable BoundsSearch search;

        private Settling(
                Head head, Rows rows, String kind, Set<GrantedTable> subjects, Set<String> tables, boolean held) {
            this.head = head;
            this.rows = rows;
            this.kind = kind;
            this.subjects = subjects;
            this.tables = tables;
            this.held = held;
        }

        private Plan plan() {
            var ranges = new Ranges(places, rows, null);
            measures(ranges); // says which bounds are missing
            if (!ranges.searched().isEmpty()) {
                var sql = new BoundsSql(rows, ranges, places, held).print();
                search =
                        new BoundsSearch(sql, ranges.searched().size(), ranges.powers(), rows.perSubject(), this::with);
            }
            return with(ranges);
        }

        private Plan with(Map<Integer, @Nullable Interval> found) {
            return with(new Ranges(places, rows, found));
        }

        private Measures measures(Ranges ranges) {
            return new Measures(places, rows, ranges, outputs(head), head.aggregate(), head.fields(), held);
        }

        private Plan with(Ranges ranges) {
            var measures = measures(ranges);
            var numbering = new Numbering(measures);
            var sql = new InstantSql(rows, head.aggregate(), measures, places).print();
            var dp = new DpPlan(
                    kind,
                    // what is in an own table is known to whoever asks: nothing of it is spent
                    subjects.stream()
                            .filter(table -> !table.own())
                            .map(GrantedTable::name)
                            .collect(Collectors.toSet()),
                    measures.groups(),
                    rows.perSubject(),
                    numbering.noises(),
                    numbering.selection(),
                    numbering.derived(),
                    measures.bounds(),
                    DELTA,
                    levels(head),
                    overs(measures, head),
                    order(head),
                    limit(head.sort()),
                    search);
            return new Plan(
                    Lane.INSTANT,
                    sql,
                    sql,
                    measures.outputs(),
                    tables,
                    checks(kind, rows, measures, dp),
                    dp,
                    grant.limits().threshold());
        }
    }

    /// All keys first, then the totals.
    private List<DpPlan.Level> levels(Head head) {
        var keys = head.aggregate().getGroupSet();
        var sets = head.aggregate().getGroupSets();
        if (!sets.contains(keys)) {
            throw places.refuse(Rule.INSTANT_LEVELS, "sets", Places.Clause.GROUP, Map.of("nearest", "ROLLUP"));
        }
        return Stream.concat(Stream.of(keys), sets.stream().filter(set -> !set.equals(keys)))
                .map(set -> new DpPlan.Level(set.asList().stream()
                        .map(key -> head.place(keys.indexOf(key)))
                        .toList()))
                .toList();
    }

    private static Map<Integer, List<Integer>> overs(Measures measures, Head head) {
        var overs = new TreeMap<Integer, List<Integer>>();
        for (var i = 0; i < measures.columns().size(); i++) {
            if (measures.columns().get(i) instanceof Measure.Over over) {
                overs.put(i, over.keys().stream().map(head::place).toList());
            }
        }
        return overs;
    }

    private static List<Check> checks(String kind, Rows rows, Measures measures, DpPlan dp) {
        var checks = new ArrayList<>(List.of(
                new Check("question.read-only", "32", Map.of()),
                new Check("columns.granted", "18", Map.of()),
                new Check("columns.rights", "20", Map.of()),
                new Check("subjects.one-kind", "20", Map.of("kind", kind)),
                new Check(
                        "subjects.bounded",
                        "20",
                        Map.of("rows", "" + rows.perSubject(), "groups", "" + measures.groups())),
                new Check(
                        "noise.added", "20", Map.of("numbers", "" + dp.noises().size()))));
        if (dp.search() != null) {
            var parts = Mechanism.parts(dp.shares());
            var searching = Mechanism.parts(dp.search().shares());
            checks.add(new Check("bounds.sought", "20", Map.of("share", "" + Math.ceilDiv(100 * searching, parts))));
        }
        return List.copyOf(checks);
    }

    /// Whose data the rows are: of one subject each.
    private String kind(Rows rows) {
        if (rows.isReleased()
                || rows.stage() != Rows.Stage.ROWS
                || rows.subjects().isEmpty()) {
            throw places.refuse(Rule.INSTANT_NO_SUBJECT, "", Places.Clause.FROM, Map.of());
        }
        if (rows.subjects().size() > 1) {
            var kinds = rows.subjects().stream().map(Label.Subject::kind).collect(Collectors.joining("、"));
            throw places.refuse(Rule.INSTANT_TWO_KINDS, "join", Places.Clause.FROM, Map.of("kinds", kinds));
        }
        return rows.subjects().getFirst().kind();
    }

    private Head head() {
        RelNode node = question.plan();
        LogicalSort sort = null;
        List<Integer> fields = null;
        List<Integer> sortFields = List.of();
        while (true) {
            switch (node) {
                case LogicalSort found -> {
                    if (sort != null || found.offset != null) {
                        throw places.refuse(Rule.INSTANT_SHAPE, "limit", Places.Clause.ORDER, Map.of());
                    }
                    sort = found;
                    sortFields = found.getCollation().getKeys();
                    node = found.getInput();
                }
                case LogicalProject project
                when project.getProjects().stream().allMatch(RexInputRef.class::isInstance) -> {
                    var below = project.getProjects().stream()
                            .map(field -> ((RexInputRef) field).getIndex())
                            .toList();
                    fields = fields == null
                            ? below
                            : fields.stream().map(below::get).toList();
                    sortFields = sort == null
                            ? List.of()
                            : sortFields.stream().map(below::get).toList();
                    node = project.getInput();
                }
                case LogicalAggregate aggregate -> {
                    var all = IntStream.range(0, aggregate.getRowType().getFieldCount())
                            .boxed()
                            .toList();
                    return new Head(aggregate, distinct(fields == null ? all : fields), sort, sortFields);
                }
                case LogicalFilter _ ->
                    throw places.refuse(Rule.INSTANT_HAVING, "", Places.Clause.HAVING, Map.of("nearest", "WHERE"));
                default -> throw places.refuse(Rule.INSTANT_SHAPE, "", Places.Clause.SELECT, Map.of());
            }
        }
    }

    private List<Integer> distinct(List<Integer> fields) {
        if (Set.copyOf(fields).size() != fields.size()) {
            throw places.refuse(Rule.INSTANT_SHAPE, "", Places.Clause.SELECT, Map.of());
        }
        return fields;
    }

    private List<Output> outputs(Head head) {
        var named = ReviewedPlanner.outputs(question);
        var keys = head.aggregate().getGroupCount();
        var missing = IntStream.range(0, keys).anyMatch(key -> !head.fields().contains(key));
        if (missing) {
            throw places.refuse(Rule.INSTANT_SHAPE, "group by", Places.Clause.GROUP, Map.of());
        }
        return named;
    }

    private List<DpPlan.Order> order(Head head) {
        var sort = head.sort();
        if (sort == null) {
            return List.of();
        }
        var order = new ArrayList<DpPlan.Order>();
        for (var i = 0; i < head.sortFields().size(); i++) {
            var place = head.fields().indexOf(head.sortFields().get(i));
            if (place < 0) {
                throw places.refuse(Rule.INSTANT_SHAPE, "order by", Places.Clause.ORDER, Map.of());
            }
            order.add(new DpPlan.Order(
                    place,
                    sort.getCollation().getFieldCollations().get(i).direction.isDescending()));
        }
        return order;
    }

    private int limit(@Nullable LogicalSort sort) {
        RexNode fetch = sort == null ? null : sort.fetch;
        if (fetch == null) {
            return Integer.MAX_VALUE;
        }
        var most = fetch instanceof RexLiteral literal ? literal.getValueAs(Integer.class) : null;
        if (most != null && most > 0) {
            return most;
        }
        throw places.refuse(Rule.INSTANT_SHAPE, "limit", Places.Clause.ORDER, Map.of());
    }
}
