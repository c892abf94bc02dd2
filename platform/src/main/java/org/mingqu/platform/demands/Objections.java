package org.mingqu.platform.demands;

import static org.mingqu.platform.demands.ObjectionProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.demands.Objection.Kind;
import org.mingqu.platform.demands.Objection.Stage;
import org.mingqu.platform.demands.Objection.Step;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Objections to the catalogue (异议处理, art. 5 (3)). A rejection has to say why.
@Service
@Transactional
class Objections {

    private static final int LONGEST = 2_000;

    private final ObjectionStore store;
    private final Catalogue catalogue;
    private final Parties parties;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Objections(
            ObjectionStore store,
            Catalogue catalogue,
            Parties parties,
            CaseFiles cases,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.parties = parties;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// What is objected to, and why.
    record ObjectionRaising(
            @Nullable UUID resource,
            @Nullable Kind kind,
            @Nullable String text) {}

    record ObjectionMove(int version, Step step, @Nullable String opinion) {}

    @Transactional(readOnly = true)
    List<Objection> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> sees(it, actor)).toList();
    }

    @Transactional(readOnly = true)
    Objection get(UUID id, Actor actor) {
        return store.find(id).filter(it -> sees(it, actor)).orElseThrow(() -> new Refusal.NotFound("objection"));
    }

    Objection raise(ObjectionRaising it, Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        var said = new Said();
        var text = said.required("text", it.text(), LONGEST);
        if (it.kind() == null) {
            said.wrong("kind", "field-empty");
        }
        if (it.resource() == null) {
            said.wrong("resource", "field-empty");
        }
        said.check();
        var resource = catalogue
                .published(Objects.requireNonNull(it.resource()))
                .orElseThrow(() -> new Refusal.NotFound("resource"));
        var again = store.all().stream()
                .anyMatch(each -> each.isOf(actor)
                        && each.resource().equals(resource.id())
                        && each.kind() == it.kind()
                        && (each.stage() == Stage.WITH_SOURCE || each.stage() == Stage.WITH_AUTHORITY));
        if (again) {
            throw new Refusal.NotOpen("objection-raised-already", "5", List.of());
        }
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "YY", resource.title(), actor.party(), id);
        var raised = new Objection(
                id,
                file.id(),
                1,
                file.number(),
                Stage.WITH_SOURCE,
                actor.party(),
                resource.id(),
                resource.title(),
                new Party(resource.department(), resource.departmentName(), Role.SOURCE.name()),
                Objects.requireNonNull(it.kind()),
                text,
                "",
                LocalDate.now(clock));
        store.add(raised);
        var entry = evidence.enter(
                actor,
                "5",
                "catalogue-objected",
                file.id(),
                Map.of("objection", id, "resource", resource.id(), "kind", raised.kind(), "text", text));
        cases.notice(file.id(), "OBJECT", "5", entry, actor, text);
        task(raised, raised.department(), Role.SOURCE, Step.UPHOLD, ObjectionProcedure.ANSWER, "6");
        return raised;
    }

    Objection move(UUID id, ObjectionMove request, Actor actor) {
        var before = store.hold(id).filter(it -> sees(it, actor)).orElseThrow(() -> new Refusal.NotFound("objection"));
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (!before.isFor(actor)) {
            throw new Refusal.NotYours("step-not-yours", move.article());
        }
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var said = new Said();
        var opinion = move.needsOpinion()
                ? said.required("opinion", request.opinion(), LONGEST)
                : Objects.requireNonNullElse(request.opinion(), "").strip();
        said.check();
        var after = before.moved(move.to(), opinion);
        store.update(after);
        var entry = evidence.enter(
                actor,
                move.article(),
                "catalogue-objection-moved",
                after.caseId(),
                Map.of("objection", id, "step", move.step(), "stage", after.stage(), "text", opinion));
        cases.move(after.caseId(), move, after.stage().name(), opinion, entry, actor);
        follow(after, move);
        return after;
    }

    private void follow(Objection it, Move<Stage, Step> move) {
        cases.settle(it.caseId());
        switch (it.stage()) {
            case WITH_AUTHORITY ->
                parties.withRole(Role.AUTHORITY)
                        .forEach(authority -> task(it, authority.party(), Role.AUTHORITY, Step.KEEP, move.next(), "5"));
            case UPHELD -> task(it, it.department(), Role.SOURCE, Step.CORRECT, move.next(), "6");
            case CORRECTED, CONFIRMED, WITHDRAWN -> cases.close(it.caseId());
            case REJECTED, WITH_SOURCE -> {}
        }
    }

    private void task(Objection it, Party to, Role role, Step step, @Nullable String term, String article) {
        cases.task(it.caseId(), it.stage().name(), step.name(), to, role, term, article);
    }

    boolean sees(Objection it, Actor actor) {
        return actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN)
                || it.isOf(actor)
                || (actor.is(Role.SOURCE) && it.department().id().equals(actor.organisation()));
    }
}
