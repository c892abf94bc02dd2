package org.mingqu.bench.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.disclosure.Table;
import org.roaringbitmap.RoaringBitmap;

/// A large district from a seed: its people by community, age, sex, education, industry and the like; earlier
/// releases by one or two of these, some under a filter; and a table by community that is to be released next.
///
/// Some communities were released before with two people less, by a condition that only those two do not
/// fulfil: their cells must be withheld.
public final class LargeDistrict {

    private static final int[] KINDS = {60, 18, 2, 7, 20, 5, 8};
    private static final int TRAPS = 20;

    private final int subjects;
    private final int communities;
    private final Random random;
    private final int[] community;
    private final int[][] columns;
    private final List<RoaringBitmap> trapped = new ArrayList<>();

    /// A district from a seed.
    ///
    /// @param subjects about a hundred for each community
    public LargeDistrict(int subjects, int communities, long seed) {
        this.subjects = subjects;
        this.communities = communities;
        this.random = new Random(seed);
        this.community = new int[subjects];
        this.columns = new int[KINDS.length][subjects];
        for (var i = 0; i < subjects; i++) {
            community[i] = Math.min(communities - 1, (int) (Math.abs(random.nextGaussian()) * communities / 4));
            for (var column = 0; column < KINDS.length; column++) {
                var share = random.nextDouble();
                columns[column][i] = (int) (share * share * KINDS[column]);
            }
            columns[0][i] = community[i] * KINDS[0] / communities;
        }
        Arrays.stream(cells(community, null)).limit(TRAPS).forEach(trapped::add);
    }

    /// The earlier releases, one at a time.
    public Table earlier(int number) {
        if (number == 0) {
            var less = trapped.stream().map(cell -> {
                var first = cell.clone();
                first.remove(cell.first());
                first.remove(cell.last());
                return first;
            });
            return new Table("release-0", less.toList());
        }
        var one = columns[random.nextInt(KINDS.length)];
        var by = random.nextInt(3) == 0 ? one : crossed(one, columns[random.nextInt(KINDS.length)]);
        var filter = random.nextInt(3) == 0 ? columns[random.nextInt(KINDS.length)] : null;
        return new Table("release-" + number, List.of(cells(by, filter)));
    }

    /// The table that is checked.
    public Table next() {
        return new Table("by community", List.of(cells(community, null)));
    }

    /// How many cells of that table, the first ones, must be withheld.
    public int traps() {
        return TRAPS;
    }

    private static int[] crossed(int[] one, int[] other) {
        var crossed = new int[one.length];
        Arrays.setAll(crossed, i -> 64 * one[i] + other[i]);
        return crossed;
    }

    private RoaringBitmap[] cells(int[] by, int @Nullable [] filter) {
        var cells = new RoaringBitmap[Math.max(communities, 64 * 64)];
        for (var i = 0; i < subjects; i++) {
            if (filter == null || filter[i] == 0) {
                if (cells[by[i]] == null) {
                    cells[by[i]] = new RoaringBitmap();
                }
                cells[by[i]].add(i);
            }
        }
        var filled = Arrays.stream(cells).filter(cell -> cell != null).toArray(RoaringBitmap[]::new);
        Arrays.stream(filled).forEach(RoaringBitmap::runOptimize);
        return filled;
    }
}
