package org.mingqu.platform.selection;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// What an expert gives an application.
///
/// @param round 1 for the independent one, 2 for the one after all had scored
/// @param points for each requirement, 0 to 100
record Score(UUID candidacy, UUID person, int round, Map<Requirement, Integer> points, String comment, Instant at) {

    static final int MOST = 100;

    Score {
        points = Map.copyOf(points);
    }
}
