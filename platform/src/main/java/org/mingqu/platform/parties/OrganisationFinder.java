package org.mingqu.platform.parties;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds organisations, for those who keep them and who supervise them.
@Component
@Transactional(readOnly = true)
class OrganisationFinder implements Searchable {

    private final PartyStore store;

    OrganisationFinder(PartyStore store) {
        this.store = store;
    }

    @Override
    public Group group() {
        return Group.ORGANISATIONS;
    }

    @Override
    public List<Found> search(String text, int most, Actor actor) {
        if (!actor.is(Role.AUTHORITY, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            return List.of();
        }
        return store.organisations().stream()
                .filter(it -> !it.kind().equals("NATURAL_PERSON"))
                .filter(it -> Searchable.has(text, it.name(), Objects.requireNonNullElse(it.creditCode(), "")))
                .limit(most)
                .map(it -> new Found(
                        it.name(), Objects.requireNonNullElse(it.creditCode(), ""), "/people?organisation=" + it.id()))
                .toList();
    }
}
