package org.mingqu.platform.parties;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Roles and accounts (art. 3, 5–7), separated administrators (art. 30), a second factor (art. 31).
@Component
class PartyCoverage implements ArticleCoverage {

    private static final String ROOM = "PARTIES";

    PartyCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(
                Covered.shown("3", ROOM, "/people"),
                Covered.shown("5", ROOM, "/people"),
                Covered.shown("6", ROOM, "/people"),
                Covered.shown("7", ROOM, "/duty-rules", "/evidence"),
                Covered.shown("30", ROOM, "/people"),
                Covered.shown("31", ROOM, "/me"));
    }
}
