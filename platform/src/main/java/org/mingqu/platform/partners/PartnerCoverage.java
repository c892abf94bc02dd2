package org.mingqu.platform.partners;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// The operator's published rules and the partners' standing (art. 17); the cases are covered by their procedure.
@Component
class PartnerCoverage implements ArticleCoverage {

    private static final String ROOM = "PARTNERS";

    PartnerCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(Covered.shown("17", ROOM, "/partner-rules", "/partners"));
    }
}
