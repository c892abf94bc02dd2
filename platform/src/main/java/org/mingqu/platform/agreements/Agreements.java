package org.mingqu.platform.agreements;

import static org.mingqu.platform.agreements.AgreementProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.agreements.Agreement.Stage;
import org.mingqu.platform.agreements.Agreement.Step;
import org.mingqu.platform.authorisation.ApplicationGranted;
import org.mingqu.platform.authorisation.Applications;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Signatures;
import org.mingqu.platform.parties.Standings;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Service agreements, from the draft that a grant makes to the last signature.
@Service
@Transactional
public class Agreements implements CaseSubject {

    private final AgreementStore store;
    private final Applications applications;
    private final HeadDrafts drafts;
    private final Parties organisations;
    private final Signatures signatures;
    private final Standings standings;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Agreements(
            AgreementStore store,
            Applications applications,
            HeadDrafts drafts,
            Parties organisations,
            Signatures signatures,
            Standings standings,
            CaseFiles cases,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.applications = applications;
        this.drafts = drafts;
        this.organisations = organisations;
        this.signatures = signatures;
        this.standings = standings;
        this.cases = cases;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /// A grant makes the draft of its agreement, in the same transaction.
    @EventListener
    void on(ApplicationGranted granted) {
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "XY", granted.title(), granted.applicant(), id);
        var today = LocalDate.now(clock);
        var agreement = new Agreement(
                id,
                file.id(),
                1,
                file.number(),
                granted.title(),
                Stage.DRAFT,
                today,
                granted.until(),
                granted.applicant(),
                drafts.of(granted, today),
                signatories(granted),
                granted.tables(),
                null);
        store.add(agreement);
        for (var it : agreement.parties()) {
            cases.task(file.id(), Stage.DRAFT.name(), Step.SIGN.name(), it.party(), it.role(), null, "19");
        }
        applications.agreed(granted.application(), id);
    }

    private List<Agreement.Signatory> signatories(ApplicationGranted granted) {
        var parties = new ArrayList<Agreement.Signatory>();
        organisations.withRole(Role.AUTHORITY).forEach(it -> parties.add(unsigned(it.party(), Role.AUTHORITY)));
        granted.tables().stream()
                .map(ApplicationGranted.GrantedTable::department)
                .distinct()
                .forEach(it -> parties.add(unsigned(it, Role.SOURCE)));
        var operators = standings.operators(
                granted.applicant().id(), Role.valueOf(granted.applicant().kind()));
        organisations.withRole(Role.OPERATOR).stream()
                .filter(it -> operators.contains(it.id()))
                .forEach(it -> parties.add(unsigned(it.party(), Role.OPERATOR)));
        if (parties.stream()
                .noneMatch(it -> it.party().id().equals(granted.applicant().id()))) {
            parties.add(unsigned(granted.applicant(), Role.PARTNER));
        }
        return parties;
    }

    private static Agreement.Signatory unsigned(Party party, Role role) {
        return new Agreement.Signatory(party, role, null, null, null, null);
    }

    @Transactional(readOnly = true)
    List<Agreement> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> isVisible(it, actor)).toList();
    }

    @Transactional(readOnly = true)
    Agreement get(UUID id, Actor actor) {
        return store.find(id).filter(it -> isVisible(it, actor)).orElseThrow(() -> new Refusal.NotFound("agreement"));
    }

    Agreement fill(UUID id, int version, Map<String, String> heads, Actor actor) {
        var before = held(id, actor);
        RULES.require(before.stage(), Step.FILL, actor.role());
        standings.must(actor);
        if (before.version() != version) {
            throw new Refusal.ChangedMeanwhile();
        }
        var filled = new LinkedHashMap<>(before.heads());
        heads.forEach((key, text) -> {
            if (!Agreement.HEADS.contains(key)) {
                throw new Refusal.Invalid(Map.of("heads", "head-unknown"));
            }
            filled.put(key, text.strip());
        });
        var after = before.with(filled);
        store.update(after);
        evidence.enter(
                actor, "19", "agreement-filled", after.caseId(), Map.of("agreement", id.toString(), "heads", filled));
        return after;
    }

    /// Signs for the actor's party; the last signature puts the agreement into force.
    Agreement sign(UUID id, int version, String sm3, Actor actor) {
        var before = held(id, actor);
        var move = RULES.require(before.stage(), Step.SIGN, actor.role());
        standings.must(actor);
        var signatory = before.signatory(actor);
        if (signatory == null) {
            throw new Refusal.NotYours("step-not-yours", "19");
        }
        if (signatory.signedAt() != null) {
            throw new Refusal.NotOpen("agreement-signed", "19", List.of());
        }
        if (LocalDate.now(clock).isAfter(before.until())) {
            throw new Refusal.NotOpen(
                    "agreement-ended",
                    "19",
                    List.of(),
                    Map.of("until", before.until().toString()));
        }
        if (!before.missing().isEmpty()) {
            throw new Refusal.NotOpen(
                    "agreement-heads-missing",
                    "19",
                    List.of("FILL"),
                    Map.of("heads", String.join(", ", before.missing())));
        }
        if (before.version() != version || !before.sm3().equals(sm3)) {
            throw new Refusal.ChangedMeanwhile();
        }
        var at = clock.instant();
        var seal = signatures.sign(actor.organisation(), before.signed(actor, at));
        var entry = evidence.enter(
                actor,
                "19",
                "agreement-signed",
                before.caseId(),
                Map.of(
                        "agreement",
                        id.toString(),
                        "sm3",
                        sm3,
                        "signed",
                        seal.text(),
                        "signature",
                        seal.value(),
                        "publicKey",
                        seal.publicKey()));
        var after = before.signed(actor, at, entry.toString(), seal);
        store.update(after);
        cases.move(after.caseId(), move, after.stage().name(), "", entry, actor);
        if (after.isSignedByAll()) {
            cases.settle(after.caseId());
            events.publishEvent(inForce(after));
        }
        return after;
    }

    private static AgreementInForce inForce(Agreement it) {
        return new AgreementInForce(
                it.id(),
                it.caseId(),
                it.partner(),
                it.until(),
                it.title(),
                it.tables().stream()
                        .map(table -> new AgreementInForce.AgreedTable(
                                table.resource(), table.department().id(), table.columns(), table.masks()))
                        .toList());
    }

    /// The workspace that an agreement has opened.
    public void workspace(UUID id, UUID workspace) {
        store.update(store.hold(id).orElseThrow().opened(workspace));
    }

    @Override
    public Procedure<?, ?> procedure() {
        return RULES;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject)
                .filter(it -> isVisible(it, actor))
                .map(it -> open(it, actor))
                .orElse(List.of());
    }

    static List<OpenMove> open(Agreement it, Actor actor) {
        var signatory = it.signatory(actor);
        if (signatory == null) {
            return List.of();
        }
        return RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> move.step() == Step.FILL || (move.step() == Step.SIGN && signatory.signedAt() == null))
                .map(OpenMove::of)
                .toList();
    }

    private Agreement held(UUID id, Actor actor) {
        return store.hold(id).filter(it -> isVisible(it, actor)).orElseThrow(() -> new Refusal.NotFound("agreement"));
    }

    private static boolean isVisible(Agreement it, Actor actor) {
        return it.isPartyOf(actor) || actor.role() == Role.AUTHORITY;
    }
}
