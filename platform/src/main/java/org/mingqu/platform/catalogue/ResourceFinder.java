package org.mingqu.platform.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Searchable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds what the catalogue shows, and what a department has registered itself.
@Component
@Transactional(readOnly = true)
class ResourceFinder implements Searchable {

    private final PublicCatalogue catalogue;
    private final CatalogueStore store;

    ResourceFinder(PublicCatalogue catalogue, CatalogueStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    @Override
    public Group group() {
        return Group.RESOURCES;
    }

    @Override
    public List<Found> search(String text, int most, Actor actor) {
        var shown = catalogue.browse(new PublicCatalogue.Search(text, null, null, null), 0, most).items().stream()
                .map(it -> new Found(it.title(), it.department().name(), "/catalogue/" + it.id()));
        var own = actor.is(Role.SOURCE) ? store.ofDepartment(actor.organisation()) : List.<Resource>of();
        var hidden = own.stream()
                .filter(it -> !it.isShown()
                        && Searchable.has(text, it.name(), it.description().title()))
                .map(it -> new Found(it.description().title(), it.departmentName(), "/resources/" + it.id()));
        return Stream.concat(shown, hidden).limit(most).toList();
    }
}
