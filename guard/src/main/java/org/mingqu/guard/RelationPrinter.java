package org.mingqu.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalIntersect;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalMinus;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/// A plan as the engine's SQL: one SELECT per relation, every column by name (`c0`, `c1`, …; a star would
/// return what the physical table has beyond the grant), every relation by an opaque alias. Relations that
/// are not listed here cannot be printed, so they cannot run.
final class RelationPrinter {

    private final Places places;
    private final boolean open;
    private final Map<CorrelationId, String> outers = new HashMap<>();
    private int aliases;

    private RelationPrinter(Places places, boolean open) {
        this.places = places;
        this.open = open;
    }

    /// The SQL of a plan.
    ///
    /// @throws Refusal for a relation, operator or type that is not known
    static String print(RelNode plan, Places places) {
        return new RelationPrinter(places, false).inner(plan);
    }

    /// The SQL of a plan over tables without subjects, in which a value may make the engine fail: that it does tells
    /// of nobody.
    static String printOpen(RelNode plan, Places places) {
        return new RelationPrinter(places, true).inner(plan);
    }

    /// What may fail on a value, so that it does not.
    String tried(String text) {
        return open ? "(" + text + ")" : "TRY(" + text + ")";
    }

    /// The like for a cast.
    String cast(String text, String type) {
        return (open ? "CAST(" : "TRY_CAST(") + text + " AS " + type + ")";
    }

    Refusal unknown(String operator) {
        return places.refuse(
                Rule.OPERATOR_UNKNOWN, operator, Places.Clause.SELECT, Map.of("operator", SyntaxGate.shown(operator)));
    }

    String type(RelDataType type) {
        try {
            return Types.engine(type);
        } catch (UnsupportedOperationException unsupported) {
            throw unknown(String.valueOf(unsupported.getMessage()));
        }
    }

    /// A field of a relation outside of a subquery.
    String outer(CorrelationId id, int field) {
        var alias = outers.get(id);
        if (alias == null) {
            throw unknown("LATERAL");
        }
        return alias + ".c" + field;
    }

    String inner(RelNode node) {
        return switch (node) {
            case Counted counted -> new CountedPrinter(this, counted).print();
            case TableRead read -> read(read.table(), read.columns());
            case GroupsRead groups -> {
                var alias = alias();
                yield select(alias, groups.getRowType().getFieldCount()) + " FROM " + ReviewedCells.GROUPS + " AS "
                        + alias;
            }
            case TableScan scan -> scan(scan);
            case LogicalProject project -> project(project);
            case LogicalFilter filter -> filter(filter);
            case LogicalJoin join -> join(join);
            case LogicalAggregate aggregate -> aggregate(aggregate);
            case LogicalSort sort -> sort(sort);
            case LogicalUnion union -> set(union.getInputs(), union.all ? " UNION ALL " : " UNION ");
            case LogicalIntersect intersect ->
                set(intersect.getInputs(), intersect.all ? " INTERSECT ALL " : " INTERSECT ");
            case LogicalMinus minus -> set(minus.getInputs(), minus.all ? " EXCEPT ALL " : " EXCEPT ");
            case LogicalValues values -> values(values);
            default -> throw unknown(node.getRelTypeName());
        };
    }

    private String scan(TableScan scan) {
        var granted = scan.getTable().unwrap(Catalog.Granted.class);
        if (granted == null) {
            throw unknown("TABLE");
        }
        return read(
                granted.table(),
                granted.columns().stream().map(GrantedColumn::name).toList());
    }

    private static String read(GrantedTable table, List<String> columns) {
        return IntStream.range(0, columns.size())
                        .mapToObj(i -> quoted(columns.get(i)) + " AS c" + i)
                        .collect(Collectors.joining(", ", "SELECT ", ""))
                + " FROM main." + quoted(table.name());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String project(LogicalProject whole) {
        var project = Windows.below(whole);
        var alias = alias();
        project.getVariablesSet().forEach(id -> outers.put(id, alias));
        var expressions = expressions(alias);
        var columns = project.getProjects().stream().map(expressions::print).toList();
        return select(columns) + from(project.getInput(), alias);
    }

    private String filter(LogicalFilter filter) {
        var alias = alias();
        filter.getVariablesSet().forEach(id -> outers.put(id, alias));
        return select(alias, filter.getRowType().getFieldCount())
                + from(filter.getInput(), alias)
                + " WHERE " + expressions(alias).print(filter.getCondition());
    }

    private String join(LogicalJoin join) {
        if (!join.getVariablesSet().isEmpty()
                || !List.of(JoinRelType.INNER, JoinRelType.LEFT, JoinRelType.RIGHT, JoinRelType.FULL)
                        .contains(join.getJoinType())) {
            throw unknown("JOIN");
        }
        var left = alias();
        var right = alias();
        var width = join.getLeft().getRowType().getFieldCount();
        var expressions = new ExpressionPrinter(
                this, field -> field < width ? left + ".c" + field : right + ".c" + (field - width));
        var columns = IntStream.range(0, join.getRowType().getFieldCount())
                .mapToObj(field -> field < width ? left + ".c" + field : right + ".c" + (field - width))
                .toList();
        return select(columns)
                + from(join.getLeft(), left)
                + " " + join.getJoinType() + " JOIN (" + inner(join.getRight()) + ") AS " + right
                + " ON " + expressions.print(join.getCondition());
    }

    private String aggregate(LogicalAggregate aggregate) {
        var alias = alias();
        var printer = new AggregatePrinter(this, aggregate, alias);
        var columns = printer.columns();
        return (columns.isEmpty() ? "SELECT TRUE AS c0" : select(columns))
                + from(aggregate.getInput(), alias)
                + printer.grouping();
    }

    private String sort(LogicalSort sort) {
        var alias = alias();
        var text = new StringBuilder(select(alias, sort.getRowType().getFieldCount()))
                .append(from(sort.getInput(), alias));
        var keys = sort.getCollation().getFieldCollations().stream()
                .map(key -> alias + ".c" + key.getFieldIndex() + direction(key));
        var order = keys.collect(Collectors.joining(", "));
        text.append(order.isEmpty() ? "" : " ORDER BY " + order);
        text.append(sort.fetch == null ? "" : " LIMIT " + count(sort.fetch));
        text.append(sort.offset == null ? "" : " OFFSET " + count(sort.offset));
        return text.toString();
    }

    static String direction(RelFieldCollation key) {
        return (key.direction.isDescending() ? " DESC" : " ASC")
                + (key.nullDirection == RelFieldCollation.NullDirection.FIRST ? " NULLS FIRST" : " NULLS LAST");
    }

    private String count(RexNode number) {
        var value = number instanceof RexLiteral literal ? literal.getValueAs(Long.class) : null;
        if (value == null || value < 0) {
            throw unknown("LIMIT");
        }
        return value.toString();
    }

    private String set(List<RelNode> inputs, String operator) {
        return inputs.stream()
                .map(input -> {
                    var alias = alias();
                    return select(alias, input.getRowType().getFieldCount()) + from(input, alias);
                })
                .collect(Collectors.joining(operator));
    }

    private String values(LogicalValues values) {
        var expressions = expressions("");
        var width = values.getRowType().getFieldCount();
        if (values.getTuples().isEmpty()) {
            var nulls = values.getRowType().getFieldList().stream()
                    .map(field -> "CAST(NULL AS " + type(field.getType()) + ")")
                    .toList();
            return select(nulls) + " WHERE FALSE";
        }
        var rows = values.getTuples().stream()
                .map(row -> row.stream().map(expressions::print).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        var names = IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        return "SELECT " + names + " FROM (VALUES " + rows + ") AS " + alias() + "(" + names + ")";
    }

    ExpressionPrinter expressions(String alias) {
        return new ExpressionPrinter(this, field -> alias + ".c" + field);
    }

    private String alias() {
        return "t" + aliases++;
    }

    private String from(RelNode input, String alias) {
        return " FROM (" + inner(input) + ") AS " + alias;
    }

    private static String select(String alias, int width) {
        return select(IntStream.range(0, width).mapToObj(i -> alias + ".c" + i).toList());
    }

    private static String select(List<String> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " AS c" + i)
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }
}
