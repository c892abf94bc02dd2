package org.mingqu.ledger;

import java.util.List;

/// A proof that one entry stands at one place of a log.
///
/// @param index the place of the entry, counted from 0
/// @param size how many entries the log had when the proof was made
/// @param path the hashes beside the way from the entry up to the root, lowest first
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /// As [#verify(HashFunction, Hash, Hash)] with SM3.
    public void verify(Hash leaf, Hash root) {
        verify(HashFunction.SM3, leaf, root);
    }

    /// Returns if the proof holds, and throws if it does not: a caller cannot forget the answer.
    ///
    /// Source: RFC 9162 section 2.1.3.2, whose names `fn` and `sn` are kept. The check after the loop
    /// matters as much as the root: without it a path of the wrong length proves an entry at a place, or
    /// in a size, that it never had.
    ///
    /// @param leaf the [hash of the entry][HashFunction#leaf(byte[])]
    /// @param root the root that was published for a log of [#size()] entries
    /// @throws ProofRejected if the path does not lead from the leaf at [#index()] to the root
    public void verify(HashFunction function, Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            throw new ProofRejected(
                    Fault.of(Fault.Kind.INCLUSION_OUTSIDE, index).with("size", size));
        }
        var fn = index;
        var sn = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (sn == 0) {
                throw new ProofRejected(
                        Fault.of(Fault.Kind.INCLUSION_PATH_LENGTH, index).with("size", size));
            }
            if (isRightChild(fn) || fn == sn) {
                hash = function.node(sibling, hash);
                while (!isRightChild(fn) && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = function.node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            throw new ProofRejected(
                    Fault.of(Fault.Kind.INCLUSION_PATH_LENGTH, index).with("size", size));
        }
        if (!hash.equals(root)) {
            throw new ProofRejected(Fault.of(Fault.Kind.INCLUSION_ROOT, index)
                    .with("found", hash)
                    .with("root", root));
        }
    }

    static boolean isRightChild(long node) {
        return (node & 1) == 1;
    }
}
