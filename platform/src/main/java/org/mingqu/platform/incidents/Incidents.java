package org.mingqu.platform.incidents;

import static org.mingqu.platform.incidents.IncidentProcedure.RULES;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.incidents.Incident.Stage;
import org.mingqu.platform.incidents.Incident.Step;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.workspace.UseOfParty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Incidents: handled by whoever opened them, closed by the authority.
@Service
@Transactional
class Incidents implements CaseSubject {

    private static final int LONGEST = 4_000;

    private final IncidentStore store;
    private final UseOfParty use;
    private final Parties parties;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Incidents(
            IncidentStore store,
            UseOfParty use,
            Parties parties,
            CaseFiles cases,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.use = use;
        this.parties = parties;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A step with its account.
    record IncidentMove(int version, Step step, @Nullable String opinion) {}

    @Transactional(readOnly = true)
    List<Incident> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> isVisible(it, actor)).toList();
    }

    @Transactional(readOnly = true)
    Incident get(UUID id, Actor actor) {
        return store.find(id).filter(it -> isVisible(it, actor)).orElseThrow(() -> new Refusal.NotFound("incident"));
    }

    Incident move(UUID id, IncidentMove request, Actor actor) {
        var before = store.hold(id)
                .filter(it -> isVisible(it, actor))
                .orElseThrow(() -> new Refusal.NotFound("incident"));
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (!isFor(move, before, actor)) {
            throw new Refusal.NotYours("step-not-yours", move.article());
        }
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = IncidentOpening.required("opinion", request.opinion(), LONGEST);
        var after = after(before, move, opinion, actor);
        store.update(after);
        var entry = evidence.enter(actor, move.article(), "incident-moved", after.caseId(), moved(after, move, opinion));
        if (move.from() == move.to()) {
            // What does not lead on leaves everybody's tasks as they are.
            cases.notice(after.caseId(), move.step().name(), move.article(), entry, actor, opinion);
        } else {
            cases.move(after.caseId(), move, after.stage().name(), opinion, entry, actor);
            next(after, move);
        }
        return after;
    }

    private Incident after(Incident before, Move<Stage, Step> move, String opinion, Actor actor) {
        return switch (move.step()) {
            case REPORT -> before.reported(clock.instant());
            case RESUME -> {
                use.resume(before.stopped(), opinion, actor);
                yield before.resumed();
            }
            case ACCEPT -> {
                use.resume(before.stopped(), opinion, actor);
                yield before.closed();
            }
            default -> before.in(move.to());
        };
    }

    /// Whose turn it is next.
    private void next(Incident it, Move<Stage, Step> move) {
        var by = Role.valueOf(it.reporter().kind());
        switch (move.step()) {
            case REPORT -> {
                tell(it);
                task(it, Step.CONTAIN, by, null);
            }
            case CONTAIN -> task(it, Step.RESOLVE, by, null);
            case RESOLVE, RETURN -> task(it, Step.SUMMARISE, by, move.next());
            case SUMMARISE ->
                parties.withRole(Role.AUTHORITY)
                        .forEach(authority -> cases.task(
                                it.caseId(),
                                it.stage().name(),
                                Step.ACCEPT.name(),
                                authority.party(),
                                Role.AUTHORITY,
                                null,
                                "35"));
            case ACCEPT -> cases.close(it.caseId());
            case NOTE, RESUME -> throw new IllegalStateException("leads nowhere: " + move.step());
        }
    }

    private void task(Incident it, Step step, Role by, @Nullable String term) {
        cases.task(it.caseId(), it.stage().name(), step.name(), it.reporter(), by, term, "35");
    }

    /// The authority hears of every report; the security departments of what is real and more than general.
    private void tell(Incident it) {
        parties.withRole(Role.AUTHORITY).forEach(authority -> cases.admit(it.caseId(), authority.id()));
        if (!it.drill() && it.level() != Incident.Level.GENERAL) {
            parties.withRole(Role.SECURITY_REGULATOR).forEach(regulator -> cases.admit(it.caseId(), regulator.id()));
        }
    }

    /// Looks for incidents that were not reported by their hour. Doing it again changes nothing.
    void look(Instant now) {
        for (var it : store.becomeLate(now)) {
            store.update(it.tooLate());
            var platform = Actor.platform(it.reporter().id(), it.reporter().name(), Role.valueOf(it.reporter().kind()));
            var entry = evidence.enter(platform, "35", "incident-late", it.caseId(), Map.of("incident", it.id()));
            cases.notice(it.caseId(), "ESCALATE", "35", entry, platform);
            parties.withRole(Role.AUTHORITY).forEach(authority -> cases.admit(it.caseId(), authority.id()));
        }
    }

    private static Map<String, Object> moved(Incident it, Move<Stage, Step> move, String opinion) {
        return Map.of(
                "incident", it.id(),
                "step", move.step(),
                "stage", it.stage(),
                "late", it.late(),
                "text", opinion);
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
                .map(it -> openTo(it, actor))
                .orElse(List.of());
    }

    List<OpenMove> openTo(Incident it, Actor actor) {
        return RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> isFor(move, it, actor))
                .map(OpenMove::of)
                .toList();
    }

    private static boolean isFor(Move<Stage, Step> move, Incident it, Actor actor) {
        return switch (move.step()) {
            case REPORT, CONTAIN, RESOLVE, SUMMARISE -> it.isReportedBy(actor);
            case NOTE -> it.isReportedBy(actor) || actor.is(Role.AUTHORITY, Role.SECURITY_REGULATOR);
            case RESUME -> !it.stopped().isEmpty();
            case ACCEPT, RETURN -> true;
        };
    }

    private static boolean isVisible(Incident it, Actor actor) {
        return it.isReportedBy(actor)
                || actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN)
                || (it.target() != null && it.target().id().equals(actor.organisation()))
                || (actor.is(Role.SECURITY_REGULATOR)
                        && it.reportedAt() != null
                        && !it.drill()
                        && it.level() != Incident.Level.GENERAL);
    }
}
