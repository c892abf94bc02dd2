package org.mingqu.bench.attack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One released value, or the difference of two counts of a row, and for how many subjects it changes.
final class Cell {

    private static final int NONE = -1;

    private final List<Object> key;
    private final int column;
    private final int minus;
    private final List<Object> row;
    private int changed;
    private boolean ofPersons = true;

    private Cell(List<Object> key, List<Object> row, int column, int minus) {
        this.key = key;
        this.row = row;
        this.column = column;
        this.minus = minus;
    }

    static Cell of(List<Object> key, List<Object> row, int column) {
        return new Cell(key, row, column, NONE);
    }

    /// What is left of one count without another: how many have no value, where some have.
    static Cell rest(List<Object> key, List<Object> row, int column, int minus) {
        return new Cell(key, row, column, minus);
    }

    /// Whether there is anything left.
    boolean isSome() {
        var value = value(row);
        return !(value instanceof BigDecimal left) || left.signum() > 0;
    }

    /// @param rows of the database without one person, by their keys; null for an error
    void compare(@Nullable Map<List<Object>, List<Object>> rows) {
        var other = rows == null ? null : rows.get(key);
        changed += other == null || !value(row).equals(value(other)) ? 1 : 0;
        ofPersons &= other == null || minus == NONE || (isOneAtMost(other, column) && isOneAtMost(other, minus));
    }

    /// With several rows of a person the rest is a magnitude, which hangs on who has many.
    private boolean isOneAtMost(List<Object> other, int at) {
        var whole = number(row.get(at));
        var left = number(other.get(at));
        return whole != null && left != null && whole.subtract(left).compareTo(BigDecimal.ONE) <= 0;
    }

    boolean isSumOverAll(List<Map<List<Object>, List<Object>>> thirds) {
        var whole = number(value(row));
        var fallen = BigDecimal.ZERO;
        for (var rows : thirds) {
            var other = rows.get(key);
            var left = other == null ? null : number(value(other));
            if (whole == null || left == null || left.compareTo(whole) >= 0) {
                return false;
            }
            fallen = fallen.add(whole.subtract(left));
        }
        return whole != null && fallen.compareTo(whole) == 0;
    }

    boolean isAboutEnough() {
        return changed >= Village.THRESHOLD;
    }

    boolean isAboutFew() {
        return ofPersons && changed > 0 && changed < Village.THRESHOLD;
    }

    private Object value(List<Object> of) {
        if (minus == NONE) {
            return of.get(column);
        }
        var whole = number(of.get(column));
        var part = number(of.get(minus));
        return whole == null || part == null ? "" : whole.subtract(part);
    }

    private static @Nullable BigDecimal number(Object text) {
        return text.toString().matches("-?[0-9]+([.][0-9]+)?") ? new BigDecimal(text.toString()) : null;
    }
}
