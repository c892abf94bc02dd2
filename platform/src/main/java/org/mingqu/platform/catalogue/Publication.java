package org.mingqu.platform.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The authority assembles the submitted resources into a batch and publishes it (art. 5 no. 1).
@Service
@Transactional
class Publication {

    private final CatalogueStore resources;
    private final BatchStore batches;
    private final Resources views;
    private final Evidence evidence;
    private final Clock clock;

    Publication(CatalogueStore resources, BatchStore batches, Resources views, Evidence evidence, Clock clock) {
        this.resources = resources;
        this.batches = batches;
        this.views = views;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Batch> batches() {
        return batches.all();
    }

    @Transactional(readOnly = true)
    public List<ResourceView> candidates(Actor actor) {
        actor.must(Role.AUTHORITY);
        return resources.inState(Resource.State.SUBMITTED).stream()
                .map(it -> views.view(it, actor))
                .toList();
    }

    /// Publishes all the named resources, or none of them.
    public Batch publish(String title, List<UUID> chosen, Actor actor) {
        actor.must(Role.AUTHORITY);
        if (title.isBlank()) {
            throw Refusals.invalid(Map.of("title", "field-empty"));
        }
        if (chosen.isEmpty()) {
            throw Refusals.invalid(Map.of("resources", "batch-empty"));
        }
        var now = clock.instant();
        var items = new ArrayList<Batch.Item>();
        for (var id : new LinkedHashSet<>(chosen)) {
            var before = resources
                    .hold(id)
                    .filter(it -> it.state() != Resource.State.DRAFT)
                    .orElseThrow(Refusals::noSuchResource);
            if (before.state() != Resource.State.SUBMITTED) {
                throw Refusals.notOpen("resource-not-submitted", "5", List.of());
            }
            var after = before.published(now);
            resources.update(after);
            items.add(new Batch.Item(
                    id, after.description().title(), after.departmentName(), requireNonNull(after.publishedVersion())));
        }
        var number =
                batches.nextNumber(LocalDate.ofInstant(now, clock.getZone()).getYear());
        var batch = new Batch(UUID.randomUUID(), number, title.strip(), now, actor.person(), actor.personName(), items);
        batches.add(batch);
        evidence.enter(
                actor, "5", "catalogue-published", null, Map.of("batch", batch.id(), "number", number, "items", items));
        return batch;
    }
}
