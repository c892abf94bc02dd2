package org.mingqu.platform.catalogue;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// The catalogue: assembled by the authority (art. 5), registered, graded and loaded by departments (art. 6).
@Component
class CatalogueCoverage implements ArticleCoverage {

    private static final String ROOM = "CATALOGUE";

    CatalogueCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(
                Covered.shown("5", ROOM, "/catalogue", "/catalogue-batches"), Covered.shown("6", ROOM, "/resources"));
    }
}
