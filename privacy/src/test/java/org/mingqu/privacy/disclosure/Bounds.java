package org.mingqu.privacy.disclosure;

import java.util.BitSet;

/// The range in which a reader places a suppressed cell who only knows that no number is negative: by narrowing
/// each cell through each equation until nothing changes. The true range is not wider.
record Bounds(double low, double high) {

    static Bounds of(AdditiveTable table, BitSet suppressed, int cell) {
        var count = table.values().size();
        var low = new double[count];
        var high = new double[count];
        for (var i = 0; i < count; i++) {
            low[i] = suppressed.get(i) ? 0 : table.values().get(i);
            high[i] = suppressed.get(i)
                    ? Double.POSITIVE_INFINITY
                    : table.values().get(i);
        }
        for (var round = 0; round < 200; round++) {
            for (var sum : table.sums()) {
                narrow(sum, low, high);
            }
        }
        return new Bounds(low[cell], high[cell]);
    }

    private static void narrow(AdditiveTable.Sum sum, double[] low, double[] high) {
        var least = sum.parts().stream().mapToDouble(part -> low[part]).sum();
        var most = sum.parts().stream().mapToDouble(part -> high[part]).sum();
        low[sum.total()] = Math.max(low[sum.total()], least);
        high[sum.total()] = Math.min(high[sum.total()], most);
        for (var part : sum.parts()) {
            var othersLeast = sum.parts().stream()
                    .filter(other -> !other.equals(part))
                    .mapToDouble(other -> low[other])
                    .sum();
            var othersMost = sum.parts().stream()
                    .filter(other -> !other.equals(part))
                    .mapToDouble(other -> high[other])
                    .sum();
            high[part] = Math.min(high[part], high[sum.total()] - othersLeast);
            low[part] = Math.max(low[part], low[sum.total()] - othersMost);
        }
    }
}
