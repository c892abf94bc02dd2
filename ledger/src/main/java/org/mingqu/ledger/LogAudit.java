package org.mingqu.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares the entries of a log with what its checkpoints were signed for.
///
/// A root tells that something is wrong, but not what. The hashes of the entries are there up to three
/// times: computed from the entries, written beside them, and in a list of their own. Whichever of these
/// leads to the signed root is what was entered, and the entries are held against it one by one.
final class LogAudit {

    private final Lines lines;
    private final MerkleTree leafList;
    private final List<Checkpoint> anchors;
    private final Faults faults;
    private Nodes proved = new MerkleTree(HashFunction.SM3);
    private long provedSize;

    /// @param anchors the checkpoints that were rightly signed, by size
    LogAudit(Lines lines, MerkleTree leafList, List<Checkpoint> anchors, Faults faults) {
        this.lines = lines;
        this.leafList = leafList;
        this.anchors = anchors;
        this.faults = faults;
    }

    long entries() {
        return lines.size();
    }

    long proved() {
        return provedSize;
    }

    void run() {
        var before = faults.count();
        var candidates = Stream.concat(Stream.of(lines.computed(), leafList), lines.stated().stream())
                .toList();
        var truth = candidates.getFirst();
        for (var candidate : candidates) {
            if (provedBy(candidate) > provedBy(truth)) {
                truth = candidate;
            }
        }
        proved = truth;
        provedSize = provedBy(truth);
        var forks = anchors.stream()
                .filter(anchor -> anchor.size() <= provedSize
                        && !proved.root(anchor.size()).equals(anchor.root()))
                .toList();
        forks.forEach(fork -> faults.add(Fault.of(Fault.Kind.CHECKPOINT_FORKED).with("size", fork.size())));
        new LineAudit(lines, truth, provedSize, leafList, faults).run();
        var next = anchors.stream().filter(anchor -> anchor.size() > provedSize).findFirst();
        next.ifPresent(anchor -> reportUnproved(anchor, faults.count() > before + forks.size()));
        note(next);
    }

    /// Holds the log against a checkpoint from elsewhere.
    ///
    /// @param rejection what is wrong with the checkpoint itself, if anything
    void compareWith(Checkpoint witness, @Nullable Fault rejection) {
        if (rejection != null) {
            faults.add(rejection);
        } else if (witness.size() > provedSize) {
            faults.add(Fault.of(Fault.Kind.WITNESS_AHEAD)
                    .with("size", witness.size())
                    .with("log", provedSize));
        } else if (!proved.root(witness.size()).equals(witness.root())) {
            faults.add(Fault.of(Fault.Kind.WITNESS_FORKED).with("size", witness.size()));
        }
    }

    /// The size of the largest checkpoint that is about this tree.
    private long provedBy(Nodes tree) {
        return anchors.reversed().stream()
                .filter(anchor ->
                        anchor.size() <= tree.size() && tree.root(anchor.size()).equals(anchor.root()))
                .findFirst()
                .map(Checkpoint::size)
                .orElse(0L);
    }

    /// A rightly signed checkpoint that no reading of the log leads to: if nothing else was found wrong, all
    /// that is known is between which checkpoints it is.
    private void reportUnproved(Checkpoint anchor, boolean named) {
        if (anchor.size() > lines.size()) {
            var more = LineAudit.MOST_MISSING;
            for (var index = (long) lines.size(); index < anchor.size() && more > 0; index++, more--) {
                faults.add(Fault.of(Fault.Kind.ENTRY_MISSING, index));
            }
        } else if (!named) {
            faults.add(Fault.of(Fault.Kind.ENTRIES_CHANGED, provedSize).with("to", anchor.size() - 1));
        }
    }

    private void note(Optional<Checkpoint> next) {
        if (lines.torn()) {
            faults.note(Fault.of(Fault.Kind.NOTE_TORN).with("file", LogFile.ENTRIES));
        }
        if (next.isEmpty() && lines.size() > provedSize) {
            faults.note(Fault.of(Fault.Kind.NOTE_UNSIGNED, provedSize).with("to", lines.size() - 1));
        }
        if (leafList.size() < lines.size()) {
            faults.note(Fault.of(Fault.Kind.NOTE_LEAF_LIST_SHORT));
        }
    }
}
