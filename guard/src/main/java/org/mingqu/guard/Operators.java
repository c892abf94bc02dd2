package org.mingqu.guard;

import static org.apache.calcite.sql.fun.SqlLibraryOperators.BOOL_AND;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.BOOL_OR;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.GREATEST_PG;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.IFNULL;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.ILIKE;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.LEAST_PG;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.LEFT;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.LENGTH;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.NOT_ILIKE;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.RIGHT;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.TRY_CAST;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.*;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.jspecify.annotations.Nullable;

/// The operators that a question may use. Whatever is not here does not exist for it.
///
/// The table filters what another table finds instead of listing it: a listed table loses COUNT(*). It is not
/// enough, because the parser binds some operators by itself: [SyntaxGate] looks at the text's tree and
/// [ExpressionPrinter] at every operator of the plan again.
final class Operators implements SqlOperatorTable {

    private static final List<SqlOperator> SCALAR = List.of(
            AND,
            OR,
            NOT,
            EQUALS,
            NOT_EQUALS,
            LESS_THAN,
            GREATER_THAN,
            LESS_THAN_OR_EQUAL,
            GREATER_THAN_OR_EQUAL,
            BETWEEN,
            NOT_BETWEEN,
            IN,
            NOT_IN,
            SqlStdOperatorTable.LIKE,
            NOT_LIKE,
            ILIKE,
            NOT_ILIKE,
            IS_NULL,
            IS_NOT_NULL,
            IS_TRUE,
            IS_NOT_TRUE,
            IS_FALSE,
            IS_NOT_FALSE,
            IS_DISTINCT_FROM,
            IS_NOT_DISTINCT_FROM,
            PLUS,
            MINUS,
            MULTIPLY,
            DIVIDE,
            MOD,
            PERCENT_REMAINDER,
            UNARY_MINUS,
            UNARY_PLUS,
            CONCAT,
            CASE,
            CAST,
            COALESCE,
            NULLIF,
            ABS,
            ROUND,
            FLOOR,
            CEIL,
            SQRT,
            LN,
            EXP,
            POWER,
            UPPER,
            LOWER,
            TRIM,
            SUBSTRING,
            CHAR_LENGTH,
            CHARACTER_LENGTH,
            EXTRACT,
            YEAR,
            QUARTER,
            MONTH,
            DAYOFMONTH,
            HOUR,
            EXISTS,
            SCALAR_QUERY,
            LEFT,
            RIGHT,
            LENGTH,
            IFNULL,
            GREATEST_PG,
            LEAST_PG,
            DAYOFWEEK,
            DAYOFYEAR,
            WEEK,
            LAST_DAY,
            MINUTE,
            SECOND,
            SIGN,
            LOG10,
            REPLACE,
            ROW,
            DESC,
            NULLS_FIRST,
            NULLS_LAST,
            TRY_CAST,
            Functions.DATE_TRUNC,
            Functions.DATETRUNC,
            Functions.DATE_DIFF,
            Functions.DATEDIFF,
            Functions.DATE_PART);

    private static final List<SqlOperator> AGGREGATE = List.of(
            COUNT,
            SUM,
            AVG,
            MIN,
            MAX,
            VAR_POP,
            VAR_SAMP,
            VARIANCE,
            STDDEV_POP,
            STDDEV_SAMP,
            STDDEV,
            ANY_VALUE,
            SqlStdOperatorTable.MODE,
            PERCENTILE_CONT,
            PERCENTILE_DISC,
            GROUPING,
            BOOL_AND,
            BOOL_OR,
            Functions.MEDIAN,
            Functions.QUANTILE_CONT,
            Functions.QUANTILE_DISC);

    private static final List<SqlOperator> WINDOW = List.of(
            ROW_NUMBER,
            RANK,
            DENSE_RANK,
            PERCENT_RANK,
            CUME_DIST,
            NTILE,
            LAG,
            LEAD,
            FIRST_VALUE,
            LAST_VALUE,
            NTH_VALUE);

    private static final List<SqlOperator> SETS =
            List.of(UNION, UNION_ALL, INTERSECT, INTERSECT_ALL, EXCEPT, EXCEPT_ALL);

    private static final Set<SqlOperator> ALL = Collections.newSetFromMap(new IdentityHashMap<>());

    static {
        ALL.addAll(SCALAR);
        ALL.addAll(Functions.TEXTS);
        ALL.addAll(Functions.NUMBERS);
        ALL.addAll(AGGREGATE);
        ALL.addAll(WINDOW);
        ALL.addAll(SETS);
    }

    private static final Set<String> NAMES = ALL.stream()
            .map(operator -> operator.getName().toUpperCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));

    private final SqlOperatorTable all =
            SqlOperatorTables.chain(SqlStdOperatorTable.instance(), SqlOperatorTables.of(beyondStandard()));

    /// Functions of libraries and ours, which the standard's table does not find.
    private static List<SqlOperator> beyondStandard() {
        var known = Set.copyOf(SqlStdOperatorTable.instance().getOperatorList());
        return ALL.stream().filter(operator -> !known.contains(operator)).toList();
    }

    /// Whether a function of this name can be written at all.
    static boolean knows(String name) {
        return NAMES.contains(name.toUpperCase(Locale.ROOT));
    }

    /// Whether the operator is one of ours, by identity.
    static boolean allowed(SqlOperator operator) {
        return ALL.contains(operator);
    }

    /// The names of the functions that a question may call, for messages.
    static Set<String> names() {
        return NAMES;
    }

    @Override
    public void lookupOperatorOverloads(
            SqlIdentifier name,
            @Nullable SqlFunctionCategory category,
            SqlSyntax syntax,
            List<SqlOperator> found,
            SqlNameMatcher matcher) {
        all.lookupOperatorOverloads(name, category, syntax, found, matcher);
        found.removeIf(operator -> !ALL.contains(operator));
    }

    @Override
    public List<SqlOperator> getOperatorList() {
        return List.copyOf(ALL);
    }
}
