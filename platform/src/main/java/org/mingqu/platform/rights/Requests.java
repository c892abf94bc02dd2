package org.mingqu.platform.rights;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.DoorTicket;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.rights.RequestsController.RequestMove;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.mingqu.warrant.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Copies, objections and complaints on their way (art. 37), by the tables of [RequestProcedures].
@Service
class Requests {

    private static final int LONGEST_TEXT = 1_000;

    private final RequestStore store;
    private final RequestCases cases;
    private final IdentityStore identities;
    private final SubjectLists lists;
    private final Corrections corrections;
    private final Domain domain;
    private final Rules rules;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Requests(
            RequestStore store,
            RequestCases cases,
            IdentityStore identities,
            SubjectLists lists,
            Corrections corrections,
            Domain domain,
            Rules rules,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.identities = identities;
        this.lists = lists;
        this.corrections = corrections;
        this.domain = domain;
        this.rules = rules;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    Page<RightsRequest> list(Paging paging, Actor actor) {
        var search = switch (actor.role()) {
            case SUBJECT -> new RequestStore.Search(actor.organisation(), null);
            case SOURCE -> new RequestStore.Search(null, actor.organisation());
            case AUTHORITY -> new RequestStore.Search(null, null);
            default -> throw new Refusal.NotYours("not-yours", "37");
        };
        return paging.of(store.list(search, paging), store.count(search));
    }

    RightsRequest visible(UUID id, Actor actor) {
        return store.find(id).filter(it -> it.isFor(actor)).orElseThrow(() -> new Refusal.NotFound("request"));
    }

    /// Takes one step of the procedure.
    RightsRequest move(UUID id, RequestMove request, Actor actor) {
        var seen = visible(id, actor);
        var move = RequestProcedures.of(seen.kind()).require(seen.stage(), request.step(), actor.role());
        if (request.step() == RequestStep.FETCH) {
            throw new Refusal.NotOpen("copy-by-ticket", "37", List.of());
        }
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        if (move.needsOpinion() && opinion.isEmpty()) {
            throw new Refusal.Invalid(Map.of("opinion", "opinion-empty"));
        }
        if (opinion.length() > LONGEST_TEXT) {
            throw new Refusal.Invalid(Map.of("opinion", "field-too-long"));
        }
        var ready = request.step() == RequestStep.CORRECT ? corrections.done(seen, actor) : seen;
        return requireNonNull(transaction.execute(_ -> moved(ready, move, request.version(), opinion, actor)));
    }

    private RightsRequest moved(
            RightsRequest seen, Move<RequestStage, RequestStep> move, int version, String opinion, Actor actor) {
        var before = store.hold(seen.id()).orElseThrow();
        if (before.version() != version || before.stage() != move.from()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var after = move.needsOpinion() && move.step() != RequestStep.EXTEND
                ? seen.answered(move.to(), opinion, clock.instant())
                : seen.in(move.to());
        store.update(after);
        var resource = after.resource();
        if (resource != null && (move.to() == RequestStage.CORRECTING || move.from() == RequestStage.CORRECTING)) {
            lists.changed(lists.held(resource));
        }
        var facts = facts(after);
        facts.put("step", move.step().name());
        facts.put("opinion", opinion);
        var entry = evidence.enter(actor, move.article(), "rights-request-moved", after.caseId(), facts);
        cases.move(before, move, opinion, entry, actor);
        return after;
    }

    /// A ticket for the rows that a request is about, good once at the enclave's door: to the person whose they
    /// are once the department has granted it, to the department while it has to decide. Each look is on record
    /// for the person.
    DoorTicket ticket(UUID id, Actor actor) {
        var it = visible(id, actor);
        var resource = it.resource();
        if (resource == null || !mayLook(it, actor)) {
            throw new Refusal.NotOpen("copy-not-granted", "37", List.of());
        }
        transaction.executeWithoutResult(_ -> looked(it, actor));
        return domain.ticket(Use.by(actor), new Order.FetchSubjectRows(it.subject(), resource.toString(), 0));
    }

    private boolean mayLook(RightsRequest it, Actor actor) {
        if (actor.role() == Role.SOURCE) {
            return it.isOpenTo(actor);
        }
        var answered = it.answeredAt();
        var granted = it.stage() == RequestStage.GRANTED || it.stage() == RequestStage.FETCHED;
        if (actor.role() != Role.SUBJECT || it.kind() != RequestKind.COPY || !granted || answered == null) {
            return false;
        }
        var day = LocalDate.ofInstant(answered, clock.getZone());
        var last = day.plusDays(rules.number("rights-copy-open", day));
        return !LocalDate.now(clock).isAfter(last);
    }

    private void looked(RightsRequest seen, Actor actor) {
        var it = store.hold(seen.id()).orElseThrow();
        var own = actor.role() == Role.SUBJECT;
        var entry = evidence.enter(actor, "37", own ? "copy-fetched" : "subject-rows-opened", it.caseId(), facts(it));
        identities.look(
                it.subject(),
                clock.instant().atOffset(ZoneOffset.UTC),
                actor,
                own ? "COPY" : "ROWS",
                it.title(),
                it.id());
        if (own && it.stage() == RequestStage.GRANTED) {
            var move = RequestProcedures.COPY.require(it.stage(), RequestStep.FETCH, actor.role());
            store.update(it.in(move.to()));
            cases.move(it, move, "", entry, actor);
        } else {
            cases.looked(it, entry, actor);
        }
    }

    static Map<String, Object> facts(RightsRequest it) {
        var facts = new HashMap<String, Object>();
        facts.put("request", it.id());
        facts.put("number", it.number());
        facts.put("kind", it.kind().name());
        facts.put("department", it.department());
        var resource = it.resource();
        if (resource != null) {
            facts.put("resource", resource);
        }
        return facts;
    }
}
