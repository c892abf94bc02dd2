package org.mingqu.ledger;

import java.util.ArrayList;
import java.util.List;

/// A proof that a log only grew: what it was at an earlier size is still its beginning.
///
/// @param older the earlier size, at least 1: that everything begins with nothing needs no proof
/// @param newer the later size
/// @param path the hashes of RFC 9162 section 2.1.4
public record ConsistencyProof(long older, long newer, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// As [#verify(HashFunction, Hash, Hash)] with SM3.
    public void verify(Hash olderRoot, Hash newerRoot) {
        verify(HashFunction.SM3, olderRoot, newerRoot);
    }

    /// Returns if the proof holds, and throws if it does not.
    ///
    /// Source: RFC 9162 section 2.1.4.2, whose names `fn`, `sn`, `fr` and `sr` are kept.
    ///
    /// @param olderRoot the root that was published at [#older()] entries
    /// @param newerRoot the root that was published at [#newer()] entries
    /// @throws ProofRejected if the log with the newer root need not begin with the log of the older one
    public void verify(HashFunction function, Hash olderRoot, Hash newerRoot) {
        if (older < 1 || older > newer) {
            throw rejected(Fault.Kind.CONSISTENCY_SIZES);
        }
        if (older == newer) {
            mustHold(path.isEmpty(), Fault.Kind.CONSISTENCY_PATH_LENGTH);
            mustHold(olderRoot.equals(newerRoot), Fault.Kind.CONSISTENCY_ROOT);
            return;
        }
        mustHold(!path.isEmpty(), Fault.Kind.CONSISTENCY_PATH_LENGTH);
        var hashes = new ArrayList<>(path);
        if (Long.bitCount(older) == 1) {
            hashes.addFirst(olderRoot);
        }
        var fn = older - 1;
        var sn = newer - 1;
        while (InclusionProof.isRightChild(fn)) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = hashes.getFirst();
        var sr = hashes.getFirst();
        for (var hash : hashes.subList(1, hashes.size())) {
            mustHold(sn != 0, Fault.Kind.CONSISTENCY_PATH_LENGTH);
            if (InclusionProof.isRightChild(fn) || fn == sn) {
                fr = function.node(hash, fr);
                sr = function.node(hash, sr);
                while (!InclusionProof.isRightChild(fn) && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = function.node(sr, hash);
            }
            fn >>= 1;
            sn >>= 1;
        }
        mustHold(sn == 0, Fault.Kind.CONSISTENCY_PATH_LENGTH);
        mustHold(fr.equals(olderRoot) && sr.equals(newerRoot), Fault.Kind.CONSISTENCY_ROOT);
    }

    private void mustHold(boolean condition, Fault.Kind kind) {
        if (!condition) {
            throw rejected(kind);
        }
    }

    private ProofRejected rejected(Fault.Kind kind) {
        return new ProofRejected(Fault.of(kind).with("older", older).with("newer", newer));
    }
}
