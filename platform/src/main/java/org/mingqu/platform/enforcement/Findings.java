package org.mingqu.platform.enforcement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was found about an organisation (art. 33, 38), for those who keep its standing.
@Service
@Transactional(readOnly = true)
public class Findings {

    private final RectificationStore store;

    Findings(RectificationStore store) {
        this.store = store;
    }

    /// One finding.
    ///
    /// @param stage where it stands
    public record ListedFinding(
            UUID id,
            String number,
            String article,
            String stage,
            LocalDate reportedOn,
            @Nullable LocalDate closedOn) {}

    /// The findings about an organisation, the latest first; what was dismissed is none.
    public List<ListedFinding> about(UUID organisation) {
        return store.all().stream()
                .filter(it -> it.target().id().equals(organisation) && it.stage() != Rectification.Stage.DISMISSED)
                .map(it -> new ListedFinding(
                        it.id(), it.number(), it.article(), it.stage().name(), it.reportedOn(), it.closedOn()))
                .toList();
    }
}
