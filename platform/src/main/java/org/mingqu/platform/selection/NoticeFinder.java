package org.mingqu.platform.selection;

import java.util.List;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Searchable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the notices of selections, which anybody may read.
@Component
@Transactional(readOnly = true)
class NoticeFinder implements Searchable {

    private final SelectionViews views;

    NoticeFinder(SelectionViews views) {
        this.views = views;
    }

    @Override
    public Group group() {
        return Group.NOTICES;
    }

    @Override
    public List<Found> search(String text, int most, Actor actor) {
        return views.notices().stream()
                .filter(it -> Searchable.has(text, it.title(), it.number()))
                .limit(most)
                .map(it -> new Found(it.title(), it.number(), "/notices/" + it.id()))
                .toList();
    }
}
