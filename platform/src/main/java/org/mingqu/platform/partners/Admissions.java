package org.mingqu.platform.partners;

import static org.mingqu.platform.partners.PartnershipProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Standings;
import org.mingqu.platform.partners.PartnersController.PartnershipRequest;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How a partnership begins: by the partner's application, or by the operator for a partner that it brings in.
@Service
@Transactional
class Admissions {

    private final PartnerStore store;
    private final Partnerships partnerships;
    private final Parties parties;
    private final Standings standings;
    private final CaseFiles cases;
    private final Rules rules;
    private final Evidence evidence;
    private final Clock clock;

    Admissions(
            PartnerStore store,
            Partnerships partnerships,
            Parties parties,
            Standings standings,
            CaseFiles cases,
            Rules rules,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.partnerships = partnerships;
        this.parties = parties;
        this.standings = standings;
        this.cases = cases;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    Partnership begin(PartnershipRequest request, Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        var operator = of(Role.OPERATOR, actor.is(Role.OPERATOR) ? actor.organisation() : request.operator());
        var partner = of(Role.PARTNER, actor.is(Role.PARTNER) ? actor.organisation() : request.partner());
        standings.must(operator.id(), Role.OPERATOR);
        checkApart(operator, partner, request.affiliated());
        var book = store.rules(operator.id());
        if (book.isEmpty()) {
            throw Refusals.notOpen("partner-rules-missing", List.of("PUBLISH_RULES"));
        }
        check(request);
        if (store.ofPartner(partner.id()).stream()
                .anyMatch(it -> it.operator().id().equals(operator.id()) && !RULES.ends(it.stage()))) {
            throw Refusals.notOpen("partner-twice", List.of());
        }
        var begun = opened(request, operator, partner, book.getFirst().version(), actor);
        return actor.is(Role.OPERATOR)
                ? partnerships.move(begun.id(), begun.version(), PartnershipStep.ADMIT, "", actor)
                : begun;
    }

    private Organisation of(Role role, @Nullable UUID id) {
        return parties.withRole(role).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("organisation"));
    }

    /// Who runs the platform and who develops on it are kept apart (27号), as the register of rules has it.
    private void checkApart(Organisation operator, Organisation partner, boolean affiliated) {
        if (operator.id().equals(partner.id())) {
            throw Refusals.notOpen("partner-is-operator", List.of());
        }
        if (affiliated
                && rules.figure("partner-not-affiliate", LocalDate.now(clock)).orElse(0) > 0) {
            throw Refusals.notOpen("partner-is-affiliate", List.of());
        }
    }

    private void check(PartnershipRequest request) {
        var wrong = new LinkedHashMap<String, String>();
        Refusals.checkText(wrong, "introduction", request.introduction());
        for (var kind : Capability.Kind.values()) {
            var shown = request.capabilities().stream()
                    .filter(it -> it.kind() == kind)
                    .findFirst();
            var field = "capabilities." + kind.name();
            if (shown.isEmpty() || shown.get().text().isBlank()) {
                wrong.put(field, "field-empty");
            } else if (shown.get().text().length() > Refusals.LONGEST_TEXT) {
                wrong.put(field, "field-too-long");
            } else if (shown.get().validUntil() != null
                    && shown.get().validUntil().isBefore(LocalDate.now(clock))) {
                wrong.put(field, "evidence-expired");
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }

    private Partnership opened(
            PartnershipRequest request, Organisation operator, Organisation partner, int version, Actor actor) {
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "HZ", partner.name(), partner.party(), id);
        var begun = new Partnership(
                id,
                file.id(),
                1,
                file.number(),
                new Party(operator.id(), operator.name(), Role.OPERATOR.name()),
                partner.party(),
                PartnershipStage.APPLIED,
                request.introduction().strip(),
                request.capabilities(),
                version,
                file.startedOn(),
                null,
                null,
                null,
                null,
                "",
                null);
        store.add(begun);
        cases.task(
                file.id(),
                PartnershipStage.APPLIED.name(),
                PartnershipStep.ADMIT.name(),
                begun.operator(),
                Role.OPERATOR,
                PartnershipProcedure.DECISION,
                "17");
        evidence.enter(actor, "17", "partnership-applied", file.id(), facts(begun));
        return begun;
    }

    private static Map<String, Object> facts(Partnership it) {
        return Map.of(
                "partnership", it.id(),
                "operator", it.operator().id(),
                "partner", it.partner().id(),
                "introduction", it.introduction(),
                "capabilities", it.capabilities(),
                "rules", it.rulesVersion());
    }
}
