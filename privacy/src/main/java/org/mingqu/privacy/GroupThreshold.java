package org.mingqu.privacy;

import java.util.Map;

/// How many distinct subjects a published cell must stand for, by the grade of the data in it.
///
/// @param byGrade the least number of subjects for each grade; each at least 2
/// @param otherwise the least number for a grade that is not listed; at least 2
public record GroupThreshold(Map<Integer, Integer> byGrade, int otherwise) {

    public GroupThreshold {
        byGrade = Map.copyOf(byGrade);
        if (otherwise < 2 || byGrade.values().stream().anyMatch(least -> least < 2)) {
            throw new IllegalArgumentException("a group of fewer than 2 subjects hides nobody");
        }
    }

    /// The least number of subjects for data of this grade.
    public int least(int grade) {
        return byGrade.getOrDefault(grade, otherwise);
    }
}
