package org.mingqu.platform.agreements;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Service agreements with their heads and signatures (art. 19).
@Component
class AgreementCoverage implements ArticleCoverage {

    private static final String ROOM = "AGREEMENTS";

    AgreementCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(Covered.shown("19", ROOM, "/agreements"));
    }
}
