package org.mingqu.platform.authorisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.authorisation.ApplicationsController.ApplicationView;
import org.mingqu.platform.authorisation.FastLane.FastLaneView;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.catalogue.CatalogueColumn;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Applies again: a draft filled in from an earlier application of the same organisation, with what has
/// changed since, and by the fast lane where its conditions are met.
@Service
@Transactional
class Reuse {

    private final ApplicationStore store;
    private final Applications applications;
    private final ApplicationViews views;
    private final FastLane fastLane;
    private final Catalogue catalogue;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Reuse(
            ApplicationStore store,
            Applications applications,
            ApplicationViews views,
            FastLane fastLane,
            Catalogue catalogue,
            CaseFiles cases,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.applications = applications;
        this.views = views;
        this.fastLane = fastLane;
        this.catalogue = catalogue;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// What is otherwise than in the earlier application.
    ///
    /// @param field null where the resource as a whole has changed
    record ChangeSince(
            Kind kind,
            UUID resource,
            String title,
            @Nullable String field) {

        enum Kind {
            RESOURCE_WITHDRAWN,
            FIELD_WITHDRAWN,
            NEW_VERSION
        }
    }

    /// Opens a draft that says what an earlier application of the same organisation said, as far as it still can.
    ApplicationView copy(UUID id, Actor actor) {
        var earlier = own(id, actor);
        var opened = applications.open(actor);
        var draft = store.hold(opened.id()).orElseThrow();
        var said = earlier.scenario();
        var until = said.until() == null || !said.until().isAfter(LocalDate.now(clock)) ? null : said.until();
        var items = earlier.items().stream().flatMap(it -> still(it).stream()).toList();
        var filled = draft.from(earlier.id(), false, said.until(until), items);
        store.update(filled);
        cases.rename(filled.caseId(), said.title());
        evidence.enter(
                actor,
                "18",
                "application-copied",
                filled.caseId(),
                Map.of("application", filled.id().toString(), "from", earlier.number()));
        return views.of(filled, actor);
    }

    /// What of an item the catalogue still has; nothing decided is carried over.
    private List<Application.Item> still(Application.Item it) {
        return catalogue
                .published(it.resource())
                .map(now -> {
                    var names =
                            now.columns().stream().map(CatalogueColumn::name).toList();
                    return new Application.Item(
                            it.resource(),
                            now.title(),
                            it.department(),
                            it.columns().stream().filter(names::contains).toList(),
                            it.necessity(),
                            it.reasons(),
                            now.version(),
                            null);
                })
                .stream()
                .toList();
    }

    /// What has changed since the application from which this one was filled in.
    @Transactional(readOnly = true)
    public List<ChangeSince> changes(UUID id, Actor actor) {
        var earlier = own(id, actor).basedOn();
        if (earlier == null) {
            return List.of();
        }
        var changes = new ArrayList<ChangeSince>();
        for (var it : store.find(earlier).orElseThrow().items()) {
            var now = catalogue.published(it.resource());
            if (now.isEmpty()) {
                changes.add(change(ChangeSince.Kind.RESOURCE_WITHDRAWN, it, null));
                continue;
            }
            var names = now.get().columns().stream().map(CatalogueColumn::name).toList();
            it.columns().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> changes.add(change(ChangeSince.Kind.FIELD_WITHDRAWN, it, name)));
            if (it.version() != null && it.version() != now.get().version()) {
                changes.add(change(ChangeSince.Kind.NEW_VERSION, it, null));
            }
        }
        return List.copyOf(changes);
    }

    private static ChangeSince change(ChangeSince.Kind kind, Application.Item it, @Nullable String field) {
        return new ChangeSince(kind, it.resource(), it.title(), field);
    }

    /// Which conditions of the fast lane an application meets.
    @Transactional(readOnly = true)
    public FastLaneView fastLane(UUID id, Actor actor) {
        return fastLane.view(own(id, actor));
    }

    /// Takes the fast lane: what is still empty is filled in from the earlier grant, and the terms are shorter.
    ///
    /// @throws Refusal.NotOpen with the conditions that are not met
    ApplicationView take(UUID id, int version, Actor actor) {
        var before = editable(id, version, actor);
        var earlier = fastLane.view(before).earlier();
        var filled = earlier == null
                ? before.scenario()
                : before.scenario().or(store.find(earlier).orElseThrow().scenario());
        var after = before.from(earlier == null ? before.basedOn() : earlier, true, filled, before.items());
        fastLane.check(after);
        return kept(after, "fast-lane-taken", actor);
    }

    /// Leaves the fast lane.
    ApplicationView leave(UUID id, int version, Actor actor) {
        var before = editable(id, version, actor);
        return kept(before.from(before.basedOn(), false, before.scenario(), before.items()), "fast-lane-left", actor);
    }

    private ApplicationView kept(Application after, String act, Actor actor) {
        store.update(after);
        evidence.enter(
                actor,
                "18",
                act,
                after.caseId(),
                Map.of(
                        "application",
                        after.id().toString(),
                        "basedOn",
                        Objects.requireNonNullElse(after.basedOn(), "").toString()));
        return views.of(after, actor);
    }

    private Application editable(UUID id, int version, Actor actor) {
        var it = own(id, actor);
        if (it.stage() != Stage.DRAFT && it.stage() != Stage.RETURNED) {
            throw new Refusal.NotOpen("application-not-editable", "18", List.of());
        }
        if (it.version() != version) {
            throw new Refusal.ChangedMeanwhile();
        }
        return it;
    }

    /// An application of the person's own organisation.
    private Application own(UUID id, Actor actor) {
        return store.find(id)
                .filter(it -> it.isApplicant(actor))
                .orElseThrow(() -> new Refusal.NotFound("application"));
    }
}
