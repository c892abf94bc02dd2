package org.mingqu.platform.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.filings.Filings;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.pricing.PriceList;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.products.Products.KnownProduct;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Component;

/// What has to hold before a product is offered at an exchange: reviewed and filed, with a filing that has not run out,
/// with a price or free of charge, and registered nationally where the register of rules asks for it.
@Component
class ListingConditions {

    private static final String NATIONAL = "choice-listing-national";

    private final Products products;
    private final Filings filings;
    private final PriceList prices;
    private final Rules rules;
    private final Clock clock;

    ListingConditions(Products products, Filings filings, PriceList prices, Rules rules, Clock clock) {
        this.products = products;
        this.filings = filings;
        this.prices = prices;
        this.rules = rules;
        this.clock = clock;
    }

    /// The own product, if it can be offered.
    KnownProduct offered(UUID id, Actor actor) {
        var it = products.find(id)
                .filter(_ -> products.isVisibleTo(id, actor))
                .orElseThrow(() -> new Refusal.NotFound("product"));
        if (!it.owner().id().equals(actor.organisation())) {
            throw new Refusal.NotYours("listing-not-yours", "23");
        }
        mustHold(id);
        return it;
    }

    void mustHold(UUID product) {
        var it = products.find(product).orElseThrow(() -> new Refusal.NotFound("product"));
        var today = LocalDate.now(clock);
        if (!it.filed()) {
            throw new Refusal.NotOpen("listing-not-filed", "23", List.of());
        }
        if (filings.valid(it.id()).isEmpty()) {
            throw new Refusal.NotOpen("listing-filing-lapsed", "23", List.of());
        }
        if (it.purpose().mayBeCharged() && prices.on(it.id(), today).isEmpty()) {
            throw new Refusal.NotOpen("listing-no-price", "23", List.of());
        }
        if (rules.figure(NATIONAL, today).orElse(0) == 1
                && filings.registered(it.id()).isEmpty()) {
            throw new Refusal.NotOpen("listing-not-registered", "23", List.of());
        }
    }
}
