package org.mingqu.ledger;

import java.util.ArrayList;
import java.util.List;

/// Collects faults, and names no more of them than anybody will read.
final class Faults {

    private static final int MOST = 1_000;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> notes = new ArrayList<>();
    private long more;

    void add(Fault fault) {
        if (faults.size() < MOST) {
            faults.add(fault);
        } else {
            more++;
        }
    }

    void note(Fault fault) {
        notes.add(fault);
    }

    int count() {
        return faults.size();
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<Fault> notes() {
        var all = new ArrayList<>(notes);
        if (more > 0) {
            all.add(Fault.of(Fault.Kind.NOTE_MORE).with("count", more));
        }
        return all;
    }
}
