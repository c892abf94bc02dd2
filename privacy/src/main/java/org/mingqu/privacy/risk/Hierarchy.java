package org.mingqu.privacy.risk;

import java.util.Arrays;
import java.util.List;

/// Coarser and coarser groups for the values of a column.
public final class Hierarchy {

    private final int[][] groupOf;
    private final int[][] leaves;

    /// A hierarchy.
    ///
    /// @param levels for each level the group of each value, as a number from 0; the first level is the values
    ///     themselves, each level's groups are unions of those of the level before
    public Hierarchy(List<int[]> levels) {
        this.groupOf = levels.stream().map(int[]::clone).toArray(int[][]::new);
        this.leaves = new int[groupOf.length][];
        for (var level = 0; level < groupOf.length; level++) {
            leaves[level] = new int[Arrays.stream(groupOf[level]).max().orElse(-1) + 1];
            for (var group : groupOf[level]) {
                leaves[level][group]++;
            }
            check(level);
        }
    }

    private void check(int level) {
        if (level == 0 && Arrays.stream(leaves[0]).anyMatch(count -> count != 1)) {
            throw new IllegalArgumentException("the first level is not the values themselves");
        }
        var parents = new int[level == 0 ? 0 : leaves[level - 1].length];
        Arrays.fill(parents, -1);
        for (var value = 0; level > 0 && value < groupOf[level].length; value++) {
            var group = groupOf[level - 1][value];
            if (parents[group] >= 0 && parents[group] != groupOf[level][value]) {
                throw new IllegalArgumentException("a level that divides a group of the level before");
            }
            parents[group] = groupOf[level][value];
        }
    }

    /// How many levels there are, the values themselves among them.
    public int levels() {
        return groupOf.length;
    }

    /// How many values there are.
    public int values() {
        return groupOf[0].length;
    }

    /// The group of a value on a level.
    public int group(int level, int value) {
        return groupOf[level][value];
    }

    /// What is lost of a value on a level: from 0 for the value itself to 1 for all values in one group.
    ///
    /// Source: Iyengar, Transforming Data to Satisfy Privacy Constraints (2002); ARX calls it "Loss".
    public double loss(int level, int value) {
        return values() == 1 ? 0 : (leaves[level][groupOf[level][value]] - 1) / (values() - 1.0);
    }
}
