package org.mingqu.platform.catalogue;

import static org.mingqu.platform.catalogue.Load.State.DISCARDED;
import static org.mingqu.platform.catalogue.Load.State.FAILED;
import static org.mingqu.platform.catalogue.Load.State.LANDING;
import static org.mingqu.platform.catalogue.Load.State.STAGED;
import static org.mingqu.platform.catalogue.Load.State.WAITING;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.catalogue.LoadsController.ConfirmationRequest;
import org.mingqu.platform.catalogue.LoadsController.RejectsTicket;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.FileFormat;
import org.mingqu.warrant.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Loads: from the ticket with which a browser brings a file to the enclave's door, over what a person confirms, to
/// the version that lands (art. 6).
///
/// The enclave is never called inside a transaction. What is to be done is written down first; the [LoadFollower]
/// finds what a lost answer left undone.
@Service
class Intake {

    private static final long LARGEST_FILE = 64L << 30;

    private final CatalogueStore resources;
    private final LoadStore loads;
    private final LoadFollower follower;
    private final Domain domain;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Intake(
            CatalogueStore resources,
            LoadStore loads,
            LoadFollower follower,
            Domain domain,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.resources = resources;
        this.loads = loads;
        this.follower = follower;
        this.domain = domain;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Opens a load and signs the ticket for it.
    ///
    /// A load whose ticket was never used gives way to the new one; one that has begun does not.
    LoadTicket open(UUID resource, LoadRequest request, Actor actor) {
        actor.must(Role.SOURCE);
        if (request.fileName().isBlank()) {
            throw Refusals.invalid(Map.of("fileName", "field-empty"));
        }
        if (request.size() < 0 || request.size() > LARGEST_FILE) {
            throw Refusals.invalid(Map.of("size", "file-size"));
        }
        return transaction.execute(_ -> opened(resource, request, actor));
    }

    private LoadTicket opened(UUID resource, LoadRequest request, Actor actor) {
        var held = resources
                .hold(resource)
                .filter(it -> it.department().equals(actor.organisation()))
                .orElseThrow(Refusals::noSuchResource);
        for (var earlier : loads.of(resource)) {
            if (earlier.state() == WAITING) {
                loads.update(earlier.in(DISCARDED, null));
            } else if (!earlier.state().isFinal()) {
                throw Refusals.notOpen("load-under-way", "6", List.of());
            }
        }
        var id = UUID.randomUUID();
        var ticket = domain.ticket(Use.by(actor), order(id, resource, request));
        var load = new Load(
                id,
                resource,
                WAITING,
                request.format(),
                request.fileName(),
                request.size(),
                0,
                0,
                0,
                List.of(),
                null,
                null,
                loads.nextVersion(resource),
                actor.person(),
                clock.instant(),
                ticket.expiresAt());
        loads.add(load);
        evidence.enter(
                actor,
                "6",
                "load-opened",
                null,
                Map.of(
                        "resource", resource,
                        "name", held.name(),
                        "load", id,
                        "file", request.fileName(),
                        "size", request.size()));
        return new LoadTicket(id, ticket.ticket(), ticket.url().toString(), ticket.expiresAt());
    }

    private static Order.Ticket order(UUID load, UUID resource, LoadRequest request) {
        return switch (request.format()) {
            case CSV -> receive(load, resource, FileFormat.CSV, request.fileName());
            case PARQUET -> receive(load, resource, FileFormat.PARQUET, request.fileName());
            case TABLE -> new Order.PullTable(load.toString(), resource.toString());
        };
    }

    private static Order.ReceiveFile receive(UUID load, UUID resource, FileFormat format, String fileName) {
        return new Order.ReceiveFile(load.toString(), resource.toString(), format, LARGEST_FILE, fileName);
    }

    /// A load as it stands now in the enclave.
    LoadView get(UUID id, Actor actor) {
        own(id, actor);
        return LoadView.of(follower.follow(id));
    }

    /// Confirms the columns and lets the good rows land.
    ///
    /// Confirming the same again is no error; another confirmation once it lands is.
    LoadView confirm(UUID id, ConfirmationRequest request, Actor actor) {
        own(id, actor);
        follower.follow(id);
        transaction.executeWithoutResult(_ -> confirmed(id, request, actor));
        return LoadView.of(follower.land(id));
    }

    private void confirmed(UUID id, ConfirmationRequest request, Actor actor) {
        var load = loads.hold(id).orElseThrow(Refusals::noSuchLoad);
        var confirmation = Confirming.check(request, load, actor);
        if (load.state() == LANDING || load.state() == Load.State.LANDED) {
            var before = load.confirmed();
            if (before != null && before.columns().equals(confirmation.columns())) {
                return;
            }
        }
        if (load.state() != STAGED) {
            throw Refusals.notOpen("load-not-staged", "6", List.of());
        }
        loads.update(load.confirmed(confirmation));
        evidence.enter(
                actor,
                "5",
                "load-confirmed",
                null,
                Map.of(
                        "resource", load.resource(),
                        "load", id,
                        "version", load.dataVersion(),
                        "columns", Confirming.facts(confirmation),
                        "changedProposals", Confirming.changes(confirmation, load)));
    }

    void discard(UUID id, Actor actor) {
        own(id, actor);
        transaction.executeWithoutResult(_ -> {
            var load = loads.hold(id).orElseThrow(Refusals::noSuchLoad);
            if (load.state() == DISCARDED || load.state() == FAILED) {
                return;
            }
            if (load.state().isFinal() || load.state() == LANDING) {
                throw Refusals.notOpen("load-not-to-discard", "6", List.of());
            }
            loads.update(load.in(DISCARDED, null));
            evidence.enter(actor, "6", "load-discarded", null, Map.of("resource", load.resource(), "load", id));
        });
        forget(id, actor);
    }

    private void forget(UUID id, Actor actor) {
        try {
            domain.order(Use.by(actor), new Order.DiscardLoad(id.toString()), Answer.LoadStatus.class);
        } catch (EnclaveRefused refused) {
            if (!refused.refusal().type().equals("load-unknown")) {
                throw refused;
            }
        }
    }

    /// The ticket for the rows that did not land. Only their own department ever sees them (art. 4).
    RejectsTicket rejects(UUID id, Actor actor) {
        var load = own(id, actor);
        if (load.state() == WAITING || load.state() == DISCARDED) {
            throw Refusals.notOpen("load-without-rejects", "6", List.of());
        }
        return transaction.execute(_ -> {
            evidence.enter(actor, "6", "rejects-fetched", null, Map.of("resource", load.resource(), "load", id));
            var ticket = domain.ticket(Use.by(actor), new Order.FetchRejects(id.toString()));
            return new RejectsTicket(ticket.url().toString());
        });
    }

    private Load own(UUID id, Actor actor) {
        actor.must(Role.SOURCE);
        return loads.find(id)
                .filter(load -> resources
                        .find(load.resource())
                        .filter(it -> it.department().equals(actor.organisation()))
                        .isPresent())
                .orElseThrow(Refusals::noSuchLoad);
    }
}
