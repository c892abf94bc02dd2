package org.mingqu.platform.demands;

import java.util.List;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Searchable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds demands for data, for those who read the board.
@Component
@Transactional(readOnly = true)
class DemandFinder implements Searchable {

    private final DemandStore store;

    DemandFinder(DemandStore store) {
        this.store = store;
    }

    @Override
    public Group group() {
        return Group.DEMANDS;
    }

    @Override
    public List<Found> search(String text, int most, Actor actor) {
        if (!actor.is(Demands.READERS)) {
            return List.of();
        }
        return store.all().stream()
                .filter(it -> Searchable.has(text, it.title(), it.number(), it.scenario()))
                .limit(most)
                .map(it -> new Found(it.title(), it.number() + " " + it.poster().name(), "/demands/" + it.id()))
                .toList();
    }
}
