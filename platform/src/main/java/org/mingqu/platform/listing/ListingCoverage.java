package org.mingqu.platform.listing;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Listing at a data exchange (art. 23).
@Component
class ListingCoverage implements ArticleCoverage {

    ListingCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(Covered.shown("23", "LISTINGS", "/listings"));
    }
}
