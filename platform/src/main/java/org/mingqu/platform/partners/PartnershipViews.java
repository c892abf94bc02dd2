package org.mingqu.platform.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.mingqu.platform.enforcement.Findings;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.partners.PartnersController.CapabilityView;
import org.mingqu.platform.partners.PartnersController.DeletionView;
import org.mingqu.platform.partners.PartnersController.ListedPartner;
import org.mingqu.platform.partners.PartnersController.OperatorRules;
import org.mingqu.platform.partners.PartnersController.PartnershipView;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.workspace.UseOfParty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A partner's standing, put together from this room and from those where it is used and put right.
@Component
class PartnershipViews {

    private final PartnerStore store;
    private final UseOfParty use;
    private final Findings findings;
    private final Rules rules;
    private final Clock clock;

    PartnershipViews(PartnerStore store, UseOfParty use, Findings findings, Rules rules, Clock clock) {
        this.store = store;
        this.use = use;
        this.findings = findings;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public PartnershipView of(Partnership it, Actor actor) {
        var deletion = it.deletion();
        return new PartnershipView(
                it.id(),
                it.caseId(),
                it.version(),
                it.number(),
                it.operator(),
                it.partner(),
                it.stage(),
                it.introduction(),
                it.capabilities().stream().map(this::capability).toList(),
                it.rulesVersion(),
                it.appliedOn(),
                it.filedOn(),
                it.until(),
                it.leftOn(),
                it.exitedOn(),
                it.reason(),
                deletion == null
                        ? null
                        : new DeletionView(
                                deletion.text(),
                                deletion.by(),
                                deletion.at(),
                                deletion.seal(),
                                deletion.seal().keyId(),
                                deletion.seal().holds(),
                                deletion.destroyed()),
                use.workspaces(it.partner().id()),
                findings.about(it.partner().id()),
                Partnerships.open(it, actor));
    }

    private CapabilityView capability(Capability it) {
        var today = LocalDate.now(clock);
        var until = it.validUntil();
        var soon = today.plusDays(rules.number("partner-evidence-notice", today));
        var state = until == null || until.isAfter(soon) ? "GOOD" : until.isBefore(today) ? "EXPIRED" : "SOON";
        return new CapabilityView(it.kind(), it.text(), until, state);
    }

    /// The rules in force of each operator with its filed partners, for anybody.
    @Transactional(readOnly = true)
    public List<OperatorRules> published() {
        var all = store.rules();
        var partners = store.all();
        return all.stream()
                .map(PartnerRules::operator)
                .distinct()
                .map(operator -> new OperatorRules(
                        operator,
                        all.stream()
                                .filter(it -> it.operator().id().equals(operator.id()))
                                .toList(),
                        partners.stream()
                                .filter(it -> it.operator().id().equals(operator.id())
                                        && it.stage() == PartnershipStage.FILED)
                                .map(it -> new ListedPartner(
                                        it.partner().name(), it.partner().kind(), it.filedOn(), it.until()))
                                .toList()))
                .toList();
    }
}
