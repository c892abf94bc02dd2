package org.mingqu.platform.enforcement;

import static org.mingqu.platform.enforcement.RectificationProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.enforcement.Rectification.RectificationStep;
import org.mingqu.platform.enforcement.Rectification.Stage;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.workspace.UseOfParty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What an order does (art. 38): access is suspended in the same transaction, comes back with acceptance, and
/// ends with the agreements when nothing was submitted in time.
@Component
class Orders {

    private static final int LONGEST_DAYS = 180;

    private final RectificationStore store;
    private final UseOfParty use;
    private final CreditRecords credit;
    private final CaseFiles cases;
    private final Parties parties;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(
            RectificationStore store,
            UseOfParty use,
            CreditRecords credit,
            CaseFiles cases,
            Parties parties,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.use = use;
        this.credit = credit;
        this.cases = cases;
        this.parties = parties;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    Rectification order(
            Rectification before,
            Move<Stage, RectificationStep> move,
            @Nullable LocalDate deadline,
            String demand,
            Actor actor) {
        var until = checked(deadline);
        var stopped = use.suspend(before.target().id(), demand, actor);
        var after = before.ordered(until, demand, stopped);
        store.update(after);
        moved(after, move, demand, enter(after, move, "rectification-ordered", demand, actor), actor);
        ask(after);
        return after;
    }

    Rectification giveBack(
            Rectification before,
            Move<Stage, RectificationStep> move,
            @Nullable LocalDate deadline,
            String opinion,
            Actor actor) {
        var until = deadline == null
                        && before.deadline() != null
                        && !before.deadline().isBefore(LocalDate.now(clock))
                ? before.deadline()
                : checked(deadline);
        var after = before.ordered(until, opinion, before.suspended());
        store.update(after);
        moved(after, move, opinion, enter(after, move, "rectification-returned", opinion, actor), actor);
        ask(after);
        return after;
    }

    private LocalDate checked(@Nullable LocalDate deadline) {
        var today = LocalDate.now(clock);
        if (deadline == null || !deadline.isAfter(today)) {
            throw new Refusal.Invalid(Map.of("deadline", "until-past"));
        }
        if (deadline.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new Refusal.Invalid(Map.of("deadline", "deadline-too-late"));
        }
        return deadline;
    }

    /// The target has a task until the last day; it sees the case from now on.
    private void ask(Rectification it) {
        cases.settle(it.caseId());
        cases.task(
                it.caseId(),
                Stage.ORDERED.name(),
                RectificationStep.SUBMIT.name(),
                it.target(),
                Role.valueOf(it.target().kind()),
                LocalDate.now(clock),
                new Deadline(java.util.Objects.requireNonNull(it.deadline()), false),
                "38");
    }

    Rectification submit(Rectification before, Move<Stage, RectificationStep> move, String report, Actor actor) {
        var after = before.submitted(report);
        store.update(after);
        moved(after, move, report, enter(after, move, "rectification-submitted", report, actor), actor);
        cases.settle(after.caseId());
        parties.withRole(Role.AUTHORITY)
                .forEach(it -> cases.task(
                        after.caseId(),
                        move.to().name(),
                        RectificationStep.ACCEPT.name(),
                        it.party(),
                        Role.AUTHORITY,
                        move.next(),
                        "38"));
        return after;
    }

    Rectification accept(Rectification before, Move<Stage, RectificationStep> move, String opinion, Actor actor) {
        var after = before.in(move.to(), LocalDate.now(clock));
        store.update(after);
        moved(after, move, opinion, enter(after, move, "rectification-accepted", opinion, actor), actor);
        use.resume(before.suspended(), opinion, actor);
        cases.close(after.caseId());
        return after;
    }

    Rectification dismiss(Rectification before, Move<Stage, RectificationStep> move, String opinion, Actor actor) {
        var after = before.in(move.to(), LocalDate.now(clock));
        store.update(after);
        moved(after, move, opinion, enter(after, move, "finding-dismissed", opinion, actor), actor);
        cases.close(after.caseId());
        return after;
    }

    /// What the last day does when nothing was submitted: the agreements end, and the violation is on record.
    void expire(UUID id, String reason) {
        var before = store.hold(id).orElseThrow();
        var lapse = RULES.lapse(before.stage());
        if (lapse.isEmpty()) {
            return;
        }
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        var platform = Actor.platform(authority.id(), authority.name(), Role.AUTHORITY);
        use.terminate(before.target().id(), reason, platform);
        var after = before.in(lapse.get().to(), LocalDate.now(clock));
        store.update(after);
        var entry = evidence.enter(
                platform,
                lapse.get().article(),
                "rectification-overdue",
                after.caseId(),
                Map.of(
                        "rectification", id,
                        "target", after.target().id(),
                        "deadline", String.valueOf(after.deadline())));
        cases.lapse(after.caseId(), lapse.get(), entry, platform);
        cases.close(after.caseId());
        credit.record(after.target(), after.id(), reason, platform);
        events.publishEvent(new PartyTerminated(
                after.target().id(), Role.valueOf(after.target().kind()), reason));
    }

    /// Who is being put right uses nothing, whatever has come into force meanwhile.
    void keepSuspended(UUID id) {
        var it = store.hold(id).orElseThrow();
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        var platform = Actor.platform(authority.id(), authority.name(), Role.AUTHORITY);
        var more = use.suspend(it.target().id(), String.valueOf(it.demand()), platform);
        if (!more.isEmpty()) {
            store.update(it.stopping(more));
        }
    }

    private void moved(Rectification it, Move<Stage, RectificationStep> move, String opinion, UUID entry, Actor actor) {
        cases.move(it.caseId(), move, it.stage().name(), opinion, entry, actor);
    }

    private UUID enter(Rectification it, Move<Stage, RectificationStep> move, String act, String text, Actor actor) {
        return evidence.enter(
                actor,
                move.article(),
                act,
                it.caseId(),
                Map.of(
                        "rectification", it.id(),
                        "target", it.target().id(),
                        "deadline", String.valueOf(it.deadline()),
                        "suspended", it.suspended(),
                        "text", text));
    }
}
