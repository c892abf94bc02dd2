package org.mingqu.platform.procedures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All cases, for a room that itself knows who may see which.
@Service
@Transactional(readOnly = true)
public class CaseRegister {

    private final CaseStore store;
    private final CaseLists lists;

    CaseRegister(CaseStore store, CaseLists lists) {
        this.store = store;
        this.lists = lists;
    }

    /// An act in a case.
    public record KeptAct(
            Instant at,
            String organisation,
            String step,
            String from,
            String to,
            String article,
            @Nullable String opinion,
            @Nullable UUID evidence) {}

    /// The cases of some kinds, the latest first.
    ///
    /// @param party only those that this organisation was admitted to; null for all
    public List<CaseFile> ofKinds(List<String> kinds, @Nullable UUID party, int most) {
        return kinds.isEmpty() ? List.of() : lists.ofKinds(kinds, party, most);
    }

    /// The ids of all cases of some kinds.
    ///
    /// @param party only those that this organisation was admitted to; null for all
    public List<UUID> idsOfKinds(List<String> kinds, @Nullable UUID party) {
        return kinds.isEmpty() ? List.of() : lists.idsOfKinds(kinds, party);
    }

    public Optional<CaseFile> find(UUID id) {
        return store.find(id);
    }

    /// Whether an organisation was admitted to a case.
    public boolean isParty(UUID id, UUID organisation) {
        return store.isParty(id, organisation);
    }

    /// The acts of a case, in their order.
    public List<KeptAct> acts(UUID id) {
        return store.acts(id).stream()
                .map(it -> new KeptAct(
                        it.at(),
                        it.organisation(),
                        it.step(),
                        it.from(),
                        it.to(),
                        it.article(),
                        it.opinion(),
                        it.evidence()))
                .toList();
    }
}
