package org.mingqu.guard;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
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
///
/// A relation hands up only the fields that what is around it names: the engine would leave the others out by itself,
/// but takes longer to plan than many a question to run. So what names a field is printed before what it is a field of.
final class RelationPrinter {

    private final Places places;
    private final boolean open;
    private final Map<CorrelationId, String> outers = new HashMap<>();
    private final Map<String, BitSet> named = new HashMap<>();
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
        return field(alias, field);
    }

    /// A field of what stands under an alias, which is to hand it up.
    String field(String alias, int field) {
        named.computeIfAbsent(alias, _ -> new BitSet()).set(field);
        return alias + ".c" + field;
    }

    /// The relation with all its fields.
    String inner(RelNode node) {
        return inner(node, all(node));
    }

    /// The relation, of which it matters only whether it has rows.
    String existence(RelNode node) {
        return inner(node, new BitSet());
    }

    private static BitSet all(RelNode node) {
        var all = new BitSet();
        all.set(0, node.getRowType().getFieldCount());
        return all;
    }

    /// @param needed the fields that are named outside; others may be there, too
    String inner(RelNode node, BitSet needed) {
        return switch (node) {
            case Counted counted -> new CountedPrinter(this, counted).print();
            case TableRead read -> read(read.table(), read.columns(), needed);
            case GroupsRead _ -> {
                var alias = alias();
                yield select(needed, field -> field(alias, field)) + " FROM " + ReviewedCells.GROUPS + " AS " + alias;
            }
            case TableScan scan -> scan(scan, needed);
            case LogicalProject project -> project(project, needed);
            case LogicalFilter filter -> filter(filter, needed);
            case LogicalJoin join -> join(join, needed);
            case LogicalAggregate aggregate -> aggregate(aggregate, needed);
            case LogicalSort sort -> sort(sort, needed);
            case LogicalUnion union -> set(union.getInputs(), union.all ? " UNION ALL " : " UNION ");
            case LogicalIntersect intersect ->
                set(intersect.getInputs(), intersect.all ? " INTERSECT ALL " : " INTERSECT ");
            case LogicalMinus minus -> set(minus.getInputs(), minus.all ? " EXCEPT ALL " : " EXCEPT ");
            case LogicalValues values -> values(values);
            default -> throw unknown(node.getRelTypeName());
        };
    }

    private String scan(TableScan scan, BitSet needed) {
        var granted = scan.getTable().unwrap(Catalog.Granted.class);
        if (granted == null) {
            throw unknown("TABLE");
        }
        return read(
                granted.table(),
                granted.columns().stream().map(GrantedColumn::name).toList(),
                needed);
    }

    private static String read(GrantedTable table, List<String> columns, BitSet needed) {
        return select(needed, i -> quoted(columns.get(i))) + " FROM main." + quoted(table.name());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String project(LogicalProject whole, BitSet needed) {
        var project = Windows.below(whole);
        var alias = alias();
        project.getVariablesSet().forEach(id -> outers.put(id, alias));
        var expressions = expressions(alias);
        var columns =
                select(needed, i -> expressions.print(project.getProjects().get(i)));
        return columns + from(project.getInput(), alias);
    }

    private String filter(LogicalFilter filter, BitSet needed) {
        var alias = alias();
        filter.getVariablesSet().forEach(id -> outers.put(id, alias));
        var columns = select(needed, field -> field(alias, field));
        var condition = expressions(alias).print(filter.getCondition());
        return columns + from(filter.getInput(), alias) + " WHERE " + condition;
    }

    private String join(LogicalJoin join, BitSet needed) {
        if (!join.getVariablesSet().isEmpty()
                || !List.of(JoinRelType.INNER, JoinRelType.LEFT, JoinRelType.RIGHT, JoinRelType.FULL)
                        .contains(join.getJoinType())) {
            throw unknown("JOIN");
        }
        var left = alias();
        var right = alias();
        var width = join.getLeft().getRowType().getFieldCount();
        ExpressionPrinter.Names names = field -> field < width ? field(left, field) : field(right, field - width);
        var columns = select(needed, names::of);
        var condition = new ExpressionPrinter(this, names).print(join.getCondition());
        return columns + from(join.getLeft(), left) + " " + join.getJoinType() + " JOIN ("
                + inner(join.getRight(), named(right)) + ") AS " + right + " ON " + condition;
    }

    private String aggregate(LogicalAggregate aggregate, BitSet needed) {
        var alias = alias();
        var printer = new AggregatePrinter(this, aggregate, alias);
        var grouping = printer.grouping();
        // Without a key, it is the numbers that make one row of all.
        var wanted = needed.isEmpty() && grouping.isEmpty() ? all(aggregate) : needed;
        return select(wanted, printer::column) + from(aggregate.getInput(), alias) + grouping;
    }

    private String sort(LogicalSort sort, BitSet needed) {
        var alias = alias();
        var columns = select(needed, field -> field(alias, field));
        var order = sort.getCollation().getFieldCollations().stream()
                .map(key -> field(alias, key.getFieldIndex()) + direction(key))
                .collect(Collectors.joining(", "));
        var text = new StringBuilder(columns).append(from(sort.getInput(), alias));
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
                    return select(all(input), field -> field(alias, field)) + from(input, alias);
                })
                .collect(Collectors.joining(operator));
    }

    private String values(LogicalValues values) {
        var expressions = expressions("");
        var width = values.getRowType().getFieldCount();
        if (values.getTuples().isEmpty()) {
            var fields = values.getRowType().getFieldList();
            return select(all(values), i -> "CAST(NULL AS " + type(fields.get(i).getType()) + ")") + " WHERE FALSE";
        }
        var rows = values.getTuples().stream()
                .map(row -> row.stream().map(expressions::print).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        var names = IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        return "SELECT " + names + " FROM (VALUES " + rows + ") AS " + alias() + "(" + names + ")";
    }

    ExpressionPrinter expressions(String alias) {
        return new ExpressionPrinter(this, field -> field(alias, field));
    }

    private String alias() {
        return "t" + aliases++;
    }

    /// What stands under an alias, with the fields that were named.
    private String from(RelNode input, String alias) {
        return " FROM (" + inner(input, named(alias)) + ") AS " + alias;
    }

    private BitSet named(String alias) {
        return named.getOrDefault(alias, new BitSet());
    }

    private static String select(BitSet needed, IntFunction<String> column) {
        return needed.isEmpty()
                ? "SELECT TRUE AS c0"
                : needed.stream()
                        .mapToObj(i -> column.apply(i) + " AS c" + i)
                        .collect(Collectors.joining(", ", "SELECT ", ""));
    }
}
