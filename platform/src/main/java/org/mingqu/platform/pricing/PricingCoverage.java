package org.mingqu.platform.pricing;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Costs, caps, prices, bills (art. 24) and income (art. 36).
@Component
class PricingCoverage implements ArticleCoverage {

    private static final String ROOM = "PRICING";

    PricingCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(
                Covered.shown("24", ROOM, "/pricing", "/product-catalogue"), Covered.shown("36", ROOM, "/income"));
    }
}
