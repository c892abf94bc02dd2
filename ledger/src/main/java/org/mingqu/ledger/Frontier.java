package org.mingqu.ledger;

import java.util.ArrayList;
import java.util.List;

/// The least that must be kept to go on adding to a tree and to know its root: the roots of its complete
/// subtrees, the largest first; at most 63 hashes. Immutable: a leaf is added to a copy.
///
/// Gives no proofs; for these the leaves are needed ([MerkleTree], [Nodes]).
///
/// @param size how many leaves the tree has
/// @param hashes one hash for each bit that is set in `size`
public record Frontier(HashFunction function, long size, List<Hash> hashes) {

    public Frontier {
        hashes = List.copyOf(hashes);
        if (size < 0 || hashes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of %d entries does not end in %d subtrees".formatted(size, hashes.size()));
        }
    }

    /// The frontier of a tree without leaves.
    public static Frontier empty(HashFunction function) {
        return new Frontier(function, 0, List.of());
    }

    /// The frontier after adding one more leaf, whose index is the [#size()] of this one.
    public Frontier with(Hash leaf) {
        var all = new ArrayList<>(hashes);
        var last = leaf;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            last = function.node(all.removeLast(), last);
        }
        all.add(last);
        return new Frontier(function, size + 1, all);
    }

    public Hash root() {
        if (hashes.isEmpty()) {
            return function.empty();
        }
        var root = hashes.getLast();
        for (var left : hashes.reversed().subList(1, hashes.size())) {
            root = function.node(left, root);
        }
        return root;
    }
}
