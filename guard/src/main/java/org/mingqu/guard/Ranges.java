package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.dp.Interval;

/// Between which numbers the arguments of an instant plan lie: as declared, or else as found.
final class Ranges {

    /// Found bounds are at most so many powers of two from zero: then an interval of them is none too wide.
    private static final int MOST_POWERS = 38;

    private static final int USUAL_SCALE = 2;
    private static final Range NOWHERE = new Range(BigDecimal.ZERO, BigDecimal.ONE, 0);

    private final Places places;
    private final Rows rows;
    private final @Nullable Map<Integer, @Nullable Interval> found;
    private final List<Integer> searched = new ArrayList<>();

    /// @param found for each searched argument, by number, what was found; null before the search
    Ranges(Places places, Rows rows, @Nullable Map<Integer, @Nullable Interval> found) {
        this.places = places;
        this.rows = rows;
        this.found = found;
    }

    /// The range of an argument.
    ///
    /// @throws Refusal if it is declared so wide that no whole number holds a subject's sum
    Range of(int argument) {
        var declared = declared(argument);
        if (declared == null) {
            return sought(argument);
        }
        if (!declared.fits(rows.perSubject())) {
            var names = rows.labels().get(argument).names();
            throw places.refuse(
                    Rule.COLUMN_NO_BOUNDS,
                    names,
                    Places.Clause.SELECT,
                    Map.of("column", String.join("、", names), "function", "SUM"));
        }
        return declared;
    }

    private @Nullable Range declared(int argument) {
        var range = rows.labels().get(argument).range();
        return range == null || !range.isBounded() ? null : range;
    }

    private Range sought(int argument) {
        if (!searched.contains(argument)) {
            searched.add(argument);
        }
        var interval = found == null ? null : found.get(searched.indexOf(argument));
        var scale = scale(argument);
        return interval == null
                ? NOWHERE
                : new Range(
                        BigDecimal.valueOf(interval.lower(), scale),
                        BigDecimal.valueOf(interval.upper(), scale),
                        scale);
    }

    /// Where the bounds of an argument come from.
    DpPlan.Bounds.Origin origin(int argument) {
        if (declared(argument) != null) {
            return DpPlan.Bounds.Origin.DECLARED;
        }
        if (found == null) {
            return DpPlan.Bounds.Origin.SOUGHT;
        }
        return found.get(searched.indexOf(argument)) == null
                ? DpPlan.Bounds.Origin.NOT_FOUND
                : DpPlan.Bounds.Origin.FOUND;
    }

    /// The digits of the grid on which a value without declared bounds is looked for.
    private int scale(int argument) {
        var type = rows.plan().getRowType().getFieldList().get(argument).getType();
        if (SqlTypeUtil.isIntType(type)) {
            return 0;
        }
        if (type.getSqlTypeName() == SqlTypeName.DECIMAL) {
            return Math.clamp(type.getScale(), 0, USUAL_SCALE * 2);
        }
        return rows.labels().get(argument).values().stream()
                .mapToInt(source -> source.column().scale())
                .reduce(USUAL_SCALE, Math::max);
    }

    /// The arguments whose bounds are to be found, in order.
    List<Integer> searched() {
        return List.copyOf(searched);
    }

    /// How far from zero bounds are looked for: so far that a subject's sum still fits.
    int powers() {
        var powers = MOST_POWERS;
        while (powers > 1 && !new Range(BigDecimal.ZERO, BigDecimal.valueOf(1L << powers), 0).fits(rows.perSubject())) {
            powers--;
        }
        return powers;
    }

    /// The expression of the power of two of an argument, as [org.mingqu.privacy.dp.ApproximateBounds#power] has it.
    String power(int argument, String expression) {
        var most = BigDecimal.valueOf(1L << powers(), scale(argument));
        var value = InstantSql.grid(expression, new Range(most.negate(), most, scale(argument)));
        var size = "CASE WHEN abs(%1$s) <= 1 THEN 0 ELSE CAST(ceil(log2(abs(%1$s))) AS BIGINT) END".formatted(value);
        return "CASE WHEN %1$s < 0 THEN -1 - %2$s WHEN %1$s >= 0 THEN %2$s END".formatted(value, size);
    }
}
