package org.mingqu.platform.selection;

import static org.mingqu.platform.selection.SelectionProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.selection.SelectionsController.CallMove;
import org.mingqu.platform.selection.SelectionsController.CallRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Selections, from the notice to the result (art. 9, 11).
@Service
@Transactional
class Calls implements CaseSubject {

    private static final int LONGEST_TITLE = 120;
    private static final int MOST_EXPERTS = 15;

    private final CallStore store;
    private final Panel panel;
    private final Review review;
    private final Outcome outcome;
    private final Parties parties;
    private final CaseFiles cases;
    private final Rules rules;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calls(
            CallStore store,
            Panel panel,
            Review review,
            Outcome outcome,
            Parties parties,
            CaseFiles cases,
            Rules rules,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.panel = panel;
        this.review = review;
        this.outcome = outcome;
        this.parties = parties;
        this.cases = cases;
        this.rules = rules;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /// Begins a notice. The seed of the draw is fixed here.
    Call create(CallRequest request, Actor actor) {
        actor.must(Role.AUTHORITY);
        check(request);
        var id = UUID.randomUUID();
        var title = request.title().strip();
        var file = cases.open(RULES, "XD", title, actor.party(), id);
        var experts = request.experts() == null
                ? rules.number("selection-experts", file.startedOn())
                : Objects.requireNonNull(request.experts());
        var call = new Call(
                id,
                file.id(),
                1,
                file.number(),
                title,
                request.conditions().strip(),
                request.opensOn(),
                request.closesOn(),
                experts,
                CallStage.DRAFT,
                Draw.seed(),
                false,
                null,
                clock.instant());
        store.add(call);
        cases.task(
                file.id(), CallStage.DRAFT.name(), CallStep.PUBLISH.name(), actor.party(), Role.AUTHORITY, null, "9");
        evidence.enter(actor, "9", "selection-begun", file.id(), facts(call));
        return call;
    }

    Call change(UUID id, CallRequest request, Actor actor) {
        actor.must(Role.AUTHORITY);
        var before = held(id);
        check(request);
        if (before.stage() != CallStage.DRAFT) {
            throw Refusals.notOpen("selection-published", "9", Map.of());
        }
        if (request.version() == null || before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var experts = request.experts() == null ? before.experts() : Objects.requireNonNull(request.experts());
        var after = before.saying(
                request.title().strip(), request.conditions().strip(), request.opensOn(), request.closesOn(), experts);
        store.update(after);
        cases.rename(after.caseId(), after.title());
        evidence.enter(actor, "9", "selection-changed", after.caseId(), facts(after));
        return after;
    }

    private void check(CallRequest request) {
        var wrong = new HashMap<String, String>();
        if (request.title().isBlank()) {
            wrong.put("title", "field-empty");
        } else if (request.title().length() > LONGEST_TITLE) {
            wrong.put("title", "field-too-long");
        }
        if (request.conditions().isBlank()) {
            wrong.put("conditions", "field-empty");
        } else if (request.conditions().length() > Refusals.LONGEST_TEXT) {
            wrong.put("conditions", "field-too-long");
        }
        if (request.closesOn().isBefore(request.opensOn())) {
            wrong.put("closesOn", "window-reversed");
        } else if (request.closesOn().isBefore(LocalDate.now(clock))) {
            wrong.put("closesOn", "until-past");
        }
        var experts = request.experts();
        if (experts != null && (experts < 1 || experts > MOST_EXPERTS)) {
            wrong.put("experts", "experts-range");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }

    /// Takes one step of the procedure.
    Call move(UUID id, CallMove request, Actor actor) {
        actor.must(Role.AUTHORITY, Role.GOVERNMENT);
        var before = held(id);
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Refusals.opinion(move, request.opinion());
        var facts = facts(before);
        facts.put("step", request.step().name());
        facts.put("opinion", opinion);
        var after = effect(before, request, opinion, facts, actor).in(move.to());
        store.update(after);
        var entry = evidence.enter(actor, move.article(), "selection-moved", after.caseId(), facts);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        hand(after, move);
        return after;
    }

    private Call effect(Call before, CallMove request, String opinion, Map<String, Object> facts, Actor actor) {
        switch (request.step()) {
            case PUBLISH -> {
                if (before.closesOn().isBefore(LocalDate.now(clock))) {
                    throw new Refusal.Invalid(Map.of("closesOn", "until-past"));
                }
                tell(before, false, List.of());
            }
            case DRAW -> {
                outcome.mustBeChecked(before);
                var seats = panel.draw(before);
                facts.put("seed", before.seed());
                facts.put("order", seats.stream().map(Seat::person).toList());
                review.ask(before);
                return before.withDraw();
            }
            case SUBMIT -> {
                var proposed = Objects.requireNonNullElse(request.proposed(), List.<UUID>of());
                review.propose(before, proposed);
                facts.put("proposed", proposed);
            }
            case APPROVE, REJECT -> {
                return before.withDecision(opinion);
            }
            case ANNOUNCE -> {
                var selected = outcome.announce(before, actor);
                facts.put("selected", selected);
                tell(before, true, selected);
            }
            case CANCEL -> outcome.cancel(before, actor);
            case RETURN, CLOSE -> {}
        }
        return before;
    }

    private void tell(Call it, boolean result, List<UUID> selected) {
        events.publishEvent(new SelectionTold(
                it.id(),
                it.number(),
                it.title(),
                it.conditions(),
                it.opensOn(),
                it.closesOn(),
                result,
                selected,
                result ? it.decision() : null));
    }

    /// Whose turn it is now.
    private void hand(Call after, Move<CallStage, CallStep> move) {
        switch (after.stage()) {
            case REVIEWING -> task(after, CallStep.SUBMIT, Role.AUTHORITY, null);
            case WITH_GOVERNMENT -> {
                cases.settle(after.caseId());
                task(after, CallStep.APPROVE, Role.GOVERNMENT, move.next());
            }
            case DECIDED -> task(after, CallStep.ANNOUNCE, Role.AUTHORITY, null);
            case ANNOUNCED, ENDED -> cases.close(after.caseId());
            default -> {}
        }
    }

    private void task(Call call, CallStep step, Role role, @Nullable String term) {
        parties.withRole(role)
                .forEach(it ->
                        cases.task(call.caseId(), call.stage().name(), step.name(), it.party(), role, term, "11"));
    }

    /// The selection, held, with its window closed if its last day is over.
    Call held(UUID id) {
        var call = store.hold(id).orElseThrow(Refusals::noSuchSelection);
        if (call.stage() != CallStage.OPEN || !LocalDate.now(clock).isAfter(call.closesOn())) {
            return call;
        }
        var lapse = RULES.lapse(call.stage()).orElseThrow();
        var after = call.in(lapse.to());
        store.update(after);
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        var platform = Actor.platform(authority.id(), authority.name(), Role.AUTHORITY);
        var entry = evidence.enter(platform, lapse.article(), "selection-closed", after.caseId(), facts(after));
        cases.lapse(after.caseId(), lapse, entry, platform);
        outcome.lapseDrafts(after);
        task(after, CallStep.DRAW, Role.AUTHORITY, null);
        return after;
    }

    @Transactional(readOnly = true)
    Call find(UUID id) {
        return store.find(id).orElseThrow(Refusals::noSuchSelection);
    }

    @Transactional(readOnly = true)
    List<Call> all() {
        return store.all();
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

    static List<OpenMove> open(Call it, Actor actor) {
        return RULES.openTo(actor.role(), it.stage()).stream().map(OpenMove::of).toList();
    }

    private static Map<String, Object> facts(Call it) {
        var facts = new HashMap<String, Object>();
        facts.put("selection", it.id());
        facts.put("number", it.number());
        facts.put("title", it.title());
        facts.put("opensOn", it.opensOn().toString());
        facts.put("closesOn", it.closesOn().toString());
        facts.put("commitment", it.commitment());
        return facts;
    }
}
