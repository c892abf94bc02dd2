package org.mingqu.platform.mandate;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// The heads, signatures and the policy of authorisation agreements (art. 12, 13), and their closing (art. 14).
@Component
class MandateCoverage implements ArticleCoverage {

    private static final String ROOM = "MANDATES";

    MandateCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(
                Covered.shown("12", ROOM, "/mandates"),
                Covered.shown("13", ROOM, "/mandates"),
                Covered.shown("14", ROOM, "/mandates"));
    }
}
