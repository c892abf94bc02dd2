package org.mingqu.privacy.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What the equations of a table leave open about its suppressed cells: exact elimination with whole numbers.
///
/// A cell can be computed exactly if and only if every solution of the homogeneous equations is zero there.
final class Unknowns {

    private final AdditiveTable table;

    /// By pivot: the equation solved for it, without other pivots.
    private final Map<Integer, NavigableMap<Integer, BigInteger>> solved = new HashMap<>();

    Unknowns(AdditiveTable table, BitSet suppressed) {
        this.table = table;
        for (var sum : table.sums()) {
            var row = new TreeMap<Integer, BigInteger>();
            sum.parts().stream()
                    .filter(suppressed::get)
                    .forEach(cell -> row.merge(cell, BigInteger.ONE, BigInteger::add));
            if (suppressed.get(sum.total())) {
                row.merge(sum.total(), BigInteger.ONE.negate(), BigInteger::add);
            }
            enter(row);
        }
    }

    private void enter(NavigableMap<Integer, BigInteger> row) {
        row.values().removeIf(number -> number.signum() == 0);
        for (var cell : List.copyOf(row.keySet())) {
            if (solved.containsKey(cell)) {
                eliminate(row, cell, solved.get(cell));
            }
        }
        if (row.isEmpty()) {
            return;
        }
        var pivot = row.firstKey();
        for (var other : solved.values()) {
            if (other.containsKey(pivot)) {
                eliminate(other, pivot, row);
            }
        }
        solved.put(pivot, row);
    }

    /// Takes a cell out of a row by a row solved for it.
    private static void eliminate(
            NavigableMap<Integer, BigInteger> row, int cell, NavigableMap<Integer, BigInteger> by) {
        var factor = row.get(cell);
        if (factor == null) {
            return;
        }
        var pivot = at(by, cell);
        row.replaceAll((at, number) -> number.multiply(pivot));
        by.forEach((at, number) -> row.merge(at, number.multiply(factor).negate(), BigInteger::add));
        row.values().removeIf(number -> number.signum() == 0);
        var common = row.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        if (common.bitLength() > 1) {
            row.replaceAll((at, number) -> number.divide(common));
        }
    }

    /// Whether the cell can be computed exactly.
    boolean known(int cell) {
        var row = solved.get(cell);
        return row != null && row.size() == 1;
    }

    /// Whether tables exist that agree with all that is published, have no negative number, and in which the cell
    /// is greater, and others in which it is less, by at least p per cent of it (and by at least something).
    ///
    /// Looked for along single directions only, so that "no" may be too careful.
    boolean open(int cell, int percent) {
        var up = false;
        var down = false;
        for (var direction : directions(cell)) {
            var value = BigInteger.valueOf(table.values().get(cell));
            up |= reaches(direction, cell, value, percent);
            direction.replaceAll((at, number) -> number.negate());
            down |= value.signum() == 0 || reaches(direction, cell, value, percent);
        }
        return up && down;
    }

    /// Solutions of the homogeneous equations that raise the cell.
    private List<Map<Integer, BigInteger>> directions(int cell) {
        var directions = new ArrayList<Map<Integer, BigInteger>>();
        var row = solved.get(cell);
        if (row == null) {
            directions.add(along(cell));
        } else {
            for (var free : row.tailMap(cell, false).keySet()) {
                directions.add(along(free));
            }
            for (var free : row.headMap(cell, false).keySet()) {
                directions.add(along(free));
            }
        }
        directions.forEach(direction -> {
            if (at(direction, cell).signum() < 0) {
                direction.replaceAll((at, number) -> number.negate());
            }
        });
        return directions;
    }

    /// The solution in which one free cell moves and all other free cells stand still.
    private Map<Integer, BigInteger> along(int free) {
        var common = BigInteger.ONE;
        for (var entry : solved.entrySet()) {
            if (entry.getValue().containsKey(free)) {
                var pivot = at(entry.getValue(), entry.getKey()).abs();
                common = common.multiply(pivot).divide(common.gcd(pivot));
            }
        }
        var direction = new HashMap<Integer, BigInteger>();
        direction.put(free, common);
        for (var entry : solved.entrySet()) {
            var number = entry.getValue().get(free);
            if (number != null) {
                var pivot = at(entry.getValue(), entry.getKey());
                direction.put(
                        entry.getKey(), number.multiply(common).divide(pivot).negate());
            }
        }
        return direction;
    }

    private static BigInteger at(Map<Integer, BigInteger> numbers, int cell) {
        return numbers.getOrDefault(cell, BigInteger.ZERO);
    }

    /// Whether along a direction the cell moves far enough before another cell would be negative.
    private boolean reaches(Map<Integer, BigInteger> direction, int cell, BigInteger value, int percent) {
        var move = at(direction, cell).abs();
        var wanted = value.multiply(BigInteger.valueOf(percent)).max(BigInteger.ONE);
        for (var entry : direction.entrySet()) {
            if (entry.getValue().signum() < 0) {
                var room = BigInteger.valueOf(table.values().get(entry.getKey()));
                var reach = room.multiply(move).multiply(BigInteger.valueOf(100));
                if (reach.compareTo(wanted.multiply(entry.getValue().negate())) < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
