package org.mingqu.platform.filings;

import java.util.List;
import java.util.UUID;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.filings.NationalRecord.About;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Component;

/// What can be registered by whom: a filed product by its maker, a published resource by its department.
@Component
class RecordSubjects {

    private final Products products;
    private final Catalogue catalogue;

    RecordSubjects(Products products, Catalogue catalogue) {
        this.products = products;
        this.catalogue = catalogue;
    }

    /// Its name, if it is the actor's to register.
    String name(About about, UUID id, Actor actor) {
        return about == About.PRODUCT ? product(id, actor) : resource(id, actor);
    }

    private String product(UUID id, Actor actor) {
        var it = products.find(id)
                .filter(_ -> products.isVisibleTo(id, actor))
                .orElseThrow(() -> new Refusal.NotFound("product"));
        if (!it.owner().id().equals(actor.organisation())) {
            throw new Refusal.NotYours("product-not-yours", "22");
        }
        if (!it.filed()) {
            throw new Refusal.NotOpen("product-not-filed", "22", List.of());
        }
        return it.name();
    }

    private String resource(UUID id, Actor actor) {
        var it = catalogue.published(id).orElseThrow(() -> new Refusal.NotFound("resource"));
        if (!it.department().equals(actor.organisation()) || !actor.is(Role.SOURCE)) {
            throw new Refusal.NotYours("resource-not-yours", "22");
        }
        return it.title();
    }
}
