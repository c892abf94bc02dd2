package org.mingqu.platform.catalogue;

import static java.util.Objects.requireNonNull;
import static org.mingqu.platform.catalogue.Load.State.DISCARDED;
import static org.mingqu.platform.catalogue.Load.State.LANDED;
import static org.mingqu.platform.catalogue.Load.State.LANDING;
import static org.mingqu.platform.catalogue.Load.State.STAGED;
import static org.mingqu.platform.catalogue.Load.State.WAITING;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.EnclaveUnavailable;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.QualityRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Follows the loads that are under way in the enclave, also when nobody looks, and takes up what a lost answer or a
/// death of either side left undone.
@Component
class LoadFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LoadFollower.class);

    private final CatalogueStore resources;
    private final VersionStore versions;
    private final LoadStore loads;
    private final Domain domain;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoadFollower(
            CatalogueStore resources,
            VersionStore versions,
            LoadStore loads,
            Domain domain,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.resources = resources;
        this.versions = versions;
        this.loads = loads;
        this.domain = domain;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${mingqu.intake.follow:PT0.5S}")
    void followAll() {
        for (var id : loads.open()) {
            try {
                follow(id);
            } catch (EnclaveUnavailable _) {
                LOG.debug("the enclave is away; load {} is followed later", id);
                return;
            } catch (EnclaveRefused refused) {
                LOG.warn("load {} cannot be followed: {}", id, refused.refusal().type());
            }
        }
    }

    /// The load as it stands in the enclave now.
    Load follow(UUID id) {
        var before = loads.find(id).orElseThrow(Refusals::noSuchLoad);
        if (before.state().isFinal() || before.state() == STAGED) {
            return before;
        }
        var status = read(id);
        if (before.state() == LANDING && status.state() == org.mingqu.warrant.LoadState.STAGED) {
            return land(id);
        }
        if (status.state() == org.mingqu.warrant.LoadState.LANDED) {
            return landed(id);
        }
        return requireNonNull(transaction.execute(_ -> seen(id, before.state(), status)));
    }

    private Answer.LoadStatus read(UUID id) {
        return domain.order(Use.PLATFORM, new Order.ReadLoad(id.toString()), Answer.LoadStatus.class);
    }

    private Load seen(UUID id, Load.State before, Answer.LoadStatus status) {
        var held = loads.hold(id).orElseThrow(Refusals::noSuchLoad);
        if (held.state() != before) {
            return held; // the page and the timer follow at once: what one has read is past when the other has acted
        }
        if (held.state() == LANDING && isFailed(status)) {
            // What was staged is still there: the person may confirm otherwise, or discard.
            var back = held.in(STAGED, status.problem());
            loads.update(back);
            return back;
        }
        if (held.state().isFinal() || held.state() == LANDING) {
            return held;
        }
        var now = Load.State.valueOf(status.state().name());
        if (now == WAITING && clock.instant().isAfter(held.expiresAt())) {
            now = DISCARDED;
        }
        var after = held.seen(
                now, status.progress().bytes(), rows(status), status.rejected(), status.columns(), status.problem());
        loads.update(after);
        return after;
    }

    private static boolean isFailed(Answer.LoadStatus status) {
        return status.state() == org.mingqu.warrant.LoadState.FAILED;
    }

    private static long rows(Answer.LoadStatus status) {
        return Math.max(status.rows(), status.progress().rows());
    }

    /// Orders the landing that was confirmed; again, if it was ordered before and the order was lost.
    Load land(UUID id) {
        var load = loads.find(id).orElseThrow(Refusals::noSuchLoad);
        if (load.state() != LANDING) {
            return load;
        }
        try {
            domain.order(Use.PLATFORM, landing(load), Answer.LoadStatus.class);
        } catch (EnclaveRefused refused) {
            if (!refused.refusal().type().equals("load-state")) {
                transaction.executeWithoutResult(_ -> backToStaged(id, refused));
                throw refused;
            }
        }
        return read(id).state() == org.mingqu.warrant.LoadState.LANDED ? landed(id) : load;
    }

    private void backToStaged(UUID id, EnclaveRefused refused) {
        var held = loads.hold(id).orElseThrow(Refusals::noSuchLoad);
        if (held.state() == LANDING) {
            loads.update(held.in(STAGED, refused.refusal()));
        }
    }

    private Order.LandLoad landing(Load load) {
        var confirmation = requireNonNull(load.confirmed());
        var columns = new ArrayList<ColumnSpec>();
        for (var column : confirmation.columns()) {
            columns.add(new ColumnSpec(
                    column.name(),
                    column.label(),
                    column.type(),
                    column.scale(),
                    column.columnClass(),
                    column.grade(),
                    Confirming.detector(load, column.name()),
                    column.lower(),
                    column.upper(),
                    confirmation.detectors().get(column.name())));
        }
        return new Order.LandLoad(
                load.id().toString(),
                load.resource().toString(),
                load.dataVersion(),
                columns,
                confirmation.subject(),
                confirmation.subjectKind(),
                rules(load, confirmation));
    }

    /// The first date that is not about a person says how fresh the data are.
    private QualityRules rules(Load load, Load.Confirmation confirmation) {
        var cycle = resources
                .find(load.resource())
                .map(it -> it.description().updateCycle().days())
                .orElse(0);
        var date = confirmation.columns().stream()
                .filter(it -> it.type() == ColumnType.DATE || it.type() == ColumnType.TIMESTAMP)
                .filter(it -> it.columnClass() == ColumnClass.OPEN || it.columnClass() == ColumnClass.MEASURE)
                .map(CatalogueColumn::name)
                .findFirst();
        return new QualityRules(java.util.List.of(), java.util.List.of(), cycle == 0 ? null : date.orElse(null), cycle);
    }

    private Load landed(UUID id) {
        var load = loads.find(id).orElseThrow(Refusals::noSuchLoad);
        var order = new Order.DescribeVersion(load.resource().toString(), load.dataVersion());
        var found = domain.order(Use.PLATFORM, order, Answer.VersionDescription.class);
        return requireNonNull(transaction.execute(_ -> enter(id, found)));
    }

    private Load enter(UUID id, Answer.VersionDescription found) {
        var resource = resources
                .hold(loads.find(id).orElseThrow(Refusals::noSuchLoad).resource())
                .orElseThrow(Refusals::noSuchResource);
        var load = loads.hold(id).orElseThrow(Refusals::noSuchLoad);
        if (load.state() == LANDED) {
            return load;
        }
        var confirmation = requireNonNull(load.confirmed());
        var version = Confirming.version(load, confirmation, found);
        var before = resource.dataVersion() == null
                ? null
                : versions.find(resource.id(), resource.dataVersion()).orElse(null);
        versions.add(version);
        resources.update(resource.landed(version.version(), before != null && version.hasSameColumnsAs(before)));
        var after = load.seen(LANDED, load.bytes(), version.rows(), version.rejected(), load.detected(), null);
        loads.update(after);
        evidence.enter(
                confirmation.by(),
                "6",
                "load-landed",
                null,
                Map.of(
                        "resource", resource.id(),
                        "name", resource.name(),
                        "load", id,
                        "version", version.version(),
                        "rows", version.rows(),
                        "rejected", version.rejected(),
                        "quality", found.quality().score()));
        return after;
    }
}
