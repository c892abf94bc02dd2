package org.mingqu.enclave.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.release.Histories.Level;
import org.roaringbitmap.RoaringBitmap;

/// The groups of an answer before anything is left out, with whose data their cells are.
public final class Groups {

    private final List<Group> groups = new ArrayList<>();
    private final Map<Place, Sets> cells = new TreeMap<>();
    private final Map<Long, DoubleStream.Builder> contributions = new HashMap<>();

    /// @param behind the number of subjects
    record Group(List<@Nullable String> keys, long behind) {}

    /// A cell: a part of a group, as far as the rows of one reading of a table go.
    record Place(int reading, int group, int part) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            var order = Integer.compare(group, other.group);
            order = order == 0 ? Integer.compare(part, other.part) : order;
            return order == 0 ? Integer.compare(reading, other.reading) : order;
        }
    }

    private record Sets(RoaringBitmap subjects, RoaringBitmap rows) {}

    /// Takes the next group, in the order of their numbers.
    public void group(List<@Nullable String> keys, long behind) {
        groups.add(new Group(java.util.Collections.unmodifiableList(new ArrayList<>(keys)), behind));
    }

    /// Takes that a unit occurs in a cell.
    public void unit(int reading, int group, int part, long unit) {
        var sets = cells.computeIfAbsent(
                new Place(reading, group, part), _ -> new Sets(new RoaringBitmap(), new RoaringBitmap()));
        sets.subjects().add(Units.subject(unit));
        sets.rows().add(Units.row(unit));
    }

    /// Takes what one subject puts into a sum of a group.
    public void contribution(int measure, int group, double value) {
        contributions
                .computeIfAbsent((long) measure << Integer.SIZE | group, _ -> DoubleStream.builder())
                .add(value);
    }

    List<Group> all() {
        return groups;
    }

    Map<Place, RoaringBitmap> cells(Level level) {
        var sets = new TreeMap<Place, RoaringBitmap>();
        cells.forEach((place, both) -> sets.put(place, level == Level.SUBJECTS ? both.subjects() : both.rows()));
        return sets;
    }

    /// For each sum of each group the contributions as whole numbers on a scale of their own.
    Map<Long, long[]> contributions() {
        var scaled = new HashMap<Long, long[]>();
        contributions.forEach(
                (of, values) -> scaled.put(of, scaled(values.build().toArray())));
        return scaled;
    }

    private static final double STEPS = 1L << 40;

    private static long[] scaled(double[] values) {
        var greatest = DoubleStream.of(values).map(Math::abs).max().orElse(0);
        return DoubleStream.of(values)
                .mapToLong(value -> greatest == 0 ? 0 : Math.round(value / greatest * STEPS))
                .toArray();
    }

    static int group(long contribution) {
        return (int) contribution;
    }
}
