package org.mingqu.ledger;

import java.util.List;

/// What a [Verifier] found.
///
/// @param entries how many entries there are
/// @param checkpoints how many checkpoints there are
/// @param proved how many entries from the first on are covered by a checkpoint that holds
/// @param faults what is wrong; a log or receipt without faults is as it was signed
/// @param notes what is not wrong, but should be known
public record Report(long entries, long checkpoints, long proved, List<Fault> faults, List<Fault> notes) {

    public Report {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /// Whether nothing is wrong.
    public boolean holds() {
        return faults.isEmpty();
    }
}
