package org.mingqu.platform.enforcement;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Findings, orders and records (art. 33, 38, 39).
@Component
class EnforcementCoverage implements ArticleCoverage {

    private static final String ROOM = "ENFORCEMENT";

    EnforcementCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(
                Covered.shown("33", ROOM, "/rectifications"),
                Covered.shown("38", ROOM, "/rectifications"),
                Covered.shown("39", ROOM, "/rectifications", "/credit-records"));
    }
}
