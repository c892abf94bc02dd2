package org.mingqu.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The tree of a log, in memory: grows leaf by leaf, and gives roots and proofs of every size it had.
///
/// Compact: of the levels only every fourth is kept, about 34 bytes for each leaf; a node between is
/// computed from at most eight below it. Restored from the leaves at the cost of one hash each.
///
/// Not safe for use by several threads at once while it grows.
public final class MerkleTree implements Nodes {

    /// A level is kept if it is a multiple of this.
    private static final int KEPT = 4;

    private final HashFunction function;
    private final List<HashList> levels = new ArrayList<>(List.of(new HashList()));

    /// A tree without leaves.
    public MerkleTree(HashFunction function) {
        this.function = function;
    }

    /// The tree over these leaves, in their order.
    public static MerkleTree of(HashFunction function, Iterable<Hash> leaves) {
        return of(function, leaves.iterator());
    }

    /// The tree over these leaves, in their order; read one by one, so that they may come from a store.
    public static MerkleTree of(HashFunction function, Iterator<Hash> leaves) {
        var tree = new MerkleTree(function);
        leaves.forEachRemaining(tree::append);
        return tree;
    }

    @Override
    public HashFunction function() {
        return function;
    }

    @Override
    public long size() {
        return levels.getFirst().size();
    }

    /// Adds a leaf.
    ///
    /// @param leaf the [hash of an entry as a leaf][HashFunction#leaf(byte[])]
    /// @return its index
    public long append(Hash leaf) {
        levels.getFirst().add(leaf);
        var size = size();
        for (var level = KEPT; size % (1L << level) == 0; level += KEPT) {
            var index = (size >> level) - 1;
            if (levels.size() == level / KEPT) {
                levels.add(new HashList());
            }
            levels.get(level / KEPT).add(computed(level, index));
        }
        return size - 1;
    }

    /// The hash of the entry `index`.
    ///
    /// @throws IllegalArgumentException if there is no such entry
    public Hash leaf(long index) {
        return node(0, index);
    }

    @Override
    public Hash node(int level, long index) {
        if (level < 0 || level > 62 || index < 0 || index >= size() >> level) {
            throw new IllegalArgumentException(
                    "the tree of %d entries has no node %d at level %d".formatted(size(), index, level));
        }
        return level % KEPT == 0 ? levels.get(level / KEPT).get(index) : computed(level, index);
    }

    private Hash computed(int level, long index) {
        return function.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }
}
