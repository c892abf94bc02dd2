package org.mingqu.platform.workspace;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Raw data stay inside (art. 4, 16, 32), protection by class (art. 20), the stop (art. 14, 38).
@Component
class WorkspaceCoverage implements ArticleCoverage {

    private static final String ROOM = "WORKSPACE";

    WorkspaceCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(
                Covered.shown("4", ROOM, "/workspaces"),
                Covered.shown("14", ROOM, "/workspaces"),
                Covered.shown("16", ROOM, "/workspaces"),
                Covered.shown("3", ROOM, "/releases"),
                Covered.shown("20", ROOM, "/workspaces", "/releases"),
                Covered.shown("22", ROOM, "/releases", "/workspaces"),
                Covered.shown("25", ROOM, "/traces"),
                Covered.shown("32", ROOM, "/workspaces", "/releases"));
    }
}
