package org.mingqu.bench.attack;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A question for the first rows of an answer by a number that is shown, as `… ORDER BY n LIMIT 1`. Made from the rows
/// that are shown, the choice tells no more than they do, though which row is first may hang on one subject alone.
/// Made from rows that are not shown it would tell of those.
///
/// @param whole the question without the choice
/// @param column that it chooses by, as it is named
/// @param falling whether the largest come first
/// @param limit of rows
record Choice(String whole, String column, boolean falling, int limit) {

    private static final Pattern FORM = Pattern.compile("(.*) ORDER BY (\\w+)( DESC)? LIMIT (\\d+)");

    static Optional<Choice> of(String sql) {
        var found = FORM.matcher(sql);
        return found.matches()
                ? Optional.of(new Choice(
                        found.group(1), found.group(2), found.group(3) != null, Integer.parseInt(found.group(4))))
                : Optional.empty();
    }

    /// Whether rows are what the choice leaves of all rows. Of rows that are alike by the column any may be first.
    ///
    /// @param place of the column in a row
    boolean isMade(Collection<List<Object>> chosen, Collection<List<Object>> all, int place) {
        var first = all.stream().map(row -> number(row, place)).sorted(order()).limit(limit);
        return all.containsAll(chosen)
                && chosen.stream()
                        .map(row -> number(row, place))
                        .sorted(order())
                        .toList()
                        .equals(first.toList());
    }

    private Comparator<BigDecimal> order() {
        return falling ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private static BigDecimal number(List<Object> row, int place) {
        return new BigDecimal(row.get(place).toString());
    }
}
