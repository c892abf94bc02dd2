package org.mingqu.platform.quality;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Trace-back of quality and of leaks (art. 25).
@Component
class QualityCoverage implements ArticleCoverage {

    private static final String ROOM = "QUALITY";

    QualityCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(Covered.shown("25", ROOM, "/quality", "/leaks"));
    }
}
