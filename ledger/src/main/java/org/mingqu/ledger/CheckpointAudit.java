package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Checks the checkpoints of a log one by one: form, signature, origin, order.
final class CheckpointAudit {

    private final List<VerifyingKey> keys;
    private final Faults faults;
    private final List<Checkpoint> valid = new ArrayList<>();

    CheckpointAudit(List<VerifyingKey> keys, Faults faults) {
        this.keys = keys;
        this.faults = faults;
    }

    /// @param count how many lines there are
    /// @param valid the checkpoints that were rightly signed, by size
    record Anchors(long count, List<Checkpoint> valid) {}

    Anchors read(Path file) {
        var number = 0;
        try (var reader = new LineReader(file)) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                number++;
                check(new String(line, UTF_8), number);
            }
            if (reader.torn()) {
                checkEnd(reader.rest(), number + 1);
            }
        }
        if (number == 0) {
            faults.add(Fault.of(Fault.Kind.CHECKPOINT_NONE));
        }
        valid.sort(Comparator.comparingLong(Checkpoint::size));
        return new Anchors(number, valid);
    }

    private void check(String line, int number) {
        var read = parse(line);
        if (read.isEmpty()) {
            faults.add(Fault.of(Fault.Kind.CHECKPOINT_UNREADABLE).with("line", number));
            return;
        }
        var checkpoint = read.orElseThrow();
        try {
            checkpoint.verify(Verifier.keyOf(keys, checkpoint));
        } catch (ProofRejected rejected) {
            faults.add(rejected.fault().with("line", number));
            return;
        }
        compareWithEarlier(checkpoint, number);
        valid.add(checkpoint);
    }

    private void compareWithEarlier(Checkpoint checkpoint, int number) {
        if (valid.isEmpty()) {
            return;
        }
        var origin = valid.getFirst().origin();
        if (!checkpoint.origin().equals(origin)) {
            faults.add(Fault.of(Fault.Kind.CHECKPOINT_ORIGIN)
                    .with("line", number)
                    .with("size", checkpoint.size())
                    .with("origin", checkpoint.origin())
                    .with("expected", origin));
        }
        var before = valid.stream().mapToLong(Checkpoint::size).max().orElseThrow();
        if (checkpoint.size() < before) {
            faults.add(Fault.of(Fault.Kind.CHECKPOINT_ROLLED_BACK)
                    .with("line", number)
                    .with("size", checkpoint.size())
                    .with("before", before));
        }
    }

    /// A checkpoint is read only in the one form it is written in, so that no bit of the file is free.
    private static Optional<Checkpoint> parse(String line) {
        try {
            return Optional.of(Checkpoint.ofJson(line))
                    .filter(read -> read.toJson().equals(line));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A line that breaks off is what a sudden end leaves; one that goes on after its end is not.
    private void checkEnd(String rest, int number) {
        var end = rest.indexOf('}');
        if (end >= 0 && end < rest.length() - 1) {
            faults.add(Fault.of(Fault.Kind.CHECKPOINT_UNREADABLE).with("line", number));
        } else {
            faults.note(Fault.of(Fault.Kind.NOTE_TORN).with("file", LogFile.CHECKPOINTS));
        }
    }
}
