package org.mingqu.platform.procedures;

import java.util.List;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Searchable;
import org.mingqu.platform.web.Paging;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds cases by title and number.
@Component
@Transactional(readOnly = true)
class CaseFinder implements Searchable {

    private final CaseStore store;

    CaseFinder(CaseStore store) {
        this.store = store;
    }

    @Override
    public Group group() {
        return Group.CASES;
    }

    @Override
    public List<Found> search(String text, int most, Actor actor) {
        var search = new CaseStore.Search(CaseAccess.seesAll(actor), actor.organisation(), "", "", text);
        return store.find(search, new Paging(0, most)).stream()
                .map(it -> new Found(it.title(), it.number(), "/cases/" + it.id()))
                .toList();
    }
}
