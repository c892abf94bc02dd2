package org.mingqu.platform.oversight;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Regulators and their remits (art. 7).
@Component
class OversightCoverage implements ArticleCoverage {

    OversightCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(Covered.shown("7", "OVERSIGHT", "/oversight"));
    }
}
