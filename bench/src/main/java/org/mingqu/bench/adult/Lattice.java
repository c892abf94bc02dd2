package org.mingqu.bench.adult;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mingqu.privacy.risk.Hierarchy;

/// All schemes of levels, each as one number: the levels written with a digit for each column.
final class Lattice {

    private final List<Hierarchy> hierarchies;
    private final int[] stride;
    private final int size;

    Lattice(List<Hierarchy> hierarchies) {
        this.hierarchies = hierarchies;
        this.stride = new int[hierarchies.size()];
        var product = 1;
        for (var column = 0; column < stride.length; column++) {
            stride[column] = product;
            product = Math.multiplyExact(product, hierarchies.get(column).levels());
        }
        this.size = product;
    }

    int size() {
        return size;
    }

    int top() {
        return size - 1;
    }

    int columns() {
        return stride.length;
    }

    int level(int node, int column) {
        return node / stride[column] % hierarchies.get(column).levels();
    }

    /// How many steps a node is above the finest.
    int height(int node) {
        return IntStream.range(0, stride.length)
                .map(column -> level(node, column))
                .sum();
    }

    List<Integer> levels(int node) {
        return IntStream.range(0, stride.length)
                .mapToObj(column -> level(node, column))
                .toList();
    }

    /// The nodes that are one step coarser.
    IntStream coarser(int node) {
        return IntStream.range(0, stride.length)
                .filter(column ->
                        level(node, column) + 1 < hierarchies.get(column).levels())
                .map(column -> node + stride[column]);
    }

    /// The nodes that are one step finer.
    IntStream finer(int node) {
        return IntStream.range(0, stride.length)
                .filter(column -> level(node, column) > 0)
                .map(column -> node - stride[column]);
    }

    /// Whether a node is nowhere coarser than another.
    boolean isFiner(int node, int than) {
        return IntStream.range(0, stride.length).allMatch(column -> level(node, column) <= level(than, column));
    }

    /// Flash's order: by height, then by the mean share of levels, then by the mean share of values that are
    /// left.
    Comparator<Integer> order() {
        return Comparator.<Integer>comparingInt(this::height)
                .thenComparingDouble(node -> IntStream.range(0, stride.length)
                        .mapToDouble(column -> level(node, column)
                                / (double) Math.max(1, hierarchies.get(column).levels() - 1))
                        .sum())
                .thenComparingDouble(node -> -IntStream.range(0, stride.length)
                        .mapToDouble(column -> values(column, level(node, column)) / (double) values(column, 0))
                        .sum());
    }

    private int values(int column, int level) {
        var hierarchy = hierarchies.get(column);
        return 1
                + IntStream.range(0, hierarchy.values())
                        .map(value -> hierarchy.group(level, value))
                        .max()
                        .orElse(-1);
    }
}
