package org.mingqu.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the lines of a log say, and what their entries really are. Costs some 100 bytes for each line.
final class Lines {

    private static final long UNREADABLE = -1;

    private final List<Stated> stated = new ArrayList<>();
    private final MerkleTree computed = new MerkleTree(HashFunction.SM3);
    private boolean torn;

    private Lines() {}

    private record Stated(long index, @Nullable Hash leaf) {}

    static Lines read(Path file) {
        var lines = new Lines();
        try (var reader = new LineReader(file)) {
            for (var bytes = reader.next(); bytes != null; bytes = reader.next()) {
                lines.add(bytes);
            }
            lines.torn = reader.torn();
        }
        return lines;
    }

    private void add(byte[] bytes) {
        try {
            var line = Line.parse(bytes);
            var leaf = line.computedLeaf();
            computed.append(leaf);
            stated.add(new Stated(line.index(), leaf.equals(line.leaf()) ? null : line.leaf()));
        } catch (IllegalArgumentException _) {
            computed.append(HashFunction.SM3.of(bytes));
            stated.add(new Stated(UNREADABLE, null));
        }
    }

    int size() {
        return stated.size();
    }

    boolean torn() {
        return torn;
    }

    boolean readable(int place) {
        return stated.get(place).index != UNREADABLE;
    }

    /// The number written on the line in this place.
    long index(int place) {
        return stated.get(place).index;
    }

    /// The hash written on the line in this place.
    Hash leaf(int place) {
        var leaf = stated.get(place).leaf;
        return leaf == null ? computed.leaf(place) : leaf;
    }

    /// The tree over what the entries really are, in the order they stand in.
    MerkleTree computed() {
        return computed;
    }

    /// The tree over the hashes that are written on the lines, in the order of the numbers beside them; none
    /// if these are not the numbers from 0 on.
    Optional<MerkleTree> stated() {
        var places = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingLong(this::index))
                .toList();
        if (!IntStream.range(0, size()).allMatch(i -> index(places.get(i)) == i)) {
            return Optional.empty();
        }
        return Optional.of(
                MerkleTree.of(HashFunction.SM3, places.stream().map(this::leaf).iterator()));
    }
}
