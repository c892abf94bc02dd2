package org.mingqu.guard;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.util.ImmutableBitSet;

/// Aggregations as the engine's SQL.
final class AggregatePrinter {

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("COUNT", "count"),
            Map.entry("SUM", "sum"),
            Map.entry("$SUM0", "sum"),
            Map.entry("AVG", "avg"),
            Map.entry("MIN", "min"),
            Map.entry("MAX", "max"),
            Map.entry("VAR_POP", "var_pop"),
            Map.entry("VAR_SAMP", "var_samp"),
            Map.entry("VARIANCE", "var_samp"),
            Map.entry("STDDEV_POP", "stddev_pop"),
            Map.entry("STDDEV_SAMP", "stddev_samp"),
            Map.entry("STDDEV", "stddev_samp"),
            Map.entry("MEDIAN", "median"),
            Map.entry("QUANTILE_CONT", "quantile_cont"),
            Map.entry("QUANTILE_DISC", "quantile_disc"),
            Map.entry("PERCENTILE_CONT", "percentile_cont"),
            Map.entry("PERCENTILE_DISC", "percentile_disc"),
            Map.entry("ANY_VALUE", "any_value"),
            Map.entry("MODE", "mode"),
            Map.entry("BOOL_AND", "bool_and"),
            Map.entry("BOOL_OR", "bool_or"),
            Map.entry("GROUPING", "grouping"));

    private final RelationPrinter relations;
    private final LogicalAggregate aggregate;
    private final String alias;

    AggregatePrinter(RelationPrinter relations, LogicalAggregate aggregate, String alias) {
        this.relations = relations;
        this.aggregate = aggregate;
        this.alias = alias;
    }

    /// A key or a number.
    String column(int column) {
        var keys = aggregate.getGroupSet();
        return column < keys.cardinality()
                ? field(keys.nth(column))
                : call(aggregate.getAggCallList().get(column - keys.cardinality()));
    }

    /// The clause with its blank before it, or nothing.
    String grouping() {
        if (aggregate.getGroupType() == Aggregate.Group.SIMPLE) {
            return aggregate.getGroupCount() == 0 ? "" : " GROUP BY " + keys(aggregate.getGroupSet());
        }
        return aggregate.getGroupSets().stream()
                .map(set -> "(" + keys(set) + ")")
                .collect(Collectors.joining(", ", " GROUP BY GROUPING SETS (", ")"));
    }

    private String keys(ImmutableBitSet keys) {
        return keys.asList().stream().map(this::field).collect(Collectors.joining(", "));
    }

    private String field(int field) {
        return relations.field(alias, field);
    }

    private String call(AggregateCall call) {
        if (call.getAggregation() instanceof UnitList) {
            return "string_agg(CAST(" + field(call.getArgList().getFirst()) + " AS VARCHAR), ',')";
        }
        var name = FUNCTIONS.get(call.getAggregation().getName().toUpperCase(Locale.ROOT));
        if (name == null || call.isApproximate() || call.ignoreNulls() || call.distinctKeys != null) {
            throw relations.unknown(call.getAggregation().getName());
        }
        var text = name + "(" + (call.isDistinct() ? "DISTINCT " : "") + arguments(call) + ordered(call)
                + (call.hasFilter() ? " FILTER (WHERE " + field(call.filterArg) + ")" : "");
        return name.equals("sum") && Types.shown(call.getType()) == ColumnType.INTEGER
                ? relations.cast(text, "BIGINT")
                : text;
    }

    private String arguments(AggregateCall call) {
        if (call.getArgList().isEmpty()) {
            return "*";
        }
        var several = call.getArgList().size() > 1;
        var arguments = call.getArgList().stream()
                .map(field -> several || isWithin(call) ? constant(field) : field(field))
                .collect(Collectors.joining(", "));
        return several && Summary.of(call) == Summary.COUNT ? "(" + arguments + ")" : arguments;
    }

    /// A constant stays one: the engine wants to know before it runs which quantile.
    private String constant(int field) {
        return aggregate.getInput() instanceof LogicalProject project
                        && project.getProjects().get(field) instanceof RexLiteral literal
                ? relations.expressions(alias).print(literal)
                : field(field);
    }

    /// The end of the arguments, with the order of which a quantile is wanted.
    private String ordered(AggregateCall call) {
        var keys = call.getCollation().getFieldCollations().stream()
                .map(key -> field(key.getFieldIndex()) + RelationPrinter.direction(key))
                .collect(Collectors.joining(", "));
        if (keys.isEmpty()) {
            return ")";
        }
        if (!isWithin(call)) {
            throw relations.unknown("ORDER BY");
        }
        return ") WITHIN GROUP (ORDER BY " + keys + ")";
    }

    private static boolean isWithin(AggregateCall call) {
        return call.getAggregation().getName().startsWith("PERCENTILE");
    }
}
