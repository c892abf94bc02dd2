package org.mingqu.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Order among numbers.
final class Order {

    private Order() {}

    /// Which of the numbers belong to a longest subsequence that rises; by patience sorting, in n log n.
    static BitSet longestRising(List<Long> numbers) {
        var tails = new ArrayList<Integer>();
        var before = new int[numbers.size()];
        for (var i = 0; i < numbers.size(); i++) {
            var low = 0;
            var high = tails.size();
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (numbers.get(tails.get(middle)) < numbers.get(i)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : tails.get(low - 1);
            if (low == tails.size()) {
                tails.add(i);
            } else {
                tails.set(low, i);
            }
        }
        var kept = new BitSet(numbers.size());
        for (var i = tails.isEmpty() ? -1 : tails.getLast(); i >= 0; i = before[i]) {
            kept.set(i);
        }
        return kept;
    }
}
