package org.mingqu.guard;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;

/// Tables that whoever asks has brought along (art. 16), and what keeps them from singling anybody out.
///
/// Who wrote a table knows all of it, and could have written anything: a row for one chosen person, a column
/// that is different for everybody, a person a thousand times. So
///
/// - it meets granted data by the subject only, and never instead of it: each row of the join is a granted
///   subject's, by whom alone the groups are counted;
/// - in an exact answer its columns are group keys as they are, and nothing else: no weights, no parts of
///   groups, no conditions; and a subject has one row in it, so that no count is a weight either;
/// - a noisy answer bounds what a granted subject weighs, however many own rows it meets;
/// - rows of a data set carry none of its columns.
final class OwnTables {

    private OwnTables() {}

    /// The grant with what the columns of own tables with subjects may be used for in a lane: by rule,
    /// whatever a grant says.
    static Grant narrowed(Grant grant, Lane lane) {
        if (lane == Lane.SYNTHETIC || grant.tables().stream().noneMatch(GrantedTable::own)) {
            return grant;
        }
        var tables = grant.tables().stream()
                .map(table -> table.own() ? narrowed(table, lane) : table)
                .toList();
        return new Grant(grant.scenario(), tables, grant.limits());
    }

    private static GrantedTable narrowed(GrantedTable table, Lane lane) {
        var columns = table.columns().stream()
                .map(column -> new GrantedColumn(
                        column.name(),
                        column.label(),
                        column.type(),
                        column.scale(),
                        column.columnClass(),
                        column.grade(),
                        rights(table, column, lane),
                        column.lower(),
                        column.upper()))
                .toList();
        return new GrantedTable(
                table.name(),
                table.label(),
                columns,
                table.subject(),
                table.subjectKind(),
                table.maxRowsPerSubject(),
                table.rows(),
                false,
                true);
    }

    private static Set<Right> rights(GrantedTable table, GrantedColumn column, Lane lane) {
        if (column.name().equalsIgnoreCase(table.subject())) {
            return EnumSet.of(Right.JOIN);
        }
        if (column.columnClass().compareTo(ColumnClass.IDENTIFIER) >= 0) {
            return EnumSet.noneOf(Right.class);
        }
        if (table.subject() == null) {
            return EnumSet.of(Right.OUTPUT_AGGREGATE, Right.GROUP, Right.FILTER, Right.JOIN, Right.COUNT_DISTINCT);
        }
        return lane == Lane.INSTANT
                ? EnumSet.of(Right.OUTPUT_AGGREGATE, Right.GROUP, Right.FILTER)
                : EnumSet.of(Right.GROUP);
    }

    /// Checks a join: what it gives is a granted subject's, or nobody's but of own tables.
    static void joined(Rows rows, Places places) {
        var own = rows.subjects().stream().anyMatch(Label.Subject::own);
        if (own && !rows.subjects().stream().allMatch(Label.Subject::own)) {
            throw places.refuse(
                    Rule.OWN_JOIN,
                    "join",
                    Places.Clause.FROM,
                    Map.of("nearest", "granted g JOIN own o ON g.id = o.id"));
        }
    }

    /// Checks what a LEFT JOIN may do without: in an exact answer no own table, because who is left without a
    /// row of it are all but those on its list.
    static void optional(RelNode right, Lane lane, Places places) {
        if (lane == Lane.REVIEWED && readsOwn(right)) {
            throw places.refuse(Rule.OWN_JOIN, "join", Places.Clause.FROM, Map.of("nearest", "granted g JOIN own o"));
        }
    }

    private static boolean readsOwn(RelNode node) {
        return (node instanceof TableRead read && read.table().own())
                || node.getInputs().stream().anyMatch(OwnTables::readsOwn);
    }

    /// Checks which tables are read together in a lane.
    static void read(Collection<GrantedTable> tables, Lane lane, Places places) {
        var own = tables.stream().filter(GrantedTable::own).toList();
        if (own.isEmpty()) {
            return;
        }
        var granted = tables.stream().anyMatch(table -> !table.own() && table.subject() != null);
        if (lane == Lane.DATASET) {
            throw refuse(Rule.OWN_DATASET, own.getFirst(), places);
        }
        if (lane == Lane.INSTANT && !granted) {
            throw refuse(Rule.OWN_ALONE, own.getFirst(), places);
        }
        for (var table : own) {
            if (granted && table.subject() == null) {
                throw places.refuse(Rule.OWN_JOIN, table.name(), Places.Clause.FROM, Map.of());
            }
            if (lane == Lane.REVIEWED && table.subject() != null && table.maxRowsPerSubject() > 1) {
                throw refuse(Rule.OWN_SEVERAL_ROWS, table, places);
            }
        }
    }

    private static Refusal refuse(Rule rule, GrantedTable table, Places places) {
        return places.refuse(rule, table.name(), Places.Clause.FROM, Map.of("table", table.label()));
    }

    /// Checks the keys of an exact answer: a column of an own table is one as it is or not at all.
    static void keys(LogicalAggregate aggregate, Rows input, Places places) {
        for (var key : aggregate.getGroupSet()) {
            var label = input.labels().get(key);
            if (hasOwn(label)
                    && (label.shape() != Label.Shape.PLAIN
                            || label.values().size() != 1
                            || !label.conditions().isEmpty())) {
                throw column(label, places, Places.Clause.GROUP);
            }
        }
    }

    /// Checks an argument of an exact answer: nothing of an own table is added up or decides what is.
    static void argument(AggregateCall call, Label label, Places places) {
        if (hasOwn(label)) {
            throw column(label, places, Places.Clause.SELECT);
        }
    }

    private static Refusal column(Label label, Places places, Places.Clause clause) {
        return places.refuse(Rule.OWN_COLUMN, label.names(), clause, Map.of("column", String.join("、", label.names())));
    }

    private static boolean hasOwn(Label label) {
        return label.all().stream()
                .anyMatch(source -> source.table().own() && source.table().subject() != null);
    }

    /// The own tables whose units an exact answer lists, each with the keys that are its columns.
    static List<ReviewedCells.Own> among(LogicalAggregate aggregate, Rows input) {
        var keys = aggregate.getGroupSet().asList();
        return input.units().stream()
                .filter(GrantedTable::own)
                .distinct()
                .map(table -> {
                    var columns = new HashMap<Integer, String>();
                    for (var i = 0; i < keys.size(); i++) {
                        for (var source : input.labels().get(keys.get(i)).values()) {
                            if (source.table().equals(table)) {
                                columns.put(i, source.column().name());
                            }
                        }
                    }
                    return new ReviewedCells.Own(table.name(), columns);
                })
                .toList();
    }
}
