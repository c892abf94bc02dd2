package org.mingqu.enclave.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Who is in each group of an own table, granted or not: what its author knows (art. 16).
public final class OwnGroups {

    private final String dictionary;
    private final List<Integer> places;
    private final Map<List<@Nullable String>, RoaringBitmap> groups = new HashMap<>();

    /// @param dictionary whose numbers the subjects have
    /// @param places which keys of the answer are columns of the table
    public OwnGroups(String dictionary, List<Integer> places) {
        this.dictionary = dictionary;
        this.places = List.copyOf(places);
    }

    /// Takes that a unit has these values of the columns that are keys.
    public void add(List<@Nullable String> keys, long unit) {
        groups.computeIfAbsent(Collections.unmodifiableList(new ArrayList<>(keys)), _ -> new RoaringBitmap())
                .add(Units.subject(unit));
    }

    String dictionary() {
        return dictionary;
    }

    /// All who are in the group of the table that a group of the answer is taken from.
    RoaringBitmap group(List<@Nullable String> keys) {
        return groups.getOrDefault(own(keys), new RoaringBitmap());
    }

    private List<@Nullable String> own(List<@Nullable String> keys) {
        var own = new ArrayList<@Nullable String>();
        places.forEach(place -> own.add(keys.get(place)));
        return own;
    }

    /// The groups of the answer that are taken from a group of the table of whose subjects too few stay out
    /// of it.
    ///
    /// @param reached the subjects in each group of the answer
    /// @param before those in earlier ones
    Set<Integer> tooNear(Map<Integer, RoaringBitmap> reached, RoaringBitmap before, int threshold, Groups answer) {
        var out = new HashMap<List<@Nullable String>, RoaringBitmap>();
        groups.forEach((keys, all) -> out.put(keys, RoaringBitmap.andNot(all, before)));
        reached.forEach((group, cell) -> out.values().forEach(left -> left.andNot(cell)));
        var near = new TreeSet<Integer>();
        for (var group : reached.keySet()) {
            var left = out.get(own(answer.all().get(group).keys()));
            if (left == null || left.getCardinality() < threshold) {
                near.add(group);
            }
        }
        return near;
    }
}
