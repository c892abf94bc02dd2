package org.mingqu.enclave.release;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.mingqu.warrant.WarrantJson;
import org.roaringbitmap.RoaringBitmap;

/// Which subjects of partners' own tables are in files that left, and from which groups: sealed beside the
/// dictionary of a workspace's own subjects.
///
/// Kept is that of every group of an own table of which anything left, at least the threshold of subjects are
/// in no file: then nothing that left, nor any combination of it, says something of all of the group. This is
/// on the safe side: it does not look at what the files say.
final class OwnReached {

    private static final String FILE = "own";

    private final ReleaseKeys keys;

    OwnReached(ReleaseKeys keys) {
        this.keys = keys;
    }

    /// @param groups of which something left
    /// @param reached sets of those who are in a file
    private record State(List<byte[]> groups, List<byte[]> reached) {}

    /// Those of a dictionary who are in files that left.
    RoaringBitmap reached(String dictionary) throws IOException {
        return Cells.union(state(dictionary).reached());
    }

    boolean mayLeave(List<Cells.OfOwn> all) throws IOException {
        for (var own : all) {
            if (!mayLeave(own)) {
                return false;
            }
        }
        return true;
    }

    boolean mayLeave(Cells.OfOwn own) throws IOException {
        return enough(after(own), own.threshold());
    }

    private State after(Cells.OfOwn own) throws IOException {
        var before = state(own.dictionary());
        var groups = new LinkedHashSet<RoaringBitmap>();
        before.groups().forEach(group -> groups.add(Cells.bitmap(group)));
        own.groups().forEach(group -> groups.add(Cells.bitmap(group)));
        var reached = RoaringBitmap.or(Cells.union(before.reached()), Cells.union(own.reached()));
        return new State(groups.stream().map(Cells::bytes).toList(), List.of(Cells.bytes(reached)));
    }

    private static boolean enough(State state, int threshold) {
        var reached = Cells.union(state.reached());
        return state.groups().stream()
                .allMatch(group ->
                        RoaringBitmap.andNot(Cells.bitmap(group), reached).getCardinality() >= threshold);
    }

    /// Remembers what leaves, durably, if all of it may.
    boolean remember(List<Cells.OfOwn> all) throws IOException {
        var after = new LinkedHashMap<String, State>();
        for (var own : all) {
            var state = after(own);
            if (!enough(state, own.threshold())) {
                return false;
            }
            after.put(own.dictionary(), state);
        }
        for (var entry : new ArrayList<>(after.entrySet())) {
            keys.of(entry.getKey())
                    .seal(
                            WarrantJson.canonical(entry.getValue()),
                            keys.place(entry.getKey()).resolve(FILE),
                            FILE);
        }
        return true;
    }

    private State state(String dictionary) throws IOException {
        var file = keys.place(dictionary).resolve(FILE);
        return Files.exists(file)
                ? WarrantJson.read(keys.of(dictionary).open(file, FILE), State.class)
                : new State(List.of(), List.of());
    }
}
