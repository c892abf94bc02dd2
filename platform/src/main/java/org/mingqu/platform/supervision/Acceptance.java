package org.mingqu.platform.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.supervision.DutyRule.Acceptor;
import org.springframework.stereotype.Component;

/// Who accepts a duty, and what becomes of it between its owner and them.
@Component
class Acceptance {

    private final DutyStore store;
    private final Parties parties;
    private final Remits remits;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Rules rules;
    private final Clock clock;

    Acceptance(
            DutyStore store,
            Parties parties,
            Remits remits,
            CaseFiles cases,
            Evidence evidence,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.parties = parties;
        this.remits = remits;
        this.cases = cases;
        this.evidence = evidence;
        this.rules = rules;
        this.clock = clock;
    }

    /// The organisations that are entitled to accept, in the role in which they are.
    private List<Party> acceptors(@Nullable Acceptor by) {
        return switch (by) {
            case null -> List.of();
            case AUTHORITY ->
                parties.withRole(Role.AUTHORITY).stream()
                        .map(Organisation::party)
                        .toList();
            case FINANCE -> remits.of(Remit.FINANCE);
            case SECURITY -> remits.of(Remit.CYBERSPACE, Remit.POLICE, Remit.SECRECY);
        };
    }

    private static Role role(Acceptor by) {
        return switch (by) {
            case AUTHORITY -> Role.AUTHORITY;
            case FINANCE -> Role.MARKET_REGULATOR;
            case SECURITY -> Role.SECURITY_REGULATOR;
        };
    }

    /// Whether what was submitted goes to this person's organisation.
    boolean isRecipient(DutyRule line, Actor actor) {
        var by = line.acceptedBy();
        return by != null
                && role(by) == actor.role()
                && acceptors(by).stream().anyMatch(it -> it.id().equals(actor.organisation()));
    }

    /// Whether it is for this person to accept now; who has taken note already does not do so twice.
    boolean isEntitled(Duty it, DutyRule line, Actor actor) {
        return isRecipient(line, actor) && !store.receivedBy(it.id()).contains(actor.organisation());
    }

    /// Who is still to answer to what was submitted.
    List<String> awaited(Duty it, DutyRule line) {
        var received = store.receivedBy(it.id());
        return acceptors(line.acceptedBy()).stream()
                .filter(acceptor -> !received.contains(acceptor.id()))
                .map(Party::name)
                .toList();
    }

    /// From the owner to whoever accepts; what nobody accepts is done with it.
    Duty handOver(Duty filled, DutyRule line, Move<DutyStage, DutyStep> move, String opinion, UUID entry, Actor actor) {
        var today = LocalDate.now(clock);
        if (line.acceptedBy() == null) {
            return close(filled, move, opinion, entry, actor, today);
        }
        var acceptors = acceptors(line.acceptedBy());
        if (acceptors.isEmpty()) {
            throw new Refusal.NotOpen("duty-nobody-accepts", filled.article(), List.of());
        }
        var deadline = deadline(filled, move);
        var after = filled.in(move.to(), deadline.lastDay(), null);
        store.update(after);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        cases.settle(after.caseId());
        for (var it : acceptors) {
            cases.task(
                    after.caseId(),
                    move.to().name(),
                    DutyStep.ACCEPT.name(),
                    it,
                    role(line.acceptedBy()),
                    today,
                    deadline,
                    after.article());
        }
        return after;
    }

    /// Accepts; what several are to take note of is accepted with the last of them.
    Duty accept(Duty before, DutyRule line, Move<DutyStage, DutyStep> move, String opinion, Actor actor) {
        store.received(before.id(), actor.organisation(), clock.instant());
        var entry = enter(before, "duty-accepted", opinion, actor);
        var received = store.receivedBy(before.id());
        var isLast = acceptors(line.acceptedBy()).stream().allMatch(it -> received.contains(it.id()));
        if (isLast) {
            return close(before, move, opinion, entry, actor, LocalDate.now(clock));
        }
        var after = before.in(before.stage(), before.actBy(), null);
        store.update(after);
        cases.move(after.caseId(), move, before.stage().name(), opinion, entry, actor);
        return after;
    }

    Duty giveBack(Duty before, Move<DutyStage, DutyStep> move, String opinion, Actor actor) {
        var deadline = deadline(before, move);
        var after = before.in(move.to(), deadline.lastDay(), null);
        store.update(after);
        cases.move(
                after.caseId(), move, move.to().name(), opinion, enter(before, "duty-returned", opinion, actor), actor);
        cases.settle(after.caseId());
        cases.task(
                after.caseId(),
                move.to().name(),
                DutyStep.SUBMIT.name(),
                after.owner(),
                after.role(),
                LocalDate.now(clock),
                deadline,
                after.article());
        return after;
    }

    private Duty close(
            Duty it, Move<DutyStage, DutyStep> move, String opinion, UUID entry, Actor actor, LocalDate today) {
        var after = it.in(move.to(), it.actBy(), today);
        store.update(after);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        cases.close(after.caseId());
        return after;
    }

    private Deadline deadline(Duty it, Move<DutyStage, DutyStep> move) {
        var term = rules.workingDays(java.util.Objects.requireNonNull(move.next()), it.opensOn());
        return rules.calendar().deadline(LocalDate.now(clock), term);
    }

    private UUID enter(Duty it, String act, String opinion, Actor actor) {
        return evidence.enter(
                actor, it.article(), act, it.caseId(), Map.of("duty", it.id(), "code", it.code(), "opinion", opinion));
    }
}
