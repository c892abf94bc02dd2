package org.mingqu.ledger;

import java.util.ArrayList;
import java.util.List;

/// The nodes of a tree, wherever they are kept: all that is needed to give roots and proofs of every
/// size the tree ever had. [MerkleTree] keeps them in memory; a store may keep them in a table.
///
/// Proofs of a tree of n entries ask for about 2 log₂ n nodes.
public interface Nodes {

    HashFunction function();

    /// How many leaves there are.
    long size();

    /// The root of the complete subtree over the leaves `index << level` up to, but not including,
    /// `(index + 1) << level`.
    ///
    /// @param level 0 for the leaves themselves
    /// @throws IllegalArgumentException if the subtree is not complete yet
    Hash node(int level, long index);

    default Hash root() {
        return root(size());
    }

    /// The root the tree had when it had `size` entries.
    ///
    /// @throws IllegalArgumentException if it never had so many
    default Hash root(long size) {
        mustHave(size);
        return size == 0 ? function().empty() : range(0, size);
    }

    /// Proves that the leaf `index` was in the tree when it had `size` entries.
    ///
    /// @throws IllegalArgumentException if there is no such leaf or size
    default InclusionProof inclusion(long index, long size) {
        mustHave(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry %d is not in a tree of %d entries".formatted(index, size));
        }
        var path = new ArrayList<Hash>();
        var from = 0L;
        var to = size;
        while (to - from > 1) {
            var middle = from + split(to - from);
            if (index < middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path.reversed());
    }

    /// Proves that the tree of `newer` entries only added to the tree of `older` entries (RFC 6962
    /// section 2.1.2).
    ///
    /// @throws IllegalArgumentException if `older` is 0 or above `newer`, or the tree never had `newer`
    default ConsistencyProof consistency(long older, long newer) {
        mustHave(newer);
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("no tree of %d entries grows to %d".formatted(older, newer));
        }
        var path = new ArrayList<Hash>();
        var from = 0L;
        var to = newer;
        var whole = true;
        while (older != to) {
            var middle = from + split(to - from);
            if (older <= middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
                whole = false;
            }
        }
        if (!whole) {
            path.add(range(from, to));
        }
        return new ConsistencyProof(older, newer, path.reversed());
    }

    /// What is needed to go on adding to the tree of `size` entries.
    ///
    /// @throws IllegalArgumentException if the tree never had so many
    default Frontier frontier(long size) {
        mustHave(size);
        var hashes = new ArrayList<Hash>();
        var from = 0L;
        for (var level = 62; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                hashes.add(node(level, from >> level));
                from += 1L << level;
            }
        }
        return new Frontier(function(), size, List.copyOf(hashes));
    }

    private Hash range(long from, long to) {
        var count = to - from;
        if (Long.bitCount(count) == 1) {
            var level = Long.numberOfTrailingZeros(count);
            return node(level, from >> level);
        }
        var middle = from + split(count);
        return function().node(range(from, middle), range(middle, to));
    }

    private void mustHave(long size) {
        if (size < 0 || size > size()) {
            throw new IllegalArgumentException("the tree has %d entries, not %d".formatted(size(), size));
        }
    }

    /// The largest power of two below the count (RFC 6962 section 2.1).
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
