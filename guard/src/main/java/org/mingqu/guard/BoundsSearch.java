package org.mingqu.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;
import org.mingqu.privacy.accounting.Mechanism;
import org.mingqu.privacy.accounting.Share;
import org.mingqu.privacy.dp.ApproximateBounds;
import org.mingqu.privacy.dp.Interval;

/// The first half of an instant plan over values whose bounds nobody declared: they are found by a share of the
/// answer's loss, and the rest of the plan follows from what was found.
public final class BoundsSearch {

    /// The columns of the rows that its SQL returns: which argument, which power of two, how many.
    public static final int COLUMNS = 3;

    private static final double FALSE_BOUND = 1e-3;

    private final String sql;
    private final int arguments;
    private final int powers;
    private final long rowsPerSubject;
    private final Function<Map<Integer, @Nullable Interval>, Plan> settled;

    /// @param settled the whole plan for what was found for each argument, by number
    BoundsSearch(
            String sql,
            int arguments,
            int powers,
            long rowsPerSubject,
            Function<Map<Integer, @Nullable Interval>, Plan> settled) {
        this.sql = sql;
        this.arguments = arguments;
        this.powers = powers;
        this.rowsPerSubject = rowsPerSubject;
        this.settled = settled;
    }

    /// For DuckDB, like [Plan#sql()], with [#COLUMNS] columns.
    public String sql() {
        return sql;
    }

    /// For each argument one histogram of powers of two, of which one row changes one count.
    List<Share> shares() {
        return IntStream.range(0, arguments).mapToObj(_ -> new Share(1, 1)).toList();
    }

    /// The plan with the bounds that noise lets be seen.
    ///
    /// @param plan of which this is the search
    /// @param rows what the engine returned for [#sql()]: exact, to be forgotten
    /// @param epsilon the loss that was made durable for the whole answer
    /// @param random [RandomBits#secure()], except in tests
    public Plan settle(
            Plan plan,
            List<? extends List<? extends @Nullable Object>> rows,
            Epsilon epsilon,
            Mechanism mechanism,
            RandomBits random) {
        var dp = plan.dp();
        if (dp == null || dp.search() != this) {
            throw new IllegalArgumentException("the search of another plan");
        }
        var noise = mechanism.noise(epsilon, rowsPerSubject, new Share(1, 1), Mechanism.parts(dp.shares()));
        var histograms = new ArrayList<ApproximateBounds>();
        IntStream.range(0, arguments).forEach(_ -> histograms.add(new ApproximateBounds(powers, noise, FALSE_BOUND)));
        for (var row : rows) {
            histograms
                    .get(number(row.get(0)).intValueExact())
                    .add(number(row.get(1)).intValueExact(), number(row.get(2)).longValueExact());
        }
        var found = new HashMap<Integer, @Nullable Interval>();
        for (var i = 0; i < arguments; i++) {
            found.put(i, histograms.get(i).find(random).orElse(null));
        }
        return settled.apply(found);
    }

    private static BigInteger number(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigInteger(number.toString());
        }
        throw new IllegalArgumentException("a histogram is made of whole numbers");
    }

    /// The same for equal searches, so that equal plans have equal texts.
    @Override
    public String toString() {
        return sql;
    }
}
