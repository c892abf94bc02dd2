package org.mingqu.platform.opinions;

import static org.mingqu.platform.opinions.OpinionProcedure.RULES;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.opinions.ScenarioOpinion.Advice;
import org.mingqu.platform.opinions.ScenarioOpinion.ExpertSeat;
import org.mingqu.platform.opinions.ScenarioOpinion.Stage;
import org.mingqu.platform.opinions.ScenarioOpinion.Step;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseAccess;
import org.mingqu.platform.procedures.CaseActed;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What experts answer. Until all have, the record keeps of each only its hash, so that nobody reads another's.
@Service
@Transactional
class Opinions {

    private static final int LONGEST = 2_000;

    private final OpinionStore store;
    private final Asking asking;
    private final CaseAccess access;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Opinions(OpinionStore store, Asking asking, CaseAccess access, CaseFiles cases, Evidence evidence, Clock clock) {
        this.store = store;
        this.asking = asking;
        this.access = access;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A step with what is said.
    ///
    /// @param advice of an expert who gives an opinion
    record OpinionMove(
            Step step, @Nullable Advice advice, @Nullable String opinion) {}

    ScenarioOpinion move(UUID id, OpinionMove request, Actor actor) {
        var before = store.hold(id).filter(it -> sees(it, actor)).orElseThrow(Opinions::unknown);
        RULES.require(before.stage(), request.step(), actor.role());
        var text = Objects.requireNonNullElse(request.opinion(), "").strip();
        if (text.isEmpty()) {
            throw new Refusal.Invalid(Map.of("opinion", "opinion-empty"));
        }
        if (text.length() > LONGEST) {
            throw new Refusal.Invalid(Map.of("opinion", "field-too-long"));
        }
        return switch (request.step()) {
            case GIVE -> give(before, request.advice(), text, actor);
            case RECUSE -> recuse(before, text, actor);
            case END_ASKING -> close(before, text, actor);
        };
    }

    private ScenarioOpinion give(ScenarioOpinion before, @Nullable Advice advice, String text, Actor actor) {
        var seat = own(before, actor);
        if (seat.advice() != null) {
            throw new Refusal.NotOpen("opinion-given", "5", List.of());
        }
        if (advice == null) {
            throw new Refusal.Invalid(Map.of("advice", "field-empty"));
        }
        var seats = before.replaced(seat.given(advice, text, clock.instant()));
        var after = store(before, seats);
        var sm3 = HashFunction.SM3
                .of((advice.name() + "\n" + text).getBytes(StandardCharsets.UTF_8))
                .hex();
        var entry = evidence.enter(
                actor, "5", "expert-opinion-given", before.caseId(), Map.of("request", before.id(), "sm3", sm3));
        cases.notice(before.caseId(), "GIVE", "5", entry, actor);
        settle(after, actor.organisation());
        return opened(after, actor);
    }

    private ScenarioOpinion recuse(ScenarioOpinion before, String reason, Actor actor) {
        var seat = own(before, actor);
        if (seat.advice() != null) {
            throw new Refusal.NotOpen("opinion-given", "5", List.of());
        }
        var seats = before.replaced(seat.in(ExpertSeat.State.RECUSED, "OWN_WISH", reason));
        var next = seats.stream()
                .filter(it -> it.state() == ExpertSeat.State.RESERVE)
                .findFirst()
                .map(it -> it.in(ExpertSeat.State.ASKED, null, ""));
        var after = store(before, next.map(it -> replaced(seats, it)).orElse(seats));
        var entry = evidence.enter(
                actor,
                "5",
                "expert-recused",
                before.caseId(),
                Map.of(
                        "request", before.id(),
                        "reason", reason,
                        "next", next.map(ExpertSeat::name).orElse("")));
        cases.notice(before.caseId(), "RECUSE", "5", entry, actor, reason);
        settle(after, actor.organisation());
        next.ifPresent(it -> asking.task(after, it));
        return after.asked().isEmpty() ? ended(after, actor) : opened(after, actor);
    }

    private static List<ExpertSeat> replaced(List<ExpertSeat> seats, ExpertSeat by) {
        return seats.stream()
                .map(it -> it.person().equals(by.person()) ? by : it)
                .toList();
    }

    private ScenarioOpinion store(ScenarioOpinion before, List<ExpertSeat> seats) {
        var after = before.with(Stage.ASKED, seats);
        store.update(after);
        return after;
    }

    /// The experts of an organisation have nothing to do any more once each has answered.
    private void settle(ScenarioOpinion it, UUID organisation) {
        var open =
                it.asked().stream().anyMatch(seat -> seat.organisation().equals(organisation) && seat.advice() == null);
        if (!open) {
            cases.done(it.caseId(), organisation, Role.EXPERT);
        }
    }

    /// The last answer opens them all.
    private ScenarioOpinion opened(ScenarioOpinion it, Actor actor) {
        if (!it.isComplete()) {
            return it;
        }
        var after = it.with(Stage.GIVEN, it.seats());
        store.update(after);
        var entry = evidence.enter(actor, "5", "expert-opinions-opened", it.caseId(), said(it));
        cases.notice(it.origin(), "EXPERTS_ANSWERED", "5", entry, actor);
        cases.ended(it.caseId(), Stage.GIVEN.name());
        return after;
    }

    private static Map<String, Object> said(ScenarioOpinion it) {
        return Map.of(
                "request",
                it.id().toString(),
                "opinions",
                it.asked().stream()
                        .filter(seat -> seat.advice() != null)
                        .map(seat -> Map.of(
                                "expert", seat.name(),
                                "advice", String.valueOf(seat.advice()),
                                "text", seat.text()))
                        .toList());
    }

    private ScenarioOpinion close(ScenarioOpinion before, String reason, Actor actor) {
        var entry = evidence.enter(
                actor, "5", "experts-asked-no-more", before.caseId(), Map.of("request", before.id(), "reason", reason));
        cases.notice(before.caseId(), "END_ASKING", "5", entry, actor, reason);
        return ended(before, actor);
    }

    /// What was said so far is entered, also when the others are not waited for.
    private ScenarioOpinion ended(ScenarioOpinion before, Actor actor) {
        if (before.asked().stream().anyMatch(seat -> seat.advice() != null)) {
            var entry = evidence.enter(actor, "5", "expert-opinions-opened", before.caseId(), said(before));
            cases.notice(before.caseId(), "EXPERTS_ANSWERED", "5", entry, actor);
        }
        var after = before.with(Stage.CLOSED, before.seats());
        store.update(after);
        cases.ended(before.caseId(), Stage.CLOSED.name());
        return after;
    }

    /// Once the authority has decided, nobody is asked any more: advice does not come after the decision.
    @EventListener
    void onActed(CaseActed acted) {
        if (acted.role() != Role.AUTHORITY) {
            return;
        }
        store.of(acted.caseId()).stream()
                .filter(it -> it.stage() == Stage.ASKED)
                .forEach(it -> ended(it, platform(it)));
    }

    /// The platform, for the authority that asked.
    private Actor platform(ScenarioOpinion it) {
        var asker = cases.get(it.caseId()).applicant();
        return Actor.platform(asker.id(), asker.name(), Role.AUTHORITY);
    }

    @Transactional(readOnly = true)
    List<ScenarioOpinion> visibleTo(@Nullable UUID origin, Actor actor) {
        var asked = origin == null ? store.all() : store.of(origin);
        return asked.stream()
                .filter(it -> sees(it, actor) || (origin != null && access.isParty(it.origin(), actor.organisation())))
                .toList();
    }

    @Transactional(readOnly = true)
    ScenarioOpinion get(UUID id, Actor actor) {
        return store.find(id).filter(it -> sees(it, actor)).orElseThrow(Opinions::unknown);
    }

    /// Whoever takes part in the application knows that experts were asked; only these read what it is about.
    boolean sees(ScenarioOpinion it, Actor actor) {
        return actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN) || (actor.is(Role.EXPERT) && it.isAsked(actor.person()));
    }

    private static ExpertSeat own(ScenarioOpinion it, Actor actor) {
        return it.asked().stream()
                .filter(seat -> seat.person().equals(actor.person()))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotYours("expert-not-asked", "5"));
    }

    private static Refusal unknown() {
        return new Refusal.NotFound("opinion");
    }
}
