package org.mingqu.platform.products;

import java.util.List;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;

/// Registration, filing, review and use of products (art. 3, 22).
@Component
class ProductCoverage implements ArticleCoverage {

    private static final String ROOM = "PRODUCTS";

    ProductCoverage() {}

    @Override
    public List<Covered> covered() {
        return List.of(Covered.shown("3", ROOM, "/products"), Covered.shown("22", ROOM, "/products"));
    }
}
