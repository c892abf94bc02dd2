package org.mingqu.platform.mandate;

import static org.mingqu.platform.mandate.MandateProcedure.RULES;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.enforcement.PartyTerminated;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.selection.OperatorSelected;
import org.mingqu.platform.supervision.Assessments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Authorisation agreements from the selection of the operator to their end.
@Service
@Transactional
class Mandates implements CaseSubject {

    private final MandateStore store;
    private final Drafting drafting;
    private final Ending ending;
    private final Assessments assessments;
    private final Parties parties;
    private final CaseFiles cases;
    private final Evidence evidence;

    Mandates(
            MandateStore store,
            Drafting drafting,
            Ending ending,
            Assessments assessments,
            Parties parties,
            CaseFiles cases,
            Evidence evidence) {
        this.store = store;
        this.drafting = drafting;
        this.ending = ending;
        this.assessments = assessments;
        this.parties = parties;
        this.cases = cases;
        this.evidence = evidence;
    }

    /// Whom the district government has decided for is offered the agreement, in the same transaction.
    @EventListener
    void on(OperatorSelected it) {
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        drafting.begin(
                it.operator(), it.call(), null, Actor.platform(authority.id(), authority.name(), Role.AUTHORITY));
    }

    /// An operator that has not put right what was ordered is an operator no more (art. 38).
    @EventListener
    void on(PartyTerminated it) {
        if (it.role() != Role.OPERATOR) {
            return;
        }
        store.ofOperator(it.organisation()).stream()
                .filter(each -> each.stage().isGood())
                .forEach(each -> move(
                        each.id(),
                        each.version(),
                        MandateStep.REVOKE,
                        it.reason(),
                        Actor.platform(each.authority().id(), each.authority().name(), Role.AUTHORITY)));
    }

    @Transactional(readOnly = true)
    public List<Mandate> visibleTo(Actor actor) {
        actor.must(Role.AUTHORITY, Role.OPERATOR, Role.PARTNER);
        return store.all().stream().filter(it -> it.isVisibleTo(actor)).toList();
    }

    @Transactional(readOnly = true)
    public Mandate get(UUID id, Actor actor) {
        return store.find(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Refusals::noSuchMandate);
    }

    Mandate fill(UUID id, int version, Map<Head, String> heads, @Nullable Integer months, Actor actor) {
        return drafting.fill(held(id, version, actor), heads, months, actor);
    }

    Mandate sign(UUID id, int version, String sm3, Actor actor) {
        return drafting.sign(held(id, version, actor), sm3, actor);
    }

    /// Takes a step that is neither a change of the text nor a signature.
    ///
    /// @return the agreement, or with RENEW the new one
    Mandate move(UUID id, int version, MandateStep step, @Nullable String given, Actor actor) {
        if (step == MandateStep.FILL || step == MandateStep.SIGN || step == MandateStep.EXPIRE) {
            throw new Refusal.Invalid(Map.of("step", "step-elsewhere"));
        }
        var before = held(id, version, actor);
        var move = RULES.require(before.stage(), step, actor.role());
        var opinion = Refusals.opinion(move, given);
        if (step == MandateStep.RENEW) {
            mustBeAssessed(before);
        }
        var after = switch (step) {
            case REOPEN -> drafting.fill(before.in(MandateStage.DRAFT, ""), Map.of(), null, actor);
            case AMEND -> drafting.amend(before, opinion);
            case DISCARD -> updated(before.working(null, move.to(), ""));
            case RENEW -> before;
            default -> updated(before.in(move.to(), opinion.isEmpty() ? before.reason() : opinion));
        };
        var facts = Drafting.facts(after);
        facts.put("step", step.name());
        facts.put("opinion", opinion);
        var entry = evidence.enter(actor, move.article(), "mandate-moved", after.caseId(), facts);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        return follow(after, step, actor);
    }

    private Mandate follow(Mandate after, MandateStep step, Actor actor) {
        switch (step) {
            case REOPEN, AMEND -> drafting.askAgain(after);
            case DISCARD, DECLINE_END -> cases.settle(after.caseId());
            case PROPOSE_END ->
                cases.task(
                        after.caseId(),
                        after.stage().name(),
                        MandateStep.AGREE_END.name(),
                        after.authority(),
                        Role.AUTHORITY,
                        "mandate-signature",
                        "14");
            case AGREE_END, REVOKE -> {
                dropRenewals(after, actor);
                ending.end(after, after.reason(), actor);
            }
            case RENEW -> {
                return drafting.begin(after.operator(), null, after, actor);
            }
            case FILL, SIGN, EXPIRE -> {}
        }
        return after;
    }

    /// A renewal that was signed beforehand ends with what it renews.
    private void dropRenewals(Mandate ended, Actor actor) {
        for (var it : store.ofOperator(ended.operator().id())) {
            if (ended.id().equals(it.predecessor()) && it.stage().isGood()) {
                var after = updated(it.in(MandateStage.REVOKED, ended.reason()));
                var entry = evidence.enter(actor, "14", "mandate-moved", after.caseId(), Drafting.facts(after));
                cases.notice(after.caseId(), MandateStep.REVOKE.name(), "14", entry, actor);
                cases.ended(after.caseId(), MandateStage.REVOKED.name());
            }
        }
    }

    private Mandate updated(Mandate it) {
        store.update(it);
        return it;
    }

    /// The result of the assessments is what a renewal is decided on (art. 34).
    private void mustBeAssessed(Mandate it) {
        if (assessments.of(it.operator().id()).isEmpty()) {
            throw Refusals.notOpen("mandate-assessment-missing", "34", List.of("RECORD"), Map.of());
        }
        var under = store.ofOperator(it.operator().id()).stream()
                .filter(other -> it.id().equals(other.predecessor()))
                .findFirst();
        if (under.isPresent()) {
            throw Refusals.notOpen(
                    "mandate-renewed",
                    "13",
                    List.of(),
                    Map.of("number", under.get().number()));
        }
    }

    private Mandate held(UUID id, int version, Actor actor) {
        var before = store.hold(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Refusals::noSuchMandate);
        if (before.version() != version) {
            throw new Refusal.ChangedMeanwhile();
        }
        return before;
    }

    @Override
    public Procedure<?, ?> procedure() {
        return RULES;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject).map(it -> open(it, actor)).orElse(List.of());
    }

    static List<OpenMove> open(Mandate it, Actor actor) {
        if (!it.isVisibleTo(actor)) {
            return List.of();
        }
        var signatory = it.signatory(actor);
        return RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> move.step() != MandateStep.SIGN || (signatory != null && signatory.signedAt() == null))
                .map(OpenMove::of)
                .toList();
    }
}
