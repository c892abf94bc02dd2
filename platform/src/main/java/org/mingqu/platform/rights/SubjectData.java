package org.mingqu.platform.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingqu.platform.catalogue.HeldData;
import org.mingqu.platform.catalogue.HeldData.Held;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rights.SubjectViews.AuthorisationView;
import org.mingqu.platform.rights.SubjectViews.DataUseView;
import org.mingqu.platform.rights.SubjectViews.OwnDataView;
import org.mingqu.platform.rights.SubjectViews.OwnScenarioView;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.mingqu.platform.workspace.DataUses;
import org.mingqu.platform.workspace.DataUses.DataUse;
import org.mingqu.platform.workspace.DataUses.OpenTable;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What is held about a person, and what was done with it (art. 37). Where rows are is the enclave's to find;
/// each time it is asked is on record.
@Service
class SubjectData {

    private final HeldData held;
    private final DataUses uses;
    private final ListStore lists;
    private final AuthorisationStore authorisations;
    private final IdentityStore identities;
    private final Domain domain;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SubjectData(
            HeldData held,
            DataUses uses,
            ListStore lists,
            AuthorisationStore authorisations,
            IdentityStore identities,
            Domain domain,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.uses = uses;
        this.lists = lists;
        this.authorisations = authorisations;
        this.identities = identities;
        this.domain = domain;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Which departments hold which data about the person. It is a look, and is on record as one.
    List<OwnDataView> data(Identity identity, Actor actor) {
        var places = places(identity, actor);
        transaction.executeWithoutResult(_ -> {
            evidence.enter(actor, "37", "subject-data-viewed", null, Map.of("resources", places.size()));
            identities.look(identity.subject(), clock.instant().atOffset(ZoneOffset.UTC), actor, "DATA", "", null);
        });
        return places.entrySet().stream()
                .map(it -> new OwnDataView(
                        it.getKey().id(),
                        it.getKey().title(),
                        it.getKey().department(),
                        it.getKey().departmentName(),
                        it.getKey().labels(),
                        it.getKey().since(),
                        it.getKey().at(),
                        it.getValue()))
                .toList();
    }

    /// Whether the person has rows in a resource.
    boolean holds(Identity identity, UUID resource, Actor actor) {
        return places(identity, actor).keySet().stream().anyMatch(it -> it.id().equals(resource));
    }

    private Map<Held, Long> places(Identity identity, Actor actor) {
        var all = held.about(identity.kind()).stream()
                .collect(Collectors.toMap(
                        it -> it.id().toString(), Function.identity(), (a, _) -> a, LinkedHashMap::new));
        var order = new Order.LocateSubject(identity.subject(), List.copyOf(all.keySet()));
        var found = new LinkedHashMap<Held, Long>();
        domain.order(Use.by(actor), order, Answer.SubjectPlaces.class)
                .places()
                .forEach(it -> found.put(all.get(it.resource()), it.rows()));
        return found;
    }

    /// Who used data in which the person has rows, latest first.
    Page<DataUseView> uses(Identity identity, Paging paging, Actor actor) {
        var own = titles(identity, actor);
        var found = uses.of(own.keySet(), paging);
        var given = authorisations.of(identity.organisation());
        var items = found.items().stream()
                .map(it -> new DataUseView(
                        it.at(),
                        it.partnerName(),
                        it.scenario(),
                        it.agreement(),
                        own.getOrDefault(it.resource(), ""),
                        it.lane(),
                        included(it, given)))
                .toList();
        return paging.of(items, found.total());
    }

    private boolean included(DataUse it, List<SubjectAuthorisation> given) {
        var demanded = lists.find("CONSENT", it.workspace(), it.resource())
                .map(ListStore.Kept::since)
                .filter(since -> !it.at().isBefore(since))
                .isPresent();
        return !demanded || given.stream().anyMatch(one -> isFor(one, it.workspace(), it.at()));
    }

    private static boolean isFor(SubjectAuthorisation it, UUID workspace, Instant at) {
        return it.workspace().equals(workspace) && it.held(at);
    }

    /// In which scenarios data are used that the person has rows in.
    List<OwnScenarioView> scenarios(Identity identity, Actor actor) {
        var own = titles(identity, actor);
        var given = authorisations.of(identity.organisation()).stream()
                .filter(it -> it.endedAt() == null)
                .collect(Collectors.toMap(SubjectAuthorisation::workspace, Function.identity(), (a, _) -> a));
        var byWorkspace = uses.open(own.keySet()).stream()
                .collect(Collectors.groupingBy(OpenTable::workspace, LinkedHashMap::new, Collectors.toList()));
        return byWorkspace.values().stream()
                .map(tables -> scenario(tables, own, given.get(tables.getFirst().workspace())))
                .toList();
    }

    private OwnScenarioView scenario(
            List<OpenTable> tables,
            Map<UUID, String> own,
            @org.jspecify.annotations.Nullable SubjectAuthorisation given) {
        var first = tables.getFirst();
        return new OwnScenarioView(
                first.workspace(),
                first.partnerName(),
                first.scenario(),
                first.agreement(),
                first.until(),
                tables.stream().map(it -> own.getOrDefault(it.resource(), "")).toList(),
                tables.stream()
                        .anyMatch(it -> lists.find("CONSENT", it.workspace(), it.resource())
                                .isPresent()),
                given == null ? null : AuthorisationView.of(given));
    }

    /// The workspace's table in which the person has rows.
    OpenTable table(UUID workspace, Identity identity, Actor actor) {
        return uses.open(titles(identity, actor).keySet()).stream()
                .filter(it -> it.workspace().equals(workspace))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("workspace"));
    }

    private Map<UUID, String> titles(Identity identity, Actor actor) {
        return places(identity, actor).keySet().stream().collect(Collectors.toMap(Held::id, Held::title));
    }
}
