package org.mingqu.platform.agreements;

import java.util.List;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Searchable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds agreements by title, number and partner.
@Component
@Transactional(readOnly = true)
class AgreementFinder implements Searchable {

    private final Agreements agreements;

    AgreementFinder(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public Group group() {
        return Group.AGREEMENTS;
    }

    @Override
    public List<Found> search(String text, int most, Actor actor) {
        return agreements.visibleTo(actor).stream()
                .filter(it -> Searchable.has(
                        text, it.title(), it.number(), it.partner().name()))
                .limit(most)
                .map(it ->
                        new Found(it.title(), it.number() + " " + it.partner().name(), "/agreements/" + it.id()))
                .toList();
    }
}
