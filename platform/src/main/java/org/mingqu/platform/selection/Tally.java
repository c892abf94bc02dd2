package org.mingqu.platform.selection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the scores of a panel come to for one application.
///
/// @param independent whether every expert of the panel has given the first score
/// @param mean of all requirements and experts by their latest score, 2 decimals; null before all have scored
/// @param apart requirements on which the latest scores differ by more than is allowed
record Tally(boolean independent, @Nullable BigDecimal mean, List<Requirement> apart) {

    /// @param panel the experts who score
    /// @param spread by how many points scores of one requirement may differ
    static Tally of(List<Score> scores, Set<UUID> panel, int spread) {
        var latest = new HashMap<UUID, Score>();
        scores.stream()
                .filter(it -> panel.contains(it.person()))
                .forEach(it -> latest.merge(it.person(), it, (a, b) -> a.round() > b.round() ? a : b));
        if (panel.isEmpty() || latest.size() < panel.size()) {
            return new Tally(false, null, List.of());
        }
        var sum = 0L;
        var apart = new ArrayList<Requirement>();
        for (var requirement : Requirement.values()) {
            var points = latest.values().stream()
                    .mapToInt(it -> it.points().get(requirement))
                    .summaryStatistics();
            sum += points.getSum();
            if (points.getMax() - points.getMin() > spread) {
                apart.add(requirement);
            }
        }
        var all = BigDecimal.valueOf((long) panel.size() * Requirement.values().length);
        return new Tally(true, BigDecimal.valueOf(sum).divide(all, 2, RoundingMode.HALF_UP), List.copyOf(apart));
    }

    /// The scores that may be shown to an expert: the own ones until all have scored.
    static List<Score> shownTo(UUID expert, List<Score> scores, boolean independent) {
        return scores.stream()
                .filter(it -> independent || it.person().equals(expert))
                .toList();
    }

    /// The points of every requirement are there and within bounds, or what is wrong.
    static Map<String, String> faults(Map<Requirement, Integer> points) {
        var faults = new HashMap<String, String>();
        for (var requirement : Requirement.values()) {
            var given = points.get(requirement);
            if (given == null) {
                faults.put("points." + requirement.name(), "field-empty");
            } else if (given < 0 || given > Score.MOST) {
                faults.put("points." + requirement.name(), "points-range");
            }
        }
        return faults;
    }
}
