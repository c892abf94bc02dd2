package org.mingqu.platform.demands;

import static org.mingqu.platform.demands.DemandProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.demands.Demand.Stage;
import org.mingqu.platform.demands.Demand.Step;
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

/// The board of demands (供需对接, art. 5 (3)). A demand that nobody answers stays where it is and is escalated.
@Service
@Transactional
class Demands {

    static final Role[] READERS = {Role.PARTNER, Role.OPERATOR, Role.SOURCE, Role.AUTHORITY, Role.CITY, Role.AUDIT_ADMIN
    };

    private static final int LONGEST = 2_000;
    private static final int LONGEST_LINE = 80;
    private static final int MOST_FIELDS = 100;

    private final DemandStore store;
    private final Catalogue catalogue;
    private final Parties parties;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Demands(DemandStore store, Catalogue catalogue, Parties parties, CaseFiles cases, Evidence evidence, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.parties = parties;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// What is wanted.
    ///
    /// @param department who may have it; absent if that is not known
    record DemandPosting(
            @Nullable String title,
            @Nullable String scenario,
            @Nullable List<String> fields,
            @Nullable String why,
            @Nullable UUID department) {}

    /// A step.
    ///
    /// @param department to whom the authority gives it
    /// @param resource what the department has registered for it
    record DemandMove(
            int version,
            Step step,
            @Nullable String opinion,
            @Nullable UUID department,
            @Nullable UUID resource) {}

    @Transactional(readOnly = true)
    List<Demand> board(Actor actor) {
        actor.must(READERS);
        return store.all();
    }

    @Transactional(readOnly = true)
    Demand get(UUID id, Actor actor) {
        actor.must(READERS);
        return store.find(id).orElseThrow(() -> new Refusal.NotFound("demand"));
    }

    Demand post(DemandPosting it, Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        var said = new Said();
        var title = said.required("title", it.title(), LONGEST_LINE);
        var scenario = said.required("scenario", it.scenario(), LONGEST);
        var why = said.required("why", it.why(), LONGEST);
        var fields = Objects.requireNonNullElse(it.fields(), List.<String>of()).stream()
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .distinct()
                .toList();
        if (fields.isEmpty()) {
            said.wrong("fields", "field-empty");
        } else if (fields.size() > MOST_FIELDS || fields.stream().anyMatch(field -> field.length() > LONGEST_LINE)) {
            said.wrong("fields", "field-too-long");
        }
        var department = it.department() == null ? null : department(it.department(), said);
        said.check();
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "XQ", title, actor.party(), id);
        var posted = new Demand(
                id,
                file.id(),
                1,
                file.number(),
                Stage.OPEN,
                actor.party(),
                title,
                scenario,
                fields,
                why,
                null,
                null,
                "",
                LocalDate.now(clock));
        store.add(posted);
        var entry = evidence.enter(
                actor, "5", "demand-posted", file.id(), Map.of("demand", id, "title", title, "fields", fields));
        cases.notice(file.id(), "POST", "5", entry, actor, why);
        if (department == null) {
            assignment(posted, DemandProcedure.ASSIGN);
            return posted;
        }
        var platform = platform();
        return assign(posted, RULES.require(Stage.OPEN, Step.ASSIGN, Role.AUTHORITY), department, "", platform);
    }

    Demand move(UUID id, DemandMove request, Actor actor) {
        actor.must(READERS);
        var before = store.hold(id).orElseThrow(() -> new Refusal.NotFound("demand"));
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
        if (move.step() == Step.ASSIGN) {
            var department = request.department() == null ? null : department(request.department(), said);
            if (request.department() == null) {
                said.wrong("department", "field-empty");
            }
            said.check();
            return assign(before, move, Objects.requireNonNull(department), opinion, actor);
        }
        var resource = move.step() == Step.LINK ? registered(request.resource(), actor, said) : before.resource();
        said.check();
        var department = move.step() == Step.PASS ? null : before.department();
        var after = before.moved(move.to(), department, resource, opinion);
        keep(after, move, opinion, actor);
        follow(after, move);
        return after;
    }

    private Demand assign(Demand before, Move<Stage, Step> move, Party department, String opinion, Actor actor) {
        var after = before.moved(move.to(), department, null, opinion);
        keep(after, move, opinion, actor);
        cases.settle(after.caseId());
        cases.task(after.caseId(), after.stage().name(), Step.OFFER.name(), department, Role.SOURCE, move.next(), "6");
        return after;
    }

    private void keep(Demand after, Move<Stage, Step> move, String opinion, Actor actor) {
        store.update(after);
        var department = after.department();
        var entry = evidence.enter(
                actor,
                move.article(),
                "demand-moved",
                after.caseId(),
                Map.of(
                        "demand", after.id(),
                        "step", move.step(),
                        "stage", after.stage(),
                        "department", department == null ? "" : department.name(),
                        "resource", String.valueOf(after.resource()),
                        "text", opinion));
        cases.move(after.caseId(), move, after.stage().name(), opinion, entry, actor);
    }

    private void follow(Demand it, Move<Stage, Step> move) {
        switch (it.stage()) {
            case OPEN -> assignment(it, move.next());
            case TO_REGISTER ->
                cases.task(
                        it.caseId(),
                        it.stage().name(),
                        Step.LINK.name(),
                        Objects.requireNonNull(it.department()),
                        Role.SOURCE,
                        move.next(),
                        "6");
            case WITH_SOURCE -> {}
            case SUPPLIED, DECLINED, WITHDRAWN -> cases.close(it.caseId());
        }
    }

    private void assignment(Demand it, @Nullable String term) {
        cases.settle(it.caseId());
        parties.withRole(Role.AUTHORITY)
                .forEach(authority -> cases.task(
                        it.caseId(),
                        it.stage().name(),
                        Step.ASSIGN.name(),
                        authority.party(),
                        Role.AUTHORITY,
                        term,
                        "5"));
    }

    /// Another organisation needs the same.
    Demand support(UUID id, Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        var demand = store.hold(id).orElseThrow(() -> new Refusal.NotFound("demand"));
        if (demand.isOf(actor)) {
            throw new Refusal.NotOpen("demand-own", "5", List.of());
        }
        if (RULES.ends(demand.stage())) {
            throw new Refusal.NotOpen("demand-ended", "5", List.of());
        }
        store.support(id, actor.organisation());
        evidence.enter(actor, "5", "demand-supported", demand.caseId(), Map.of("demand", id));
        return demand;
    }

    private Actor platform() {
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        return Actor.platform(authority.id(), authority.name(), Role.AUTHORITY);
    }

    private @Nullable Party department(UUID id, Said said) {
        var found = parties.withRole(Role.SOURCE).stream()
                .filter(it -> it.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            said.wrong("department", "demand-department");
        }
        return found.map(it -> new Party(it.id(), it.name(), Role.SOURCE.name()))
                .orElse(null);
    }

    /// A resource of the department's own that the catalogue shows.
    private @Nullable UUID registered(@Nullable UUID resource, Actor actor, Said said) {
        var found = resource == null
                ? Optional.<UUID>empty()
                : catalogue
                        .published(resource)
                        .filter(it -> it.department().equals(actor.organisation()))
                        .map(it -> it.id());
        if (found.isEmpty()) {
            said.wrong("resource", "demand-resource");
        }
        return found.orElse(null);
    }
}
