package org.mingqu.platform.outside;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// What is delivered outside: to the city (art. 5), the website (art. 9) and the credit system (art. 39).
@Component
class OutsideCoverage implements ArticleCoverage {

    private static final String ROOM = "OUTSIDE";

    OutsideCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(
                Covered.shown("5", ROOM, "/outside"),
                Covered.shown("9", ROOM, "/outside"),
                Covered.shown("39", ROOM, "/outside"));
    }
}
