package org.mingqu.platform.incidents;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Stopping at once and reporting (art. 21), incidents and drills (art. 35).
@Component
class IncidentCoverage implements ArticleCoverage {

    private static final String ROOM = "INCIDENTS";

    IncidentCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(Covered.shown("21", ROOM, "/incidents"), Covered.shown("35", ROOM, "/incidents"));
    }
}
