package org.mingqu.platform.catalogue;

import static org.mingqu.platform.catalogue.Resource.State.DRAFT;
import static org.mingqu.platform.catalogue.Resource.State.PUBLISHED;
import static org.mingqu.platform.catalogue.Resource.State.SUBMITTED;
import static org.mingqu.platform.catalogue.Resource.State.WITHDRAWN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.CatalogueEntry.DictionaryColumn;
import org.mingqu.platform.catalogue.CatalogueEntry.VersionLine;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A source department's own resources (art. 6): register, describe, submit, withdraw.
@Service
@Transactional
class Resources {

    private static final Pattern NAME = Pattern.compile("[a-z\\p{IsHan}][a-z0-9_\\p{IsHan}]{1,47}");
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 2_000;

    private final CatalogueStore store;
    private final VersionStore versions;
    private final LoadStore loads;
    private final ColumnRules rules;
    private final Evidence evidence;
    private final Clock clock;

    Resources(
            CatalogueStore store,
            VersionStore versions,
            LoadStore loads,
            ColumnRules rules,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.loads = loads;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ResourceView> own(Actor actor) {
        actor.must(Role.SOURCE);
        return store.ofDepartment(actor.organisation()).stream()
                .map(it -> view(it, actor))
                .toList();
    }

    @Transactional(readOnly = true)
    public ResourceView get(UUID id, Actor actor) {
        return view(visible(id, actor), actor);
    }

    public ResourceView register(String name, Resource.Description description, Actor actor) {
        actor.must(Role.SOURCE);
        var wrong = new LinkedHashMap<String, String>();
        if (!NAME.matcher(name).matches()) {
            wrong.put("name", "resource-name-form");
        } else if (store.hasName(name)) {
            wrong.put("name", "resource-name-taken");
        }
        check(description, wrong);
        var resource = new Resource(
                UUID.randomUUID(),
                actor.organisation(),
                actor.organisationName(),
                name,
                description,
                DRAFT,
                null,
                null,
                null,
                1);
        if (!store.add(resource, clock.instant())) {
            throw Refusals.invalid(Map.of("name", "resource-name-taken"));
        }
        evidence.enter(actor, "6", "resource-registered", null, facts(resource));
        return view(resource, actor);
    }

    public ResourceView describe(UUID id, int version, Resource.Description description, Actor actor) {
        var before = held(id, actor);
        if (before.version() != version) {
            throw Refusals.changedMeanwhile();
        }
        if (before.state() == SUBMITTED) {
            throw Refusals.notOpen("resource-submitted", "5", List.of("WITHDRAW"));
        }
        check(description, new LinkedHashMap<>());
        var after = before.with(description);
        store.update(after);
        evidence.enter(actor, "6", "resource-described", null, facts(after));
        return view(after, actor);
    }

    /// Hands the resource to the authority for the next batch.
    public ResourceView submit(UUID id, Actor actor) {
        var before = held(id, actor);
        if (!open(before, actor).contains(ResourceStep.SUBMIT)) {
            throw before.dataVersion() == null
                    ? Refusals.notOpen("resource-without-data", "6", List.of())
                    : Refusals.notOpen("resource-not-to-submit", "6", names(before, actor));
        }
        var after = before.in(SUBMITTED);
        store.update(after);
        evidence.enter(actor, "6", "resource-submitted", null, facts(after));
        return view(after, actor);
    }

    /// Takes a submitted resource back, or a published one out of the catalogue.
    public ResourceView withdraw(UUID id, Actor actor) {
        var before = held(id, actor);
        if (!open(before, actor).contains(ResourceStep.WITHDRAW)) {
            throw Refusals.notOpen("resource-not-to-withdraw", "6", names(before, actor));
        }
        var after = before.in(before.state() == SUBMITTED ? DRAFT : WITHDRAWN);
        store.update(after);
        evidence.enter(actor, "6", "resource-withdrawn", null, facts(after));
        return view(after, actor);
    }

    ResourceView view(Resource it, Actor actor) {
        var data = it.dataVersion() == null
                ? null
                : versions.find(it.id(), it.dataVersion()).orElse(null);
        var refreshed = data == null ? null : data.at();
        var said = it.description();
        return new ResourceView(
                it.id(),
                it.name(),
                said.title(),
                said.summary(),
                new Party(it.department(), it.departmentName(), "SOURCE"),
                said.updateCycle(),
                said.legalBasis(),
                said.contact(),
                said.retention(),
                it.state(),
                it.version(),
                it.dataVersion(),
                it.publishedVersion(),
                it.publishedAt(),
                refreshed,
                said.updateCycle().on(today(), refreshed == null ? null : day(refreshed)),
                quality(data),
                data == null ? 0 : data.rows(),
                data == null ? null : data.subject(),
                data == null ? "" : data.subjectKind(),
                dictionary(data),
                versions.of(it.id()).stream().map(VersionLine::of).toList(),
                isOwn(it, actor) ? loads.of(it.id()).stream().map(LoadView::of).toList() : List.of(),
                open(it, actor));
    }

    /// What the table of moves opens to a person: the department submits and withdraws, the authority publishes.
    static List<ResourceStep> open(Resource it, Actor actor) {
        if (actor.role() == Role.AUTHORITY) {
            return it.state() == SUBMITTED ? List.of(ResourceStep.PUBLISH) : List.of();
        }
        if (!isOwn(it, actor)) {
            return List.of();
        }
        return switch (it.state()) {
            case DRAFT, WITHDRAWN -> it.dataVersion() == null ? List.of() : List.of(ResourceStep.SUBMIT);
            case SUBMITTED, PUBLISHED -> List.of(ResourceStep.WITHDRAW);
        };
    }

    private Resource visible(UUID id, Actor actor) {
        return store.find(id)
                .filter(it -> isOwn(it, actor) || (actor.role() == Role.AUTHORITY && it.state() != DRAFT))
                .orElseThrow(Refusals::noSuchResource);
    }

    private Resource held(UUID id, Actor actor) {
        actor.must(Role.SOURCE);
        return store.hold(id).filter(it -> isOwn(it, actor)).orElseThrow(Refusals::noSuchResource);
    }

    private static boolean isOwn(Resource it, Actor actor) {
        return actor.role() == Role.SOURCE && it.department().equals(actor.organisation());
    }

    private static void check(Resource.Description said, Map<String, String> wrong) {
        require(said.title(), "title", LONGEST_TITLE, wrong);
        require(said.summary(), "summary", LONGEST_TEXT, wrong);
        require(said.legalBasis(), "legalBasis", LONGEST_TEXT, wrong);
        require(said.contact(), "contact", LONGEST_TITLE, wrong);
        require(said.retention(), "retention", LONGEST_TITLE, wrong);
        if (!wrong.isEmpty()) {
            throw Refusals.invalid(wrong);
        }
    }

    private static void require(@Nullable String text, String field, int longest, Map<String, String> wrong) {
        if (text == null || text.isBlank()) {
            wrong.put(field, "field-empty");
        } else if (text.length() > longest) {
            wrong.put(field, "field-too-long");
        }
    }

    private static List<String> names(Resource it, Actor actor) {
        return open(it, actor).stream().map(Enum::name).toList();
    }

    private static Map<String, Object> facts(Resource it) {
        return Map.of(
                "resource", it.id(), "name", it.name(), "state", it.state().name(), "version", it.version());
    }

    private static CatalogueItem.@Nullable Quality quality(@Nullable DataVersion data) {
        return data == null || data.quality() == null || data.qualityAt() == null
                ? null
                : new CatalogueItem.Quality(data.quality(), data.qualityAt());
    }

    private List<DictionaryColumn> dictionary(@Nullable DataVersion data) {
        var today = today();
        return data == null
                ? List.of()
                : data.columns().stream()
                        .map(it -> DictionaryColumn.of(it, rules.rights(it.columnClass(), it.grade(), today)))
                        .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
