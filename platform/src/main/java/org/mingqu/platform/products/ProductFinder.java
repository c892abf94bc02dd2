package org.mingqu.platform.products;

import java.util.List;
import java.util.Objects;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Searchable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds products by name, number and owner.
@Component
@Transactional(readOnly = true)
class ProductFinder implements Searchable {

    private final Registrations registrations;

    ProductFinder(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public Group group() {
        return Group.PRODUCTS;
    }

    @Override
    public List<Found> search(String text, int most, Actor actor) {
        return registrations.visibleTo(actor).stream()
                .filter(it -> Searchable.has(
                        text,
                        it.terms().name(),
                        it.number(),
                        it.owner().name(),
                        Objects.requireNonNullElse(it.filingNo(), "")))
                .limit(most)
                .map(it -> new Found(
                        it.terms().name(), it.number() + " " + it.owner().name(), "/products/" + it.id()))
                .toList();
    }
}
