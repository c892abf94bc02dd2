package org.mingqu.bench.adult;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/// Asks, for each person, how many have the high class of salary in a group of at least the threshold, and in
/// the same group without the one person in it who has some value in a further column.
///
/// The attack is the first one of Diffix's critics (Gadotti et al. 2019; Aircloak's own list of attacks): base
/// conditions on up to three columns, and one negated condition.
public final class Attacker {

    /// A question and the same without one person.
    ///
    /// @param victim whom the difference is
    /// @param with the group
    /// @param without the group without the victim
    public record Pair(int victim, RoaringBitmap with, RoaringBitmap without) {}

    private Attacker() {}

    /// One pair for each person who can be singled out.
    public static List<Pair> pairs(Adult adult, int threshold, long seed) {
        var pairs = new Pair[adult.subjects()];
        for (var size = 1; size <= 3; size++) {
            for (var base : choices(size)) {
                adult.groups(base).values().stream()
                        .filter(group -> group.getCardinality() > threshold)
                        .forEach(group -> singled(adult, base, group, pairs));
            }
        }
        var found =
                new ArrayList<>(Arrays.stream(pairs).filter(Objects::nonNull).toList());
        Collections.shuffle(found, new Random(seed));
        return found;
    }

    private static void singled(Adult adult, int[] base, RoaringBitmap group, Pair[] pairs) {
        for (var column = 0; column < Adult.NAMES.size(); column++) {
            var further = column;
            if (Arrays.stream(base).noneMatch(of -> of == further)) {
                var counts = new int[200];
                group.forEach((int subject) -> counts[adult.columns().get(further)[subject]]++);
                for (var subject : group) {
                    if (counts[adult.columns().get(column)[subject]] == 1 && pairs[subject] == null) {
                        pairs[subject] =
                                new Pair(subject, group, RoaringBitmap.andNot(group, RoaringBitmap.bitmapOf(subject)));
                    }
                }
            }
        }
    }

    private static List<int[]> choices(int size) {
        return IntStream.range(1, 1 << Adult.NAMES.size())
                .filter(set -> Integer.bitCount(set) == size)
                .mapToObj(set -> IntStream.range(0, Adult.NAMES.size())
                        .filter(column -> (set >> column & 1) == 1)
                        .toArray())
                .toList();
    }

    /// Whom two answered questions give away: the answers' difference is the person's class.
    ///
    /// @param answers the number with the high class, for each group that was answered
    public static int recovered(Adult adult, List<Pair> pairs, Map<RoaringBitmap, Integer> answers) {
        var recovered = 0;
        for (var pair : pairs) {
            var with = answers.get(pair.with());
            var without = answers.get(pair.without());
            if (with != null && without != null) {
                recovered += (with - without == 1) == adult.isHigh(pair.victim()) ? 1 : 0;
            }
        }
        return recovered;
    }
}
