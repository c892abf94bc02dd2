package org.mingqu.privacy.risk;

import java.util.BitSet;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Which classes of a scheme keep to a target.
///
/// Some rules, once kept by a class, are kept by every union with it: the number of records, and of different
/// values. Others are not (the union of an even class and an uneven one can be uneven), and the standard's risk
/// is one of all classes together. So what the first leave out is told apart: if that is too much, it is too
/// much for all finer schemes.
final class Keeping {

    private final BitSet great;
    private final BitSet kept;

    private Keeping(BitSet great, BitSet kept) {
        this.great = great;
        this.kept = kept;
    }

    /// @param sizes records by class
    /// @param values the sensitive values of the classes, or null where they do not matter
    static Keeping of(int[] sizes, SensitiveValues values, Target target) {
        var great = new BitSet();
        IntStream.range(0, sizes.length)
                .filter(number -> sizes[number] >= target.least())
                .filter(number -> target.l() == 1 || values.distinct(number) >= target.l())
                .forEach(great::set);
        var kept = (BitSet) great.clone();
        kept.stream().filter(number -> !isEven(number, values, target)).forEach(kept::clear);
        accept(sizes, kept, target);
        return new Keeping(great, kept);
    }

    private static boolean isEven(int number, SensitiveValues values, Target target) {
        return (target.entropy() == 1 || values.entropy(number) >= target.entropy())
                && (target.closeness() == 1 || values.distance(number, target.ordered()) <= target.closeness());
    }

    /// Leaves out the smallest classes until the risk of the rest is accepted. Each class that goes lowers the
    /// greatest risk and the mean, and the smallest cost the fewest records.
    private static void accept(int[] sizes, BitSet kept, Target target) {
        var sharing = target.sharing();
        if (sharing == null || kept.isEmpty()) {
            return;
        }
        var bySize = new TreeMap<Integer, Long>();
        kept.stream().forEach(number -> bySize.merge(sizes[number], 1L, Long::sum));
        var cuts = bySize.keySet().stream().mapToInt(Integer::intValue).toArray();
        var low = 0;
        var high = cuts.length;
        while (low < high) {
            var middle = (low + high) / 2;
            var risk = Evaluation.of(bySize.tailMap(cuts[middle], true), sharing.to(), sharing.in())
                    .risk();
            if (risk.compareTo(Evaluation.ACCEPTED) < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        var least = low == cuts.length ? Integer.MAX_VALUE : cuts[low];
        IntStream.of(kept.stream().toArray())
                .filter(number -> sizes[number] < least)
                .forEach(kept::clear);
    }

    /// Whether a class is great enough, whatever else.
    boolean isGreat(int number) {
        return great.get(number);
    }

    boolean isKept(int number) {
        return kept.get(number);
    }
}
