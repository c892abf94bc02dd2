package org.mingqu.guard;

import java.util.Locale;
import java.util.Map;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.sql.SqlAggFunction;
import org.jspecify.annotations.Nullable;

/// What an aggregate function tells of the values that it is given. A function that is not listed is refused.
enum Summary {
    /// How many there are.
    COUNT,
    /// What they add up to, by weights that are the same for all.
    TOTAL,
    /// How far they are from each other: a sum of squares.
    SPREAD,
    /// One of them (the least, the middle one), or what lies between two of them.
    ONE_VALUE,
    /// Whether all, or any, are so: the value of one, if it stands alone.
    TRUTH,
    /// None of them: which keys a row of GROUPING SETS is over.
    KEYS;

    private static final Map<String, Summary> FUNCTIONS = Map.ofEntries(
            Map.entry("COUNT", COUNT),
            Map.entry("SUM", TOTAL),
            Map.entry("$SUM0", TOTAL),
            Map.entry("AVG", TOTAL),
            Map.entry("VAR_POP", SPREAD),
            Map.entry("VAR_SAMP", SPREAD),
            Map.entry("VARIANCE", SPREAD),
            Map.entry("STDDEV_POP", SPREAD),
            Map.entry("STDDEV_SAMP", SPREAD),
            Map.entry("STDDEV", SPREAD),
            Map.entry("MIN", ONE_VALUE),
            Map.entry("MAX", ONE_VALUE),
            Map.entry("MEDIAN", ONE_VALUE),
            Map.entry("QUANTILE_CONT", ONE_VALUE),
            Map.entry("QUANTILE_DISC", ONE_VALUE),
            Map.entry("PERCENTILE_CONT", ONE_VALUE),
            Map.entry("PERCENTILE_DISC", ONE_VALUE),
            Map.entry("ANY_VALUE", ONE_VALUE),
            Map.entry("MODE", ONE_VALUE),
            Map.entry("BOOL_AND", TRUTH),
            Map.entry("BOOL_OR", TRUTH),
            Map.entry("GROUPING", KEYS));

    /// What the function tells; null for a function that is not known.
    static @Nullable Summary of(SqlAggFunction function) {
        return FUNCTIONS.get(function.getName().toUpperCase(Locale.ROOT));
    }

    static @Nullable Summary of(AggregateCall call) {
        return of(call.getAggregation());
    }
}
