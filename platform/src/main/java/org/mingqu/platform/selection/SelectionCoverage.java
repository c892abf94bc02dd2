package org.mingqu.platform.selection;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// What anybody may read of a selection (art. 8, 9); its cases are covered by their procedures.
@Component
class SelectionCoverage implements ArticleCoverage {

    private static final String ROOM = "NOTICES";

    SelectionCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(
                Covered.shown("8", ROOM, "/notices", "/selections"),
                Covered.shown("9", ROOM, "/notices", "/selections"));
    }
}
