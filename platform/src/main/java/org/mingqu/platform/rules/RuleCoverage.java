package org.mingqu.platform.rules;

import java.util.List;
import org.springframework.stereotype.Component;

/// The working calendar that terms run by (art. 18), figures with the day from which they hold (art. 40, 41).
@Component
class RuleCoverage implements ArticleCoverage {

    private static final String ROOM = "RULES";

    RuleCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(
                Covered.shown("18", ROOM, "/calendar"),
                Covered.shown("1", ROOM, "/rules"),
                Covered.shown("2", ROOM, "/rules"),
                Covered.shown("40", ROOM, "/rules", "/duty-rules"),
                Covered.shown("41", ROOM, "/rules", "/duty-rules", "/calendar"));
    }
}
