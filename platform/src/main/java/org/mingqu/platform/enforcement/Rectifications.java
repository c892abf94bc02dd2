package org.mingqu.platform.enforcement;

import static org.mingqu.platform.enforcement.RectificationProcedure.REPORTERS;
import static org.mingqu.platform.enforcement.RectificationProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.enforcement.Rectification.RectificationStep;
import org.mingqu.platform.enforcement.Rectification.Stage;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Findings: anybody entitled reports one, the authority orders or dismisses, the target puts it right.
@Service
@Transactional
class Rectifications implements CaseSubject {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_TITLE = 40;

    private final RectificationStore store;
    private final Orders orders;
    private final Referrals referrals;
    private final Parties parties;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Rectifications(
            RectificationStore store,
            Orders orders,
            Referrals referrals,
            Parties parties,
            CaseFiles cases,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.referrals = referrals;
        this.parties = parties;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A finding to report.
    ///
    /// @param role in which the target takes part
    record FindingRequest(UUID target, Role role, String finding) {}

    /// A step.
    ///
    /// @param deadline of an order; absent for the other steps
    /// @param regulator to refer it to; absent for the other steps
    record RectificationMove(
            int version,
            RectificationStep step,
            @Nullable String opinion,
            @Nullable LocalDate deadline,
            @Nullable UUID regulator) {}

    @Transactional(readOnly = true)
    List<Rectification> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> isVisible(it, actor)).toList();
    }

    @Transactional(readOnly = true)
    Rectification get(UUID id, Actor actor) {
        return store.find(id)
                .filter(it -> isVisible(it, actor))
                .orElseThrow(() -> new Refusal.NotFound("rectification"));
    }

    /// Whom a finding can be about.
    @Transactional(readOnly = true)
    List<Party> targets(Actor actor) {
        actor.must(REPORTERS.keySet().toArray(Role[]::new));
        return java.util.stream.Stream.of(Role.PARTNER, Role.OPERATOR)
                .filter(role -> role == Role.PARTNER || !actor.is(Role.OPERATOR))
                .flatMap(role -> parties.withRole(role).stream().map(it -> new Party(it.id(), it.name(), role.name())))
                .toList();
    }

    Rectification report(FindingRequest it, Actor actor) {
        var target = targets(actor).stream()
                .filter(party -> party.id().equals(it.target())
                        && party.kind().equals(it.role().name()))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(Map.of("target", "no-such-target")));
        var finding = text("finding", it.finding());
        var article = REPORTERS.getOrDefault(actor.role(), "33");
        var id = UUID.randomUUID();
        var title = finding.length() > LONGEST_TITLE ? finding.substring(0, LONGEST_TITLE) + "…" : finding;
        var file = cases.open(RULES, "ZG", title, actor.party(), id);
        var rectification = new Rectification(
                id,
                file.id(),
                1,
                file.number(),
                target,
                actor.party(),
                article,
                finding,
                Stage.REPORTED,
                null,
                null,
                null,
                List.of(),
                LocalDate.now(clock),
                null);
        store.add(rectification);
        var entry = evidence.enter(
                actor,
                article,
                "finding-reported",
                file.id(),
                Map.of("rectification", id, "target", target.id(), "targetName", target.name(), "finding", finding));
        cases.notice(file.id(), "REPORT", article, entry, actor);
        parties.withRole(Role.AUTHORITY)
                .forEach(authority -> cases.task(
                        file.id(),
                        Stage.REPORTED.name(),
                        RectificationStep.ORDER.name(),
                        authority.party(),
                        Role.AUTHORITY,
                        RectificationProcedure.DECISION,
                        article));
        return rectification;
    }

    Rectification move(UUID id, RectificationMove request, Actor actor) {
        var before = store.hold(id)
                .filter(it -> isVisible(it, actor))
                .orElseThrow(() -> new Refusal.NotFound("rectification"));
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (!isFor(move, before, actor)) {
            throw new Refusal.NotYours("step-not-yours", move.article());
        }
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = opinion(move, request.opinion());
        return switch (request.step()) {
            case ORDER -> orders.order(before, move, request.deadline(), opinion, actor);
            case RETURN -> orders.giveBack(before, move, request.deadline(), opinion, actor);
            case SUBMIT -> orders.submit(before, move, opinion, actor);
            case ACCEPT -> orders.accept(before, move, opinion, actor);
            case DISMISS -> orders.dismiss(before, move, opinion, actor);
            case REFER -> referrals.refer(before, move, request.regulator(), opinion, actor);
            case RECEIVE -> referrals.receive(before, move, opinion, actor);
            case TERMINATE -> throw new IllegalStateException("nobody takes what time does");
        };
    }

    /// What was said, which only some steps need.
    private static String opinion(Move<?, ?> move, @Nullable String given) {
        return move.needsOpinion() || (given != null && !given.isBlank()) ? text("opinion", given) : "";
    }

    private static String text(String field, @Nullable String given) {
        var text = given == null ? "" : given.strip();
        if (text.isEmpty()) {
            throw new Refusal.Invalid(Map.of(field, "field-empty"));
        }
        if (text.length() > LONGEST) {
            throw new Refusal.Invalid(Map.of(field, "field-too-long"));
        }
        return text;
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

    @Transactional(readOnly = true)
    List<OpenMove> open(Rectification it, Actor actor) {
        return RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> isFor(move, it, actor))
                .map(OpenMove::of)
                .toList();
    }

    private boolean isFor(Move<Stage, RectificationStep> move, Rectification it, Actor actor) {
        return switch (move.step()) {
            case SUBMIT -> it.isAbout(actor);
            case RECEIVE -> referrals.isAwaited(it, actor);
            default -> true;
        };
    }

    private boolean isVisible(Rectification it, Actor actor) {
        return actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN)
                || it.isReportedBy(actor)
                || (it.isAbout(actor) && it.isKnownToTarget())
                || referrals.isReferredTo(it, actor);
    }
}
