package org.mingqu.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds the lines of a log against the hashes that were entered, and names what does not fit.
final class LineAudit {

    /// So many missing entries are named one by one.
    static final int MOST_MISSING = 1_000;

    private final Lines lines;
    private final MerkleTree entered;
    private final long proved;
    private final MerkleTree leafList;
    private final Faults faults;

    /// @param entered the hashes of the entries as they were entered
    /// @param proved how many of these a checkpoint proves
    LineAudit(Lines lines, MerkleTree entered, long proved, MerkleTree leafList, Faults faults) {
        this.lines = lines;
        this.entered = entered;
        this.proved = proved;
        this.leafList = leafList;
        this.faults = faults;
    }

    void run() {
        var before = faults.count();
        if (entered != lines.computed()) {
            compareContents();
        } else {
            compareNumbers();
        }
        var whole = faults.count() == before;
        if (entered == lines.computed()) {
            compareHashes();
            if (whole) {
                compareLeafList();
            }
        }
    }

    /// Where the contents are not those that were entered: which were changed, moved, added, are missing.
    private void compareContents() {
        var places = new HashMap<Hash, Deque<Long>>();
        for (var index = 0L; index < entered.size(); index++) {
            places.computeIfAbsent(entered.leaf(index), _ -> new ArrayDeque<>()).add(index);
        }
        var missing = new TreeSet<Long>();
        for (var index = 0L; index < entered.size(); index++) {
            missing.add(index);
        }
        var known = new TreeMap<Integer, Long>();
        var unknown = new ArrayList<Integer>();
        for (var place = 0; place < lines.size(); place++) {
            var index = places.getOrDefault(lines.computed().leaf(place), new ArrayDeque<>())
                    .pollFirst();
            if (index != null) {
                known.put(place, index);
                missing.remove(index);
                compareBeside(place, index);
            } else {
                unknown.add(place);
            }
        }
        reportUnknown(unknown, known, missing);
        reportMissing(missing);
        reportMoved(known);
    }

    /// What is written beside an entry whose content is whole. A number that only shows that the line was
    /// moved is not told here.
    private void compareBeside(int place, long index) {
        if (!lines.leaf(place).equals(entered.leaf(index))) {
            faults.add(Fault.of(Fault.Kind.ENTRY_LEAF, index));
        }
        if (place == index && lines.index(place) != index) {
            faults.add(Fault.of(Fault.Kind.ENTRY_NUMBER, index).with("stated", lines.index(place)));
        }
    }

    private void reportUnknown(List<Integer> unknown, Map<Integer, Long> known, SortedSet<Long> missing) {
        for (var place : unknown) {
            var index = lines.readable(place) && missing.contains(lines.index(place))
                    ? lines.index(place)
                    : known.getOrDefault(place - 1, place - 1L) + 1;
            if (missing.remove(index)) {
                known.put(place, index);
                faults.add(Fault.of(
                        lines.readable(place) ? Fault.Kind.ENTRY_CHANGED : Fault.Kind.ENTRY_UNREADABLE, index));
            } else if (place < entered.size() || place < proved) {
                faults.add(Fault.of(Fault.Kind.ENTRY_INSERTED, place));
            }
        }
    }

    private void reportMissing(SortedSet<Long> missing) {
        missing.stream().limit(MOST_MISSING).forEach(index -> faults.add(Fault.of(Fault.Kind.ENTRY_MISSING, index)));
    }

    /// Names the fewest entries: those that do not stand in the place of their number, or those without
    /// which the others stand in their order.
    private void reportMoved(SortedMap<Integer, Long> known) {
        var displaced = new BitSet();
        var i = 0;
        for (var line : known.entrySet()) {
            displaced.set(i++, line.getKey() != line.getValue().longValue());
        }
        var moved = Order.longestRising(List.copyOf(known.values()));
        moved.flip(0, known.size());
        if (displaced.cardinality() <= moved.cardinality()) {
            moved = displaced;
        }
        i = 0;
        for (var line : known.entrySet()) {
            if (moved.get(i++)) {
                faults.add(Fault.of(Fault.Kind.ENTRY_MOVED, line.getValue()).with("place", line.getKey()));
            }
        }
    }

    /// Where the contents are those that were entered, or nothing tells what was: by the written numbers.
    private void compareNumbers() {
        var expected = 0L;
        for (var place = 0; place < lines.size(); place++) {
            if (place < proved) {
                expected = place + 1L;
                if (lines.readable(place) && lines.index(place) != place) {
                    faults.add(Fault.of(Fault.Kind.ENTRY_NUMBER, place).with("stated", lines.index(place)));
                }
            } else {
                expected = compareUnproved(place, expected);
            }
        }
    }

    /// @return the number that is expected on the next line
    private long compareUnproved(int place, long expected) {
        if (!lines.readable(place)) {
            faults.add(Fault.of(Fault.Kind.ENTRY_UNREADABLE, expected));
            return expected + 1;
        }
        var index = lines.index(place);
        if (index < expected) {
            faults.add(Fault.of(Fault.Kind.ENTRY_MOVED, index).with("place", place));
            return expected;
        }
        for (var missing = expected; missing < Math.min(index, expected + MOST_MISSING); missing++) {
            faults.add(Fault.of(Fault.Kind.ENTRY_MISSING, missing));
        }
        return index + 1;
    }

    /// The hashes beside the entries. What no checkpoint proves is decided by the list of leaves.
    private void compareHashes() {
        for (var place = 0; place < lines.size(); place++) {
            var computed = lines.computed().leaf(place);
            if (!computed.equals(lines.leaf(place))) {
                var whole = place < proved
                        || (place < leafList.size() && leafList.leaf(place).equals(computed));
                faults.add(Fault.of(whole ? Fault.Kind.ENTRY_LEAF : Fault.Kind.ENTRY_CHANGED, place));
            }
        }
    }

    private void compareLeafList() {
        for (var index = 0L; index < Math.min(entered.size(), leafList.size()); index++) {
            var computed = entered.leaf(index);
            if (!leafList.leaf(index).equals(computed)
                    && (index < proved || computed.equals(lines.leaf((int) index)))) {
                faults.add(Fault.of(Fault.Kind.LEAF_LIST, index));
            }
        }
        var end = Math.min(leafList.size(), entered.size() + MOST_MISSING);
        for (var index = entered.size(); index < end; index++) {
            faults.add(Fault.of(Fault.Kind.ENTRY_MISSING, index));
        }
    }
}
