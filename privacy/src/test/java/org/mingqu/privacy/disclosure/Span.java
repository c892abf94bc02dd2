package org.mingqu.privacy.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The rational span of vectors, by plain elimination with fractions cleared: slow, and simple enough to be
/// believed. What an attacker can compute from sums over cells.
final class Span {

    private final List<BigInteger[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    void add(BigInteger[] vector) {
        var rest = reduced(vector);
        for (var i = 0; i < rest.length; i++) {
            if (rest[i].signum() != 0) {
                rows.add(rest);
                pivots.add(i);
                return;
            }
        }
    }

    boolean contains(BigInteger[] vector) {
        for (var number : reduced(vector)) {
            if (number.signum() != 0) {
                return false;
            }
        }
        return true;
    }

    int rank() {
        return rows.size();
    }

    private BigInteger[] reduced(BigInteger[] vector) {
        var rest = vector.clone();
        for (var r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            var factor = rest[pivots.get(r)];
            var pivot = row[pivots.get(r)];
            var common = BigInteger.ZERO;
            for (var i = 0; i < rest.length && factor.signum() != 0; i++) {
                rest[i] = rest[i].multiply(pivot).subtract(row[i].multiply(factor));
                common = common.gcd(rest[i]);
            }
            for (var i = 0; i < rest.length && common.bitLength() > 1; i++) {
                rest[i] = rest[i].divide(common);
            }
        }
        return rest;
    }
}
