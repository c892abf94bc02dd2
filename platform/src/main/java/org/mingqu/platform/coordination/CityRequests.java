package org.mingqu.platform.coordination;

import static org.mingqu.platform.coordination.CityProcedure.RULES;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.coordination.CityRequest.Stage;
import org.mingqu.platform.coordination.CityRequest.Step;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseAccess;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Follows requests to the city's department: what it answers, who answers next, whose clock rests meanwhile (art. 18).
@Service
@Transactional
public class CityRequests {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_REFERENCE = 80;

    private final CityRequestStore store;
    private final CityClocks clocks;
    private final CaseAccess access;
    private final CaseFiles cases;
    private final Parties parties;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CityRequests(
            CityRequestStore store,
            CityClocks clocks,
            CaseAccess access,
            CaseFiles cases,
            Parties parties,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.clocks = clocks;
        this.access = access;
        this.cases = cases;
        this.parties = parties;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /// A step with its account.
    ///
    /// @param reference the city's own number of its answer; a person of the city may leave it out
    record CityMove(
            int version,
            Step step,
            @Nullable String opinion,
            @Nullable String reference) {}

    /// Takes in an answer that was brought from outside. The same answer, by its reference, changes nothing when it is
    /// brought again.
    ///
    /// @throws Refusal.NotFound if there is no such request
    /// @throws Refusal.NotOpen if the request cannot be answered so any more, or the reference was another answer's
    public void receive(CityAnswer answer) {
        var before = store.hold(answer.request()).orElseThrow(() -> new Refusal.NotFound("city-request"));
        var city = parties.withRole(Role.CITY).stream().findFirst().orElseThrow();
        var step = CityProcedure.step(answer.kind());
        if (isKnown(answer)) {
            return;
        }
        take(before, step, answer.text(), answer.reference(), Actor.platform(city.id(), city.name(), Role.CITY));
    }

    /// Takes in what the city's own system says; what it says in words that nobody knows is left.
    void receive(UUID request, String reference, String kind, String text) {
        Stream.of(CityAnswer.Kind.values())
                .filter(it -> it.name().equals(kind))
                .forEach(it -> receive(new CityAnswer(request, reference, it, text)));
    }

    /// Whether a reference that came from outside is that of a request.
    boolean isKnown(String reference) {
        try {
            return store.hold(UUID.fromString(reference)).isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Takes a request back that is held meanwhile.
    void withdraw(UUID id, String reason, Actor actor) {
        store.hold(id).filter(it -> it.stage().isOpen()).ifPresent(it -> take(it, Step.WITHDRAW, reason, "", actor));
    }

    CityRequest move(UUID id, CityMove request, Actor actor) {
        actor.must(Role.AUTHORITY, Role.CITY);
        var before = store.hold(id).orElseThrow(() -> new Refusal.NotFound("city-request"));
        RULES.require(before.stage(), request.step(), actor.role());
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var reference = Objects.requireNonNullElse(request.reference(), "").strip();
        if (reference.isEmpty() && actor.is(Role.CITY)) {
            reference = "%s-%d".formatted(before.number(), before.version());
        }
        return take(before, request.step(), request.opinion(), reference, actor);
    }

    private CityRequest take(CityRequest before, Step step, @Nullable String opinion, String reference, Actor actor) {
        var move = RULES.require(before.stage(), step, actor.role());
        var text = Objects.requireNonNullElse(opinion, "").strip();
        check(move, text, reference);
        if (CityProcedure.isTheCitys(step)) {
            var answer = new CityAnswer(before.id(), reference, CityProcedure.kind(step), text);
            if (isKnown(answer)) {
                return before;
            }
            store.record(
                    before.id(),
                    new CityRequest.Recorded(
                            reference, answer.kind(), text, actor.organisationName(), clock.instant()));
        }
        var after = before.in(move.to(), step == Step.SUPPLY ? clocks.due(before) : before.due());
        store.update(after);
        var entry = evidence.enter(
                actor, move.article(), "city-request-moved", after.caseId(), facts(after, step, text, reference));
        cases.move(after.caseId(), move, after.stage().name(), text, entry, actor);
        follow(after, move);
        clocks.keep(after);
        tell(after, step, text);
        if (!after.stage().isOpen()) {
            cases.notice(after.origin(), "CITY_ANSWERED", "18", entry, actor, text.isEmpty() ? null : text);
        }
        return after;
    }

    private void check(Move<Stage, Step> move, String text, String reference) {
        var wrong = new HashMap<String, String>();
        if (move.needsOpinion() && text.isEmpty()) {
            wrong.put("opinion", "opinion-empty");
        }
        if (text.length() > LONGEST) {
            wrong.put("opinion", "field-too-long");
        }
        if (CityProcedure.isTheCitys(move.step()) && reference.isEmpty()) {
            wrong.put("reference", "city-reference");
        }
        if (reference.length() > LONGEST_REFERENCE) {
            wrong.put("reference", "field-too-long");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }

    /// Whether this very answer is recorded already.
    private boolean isKnown(CityAnswer answer) {
        var known = store.recorded(answer.reference());
        if (known.isPresent()
                && (!known.get().request().equals(answer.request())
                        || known.get().kind() != answer.kind())) {
            throw new Refusal.NotOpen("city-reference-taken", "18", List.of());
        }
        return known.isPresent();
    }

    /// Whose turn it is next.
    private void follow(CityRequest it, Move<Stage, Step> move) {
        cases.settle(it.caseId());
        switch (it.stage()) {
            case SENT, RECEIVED -> clocks.await(it);
            case MORE_ASKED ->
                parties.withRole(Role.AUTHORITY)
                        .forEach(authority -> cases.task(
                                it.caseId(),
                                it.stage().name(),
                                Step.SUPPLY.name(),
                                authority.party(),
                                Role.AUTHORITY,
                                move.next(),
                                move.article()));
            case GRANTED, PARTLY, REFUSED, WITHDRAWN -> cases.close(it.caseId());
        }
    }

    private void tell(CityRequest it, Step step, String text) {
        if (step == Step.SUPPLY) {
            events.publishEvent(CitySending.sent(it, text));
        } else if (step == Step.WITHDRAW) {
            events.publishEvent(new CityRequestWithdrawn(it.id(), it.number(), text));
        }
    }

    private static Map<String, Object> facts(CityRequest it, Step step, String text, String reference) {
        return Map.of(
                "request", it.id().toString(),
                "origin", it.origin().toString(),
                "step", step.name(),
                "stage", it.stage().name(),
                "reference", reference,
                "text", text);
    }

    @Transactional(readOnly = true)
    List<CityRequest> visibleTo(@Nullable UUID origin, Actor actor) {
        var asked = origin == null ? store.all() : store.of(origin);
        return asked.stream().filter(it -> sees(it, actor)).toList();
    }

    @Transactional(readOnly = true)
    CityRequest get(UUID id, Actor actor) {
        return store.find(id).filter(it -> sees(it, actor)).orElseThrow(() -> new Refusal.NotFound("city-request"));
    }

    boolean sees(CityRequest it, Actor actor) {
        return actor.is(Role.AUTHORITY, Role.CITY, Role.AUDIT_ADMIN)
                || access.isParty(it.origin(), actor.organisation());
    }
}
