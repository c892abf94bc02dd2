package org.mingqu.privacy.risk;

import java.util.List;
import java.util.stream.IntStream;

/// All schemes of levels, each as one number: the levels written with a digit for each column.
final class Lattice {

    private final int[] levels;
    private final int[] stride;
    private final int size;

    Lattice(List<Hierarchy> hierarchies) {
        this.levels = hierarchies.stream().mapToInt(Hierarchy::levels).toArray();
        this.stride = new int[levels.length];
        var product = 1;
        for (var column = 0; column < levels.length; column++) {
            stride[column] = product;
            product = Math.multiplyExact(product, levels[column]);
        }
        this.size = product;
    }

    int size() {
        return size;
    }

    int level(int scheme, int column) {
        return scheme / stride[column] % levels[column];
    }

    List<Integer> levels(int scheme) {
        return IntStream.range(0, stride.length)
                .mapToObj(column -> level(scheme, column))
                .toList();
    }

    /// The schemes that are one step coarser.
    IntStream coarser(int scheme) {
        return IntStream.range(0, stride.length)
                .filter(column -> level(scheme, column) + 1 < levels[column])
                .map(column -> scheme + stride[column]);
    }

    /// The schemes that are one step finer.
    IntStream finer(int scheme) {
        return IntStream.range(0, stride.length)
                .filter(column -> level(scheme, column) > 0)
                .map(column -> scheme - stride[column]);
    }

    boolean isFiner(int scheme, int than) {
        for (var column = 0; column < stride.length; column++) {
            if (level(scheme, column) > level(than, column)) {
                return false;
            }
        }
        return true;
    }
}
