package org.mingqu.platform.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/catalogue`: what is published, for anybody to read.
@RestController
@RequestMapping("/api/catalogue")
class CatalogueController {

    private final PublicCatalogue catalogue;

    CatalogueController(PublicCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    Page<CatalogueItem> browse(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID department,
            @RequestParam @Nullable Integer grade,
            @RequestParam @Nullable Freshness freshness,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return catalogue.browse(new PublicCatalogue.Search(q, department, grade, freshness), page, size);
    }

    @GetMapping("/{id}")
    CatalogueEntry entry(@PathVariable UUID id) {
        return catalogue.entry(id);
    }

    /// Rows that were never anybody's: made from the dictionary and coarse statistics.
    @GetMapping("/{id}/sample")
    SyntheticSample sample(@PathVariable UUID id) {
        return catalogue.sample(id);
    }

    /// Rows that stand for nobody.
    ///
    /// @param synthetic always true, so that no page forgets to say so
    record SyntheticSample(List<String> columns, List<List<@Nullable Object>> rows, boolean synthetic) {}
}
