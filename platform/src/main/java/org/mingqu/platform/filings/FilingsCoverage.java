package org.mingqu.platform.filings;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Filing and national registration (art. 22).
@Component
class FilingsCoverage implements ArticleCoverage {

    FilingsCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(Covered.shown("22", "FILINGS", "/filings"));
    }
}
