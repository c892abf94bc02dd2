package org.mingqu.platform.authorisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.authorisation.ApplicationsController.ApplicationDraft;
import org.mingqu.platform.authorisation.ApplicationsController.ApplicationMove;
import org.mingqu.platform.authorisation.ApplicationsController.ApplicationView;
import org.mingqu.platform.authorisation.ApplicationsController.SourceDecision;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Standings;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Applications for resources (art. 18).
@Service
@Transactional
public class Applications {

    private static final int LONGEST_OPINION = 2_000;

    private final ApplicationStore store;
    private final ApplicationViews views;
    private final ApplicationAccess access;
    private final Completeness completeness;
    private final FastLane fastLane;
    private final Catalogue catalogue;
    private final Handing handing;
    private final Standings standings;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Applications(
            ApplicationStore store,
            ApplicationViews views,
            ApplicationAccess access,
            Completeness completeness,
            FastLane fastLane,
            Catalogue catalogue,
            Handing handing,
            Standings standings,
            CaseFiles cases,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.views = views;
        this.access = access;
        this.completeness = completeness;
        this.fastLane = fastLane;
        this.catalogue = catalogue;
        this.handing = handing;
        this.standings = standings;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    ApplicationView open(Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        standings.must(actor);
        var id = UUID.randomUUID();
        var file = cases.open(AuthorisationProcedure.RULES, "SQ", "", actor.party(), id);
        var application = new Application(
                id,
                file.id(),
                1,
                file.number(),
                Stage.DRAFT,
                actor.party(),
                Scenario.EMPTY,
                List.of(),
                null,
                null,
                false);
        store.add(application);
        evidence.enter(actor, "18", "application-opened", file.id(), Map.of("application", id.toString()));
        return views.of(application, actor);
    }

    @Transactional(readOnly = true)
    ApplicationView get(UUID id, Actor actor) {
        return views.of(visible(id, actor), actor);
    }

    /// Saves a draft; anything may still be missing.
    ApplicationView save(UUID id, ApplicationDraft draft, Actor actor) {
        var before = held(id, actor);
        if (!before.isApplicant(actor)) {
            throw new Refusal.NotYours("not-yours", "18");
        }
        if (before.stage() != Stage.DRAFT && before.stage() != Stage.RETURNED) {
            throw new Refusal.NotOpen("application-not-editable", "18", List.of());
        }
        if (before.version() != draft.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var after = before.with(draft.scenario(), items(draft));
        store.update(after);
        cases.rename(after.caseId(), after.scenario().title());
        return views.of(after, actor);
    }

    private List<Application.Item> items(ApplicationDraft draft) {
        var items = new ArrayList<Application.Item>();
        var seen = new LinkedHashSet<UUID>();
        for (var it : draft.items()) {
            var resource = catalogue.published(it.resource()).orElseThrow(() -> new Refusal.NotFound("resource"));
            if (!seen.add(it.resource())) {
                throw new Refusal.Invalid(Map.of("items", "resource-twice"));
            }
            var names = resource.columns().stream().map(column -> column.name()).toList();
            if (!names.containsAll(it.columns())) {
                throw new Refusal.Invalid(Map.of("items", "column-unknown"));
            }
            items.add(new Application.Item(
                    resource.id(),
                    resource.title(),
                    new Party(resource.department(), resource.departmentName(), "SOURCE"),
                    List.copyOf(new LinkedHashSet<>(it.columns())),
                    Objects.requireNonNullElse(it.necessity(), ""),
                    reasons(it),
                    resource.version(),
                    null));
        }
        return items;
    }

    /// The reasons of the fields that are asked for; what is blank is none.
    private static Map<String, String> reasons(ApplicationsController.ItemDraft it) {
        var reasons = new HashMap<String, String>();
        Objects.requireNonNullElse(it.reasons(), Map.<String, String>of()).forEach((column, reason) -> {
            if (reason != null && !reason.isBlank() && it.columns().contains(column)) {
                reasons.put(column, reason.strip());
            }
        });
        return reasons;
    }

    ApplicationView move(UUID id, ApplicationMove request, Actor actor) {
        var before = held(id, actor);
        var move = AuthorisationProcedure.RULES.require(before.stage(), request.step(), actor.role());
        if (move.step() != Step.WITHDRAW) {
            standings.must(actor);
        }
        if (!before.isFor(actor, move.by()) || isAnothers(before, actor)) {
            throw new Refusal.NotYours("step-not-yours", move.article());
        }
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        if (move.needsOpinion() && opinion.isEmpty()) {
            throw new Refusal.Invalid(Map.of("opinion", "opinion-empty"));
        }
        if (opinion.length() > LONGEST_OPINION) {
            throw new Refusal.Invalid(Map.of("opinion", "field-too-long"));
        }
        var after = move.by() == Role.SOURCE ? decided(before, request, opinion, actor) : before.in(move.to());
        if (request.step() == Step.SUBMIT || request.step() == Step.RESUBMIT) {
            completeness.check(before, LocalDate.now(clock));
            fastLane.check(before);
        }
        store.update(after);
        var facts = new HashMap<String, Object>();
        facts.put("application", id.toString());
        facts.put("step", request.step().name());
        facts.put("opinion", opinion);
        facts.put("scenario", after.scenario());
        facts.put("items", after.items());
        var entry = evidence.enter(actor, move.article(), "application-moved", after.caseId(), facts);
        cases.move(after.caseId(), move, after.stage().name(), opinion, entry, actor);
        handing.next(after, move);
        return views.of(store.find(id).orElseThrow(), actor);
    }

    /// Whether an operator acts on the application of a partner that is with another.
    private boolean isAnothers(Application it, Actor actor) {
        if (!actor.is(Role.OPERATOR) || it.isApplicant(actor)) {
            return false;
        }
        var with = standings.operators(
                it.applicant().id(), Role.valueOf(it.applicant().kind()));
        return !with.isEmpty() && !with.contains(actor.organisation());
    }

    private Application decided(Application before, ApplicationMove request, String opinion, Actor actor) {
        var decisions = new HashMap<UUID, SourceDecision>();
        for (var it : Objects.requireNonNullElse(request.decisions(), List.<SourceDecision>of())) {
            decisions.put(it.resource(), it);
        }
        var items = new ArrayList<Application.Item>();
        for (var item : before.items()) {
            if (!item.department().id().equals(actor.organisation())) {
                items.add(item);
                continue;
            }
            var wanted = decisions.remove(item.resource());
            items.add(item.decided(decision(wanted, request.step(), opinion, actor)));
        }
        if (!decisions.isEmpty()) {
            throw new Refusal.NotYours("decision-not-yours", "18");
        }
        var open = items.stream().anyMatch(it -> it.decision() == null);
        var consented = items.stream()
                .anyMatch(it -> it.decision() != null && it.decision().consent());
        var stage = open ? Stage.WITH_SOURCE : consented ? Stage.GRANTED : Stage.REFUSED;
        return before.with(before.scenario(), items).stage(stage);
    }

    private Application.Decision decision(@Nullable SourceDecision it, Step step, String opinion, Actor actor) {
        var consent = step == Step.CONSENT && (it == null || it.consent());
        return new Application.Decision(
                consent,
                opinion,
                it == null || it.dropColumns() == null ? List.of() : it.dropColumns(),
                it == null || it.masks() == null ? Map.of() : it.masks(),
                it == null ? null : it.until(),
                actor.personName(),
                clock.instant());
    }

    /// The agreement that an application has led to.
    public void agreed(UUID id, UUID agreement) {
        store.update(store.hold(id).orElseThrow().agreed(agreement));
    }

    private Application visible(UUID id, Actor actor) {
        return store.find(id)
                .filter(it -> access.sees(it, actor))
                .orElseThrow(() -> new Refusal.NotFound("application"));
    }

    private Application held(UUID id, Actor actor) {
        return store.hold(id)
                .filter(it -> access.sees(it, actor))
                .orElseThrow(() -> new Refusal.NotFound("application"));
    }
}
