package org.mingqu.platform.agreements;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which agreements were in force when, for those who supervise the use (art. 26–28).
@Service
@Transactional(readOnly = true)
public class AgreementRegister {

    private final AgreementStore store;

    AgreementRegister(AgreementStore store) {
        this.store = store;
    }

    /// An agreement that all have signed.
    ///
    /// @param until the last day of its term, whether or not it was ended before
    /// @param resources that may be used under it, by title
    public record ListedAgreement(
            UUID id,
            String number,
            String title,
            Party partner,
            LocalDate from,
            LocalDate until,
            String stage,
            List<String> resources) {}

    /// The agreements whose term touches a period.
    public List<ListedAgreement> during(LocalDate from, LocalDate until) {
        return signed().stream()
                .filter(it -> !it.from().isAfter(until) && !it.until().isBefore(from))
                .toList();
    }

    /// The first day of the first agreement; empty while none was ever in force.
    public Optional<LocalDate> operatingSince() {
        return signed().stream().map(ListedAgreement::from).min(Comparator.naturalOrder());
    }

    private List<ListedAgreement> signed() {
        return store.all().stream()
                .filter(Agreement::isSignedByAll)
                .map(it -> new ListedAgreement(
                        it.id(),
                        it.number(),
                        it.title(),
                        it.partner(),
                        it.from(),
                        it.until(),
                        it.stage().name(),
                        it.tables().stream().map(table -> table.title()).toList()))
                .toList();
    }
}
