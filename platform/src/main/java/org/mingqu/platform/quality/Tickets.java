package org.mingqu.platform.quality;

import static org.mingqu.platform.quality.TicketProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.catalogue.PublishedResource;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.products.Products.KnownProduct;
import org.mingqu.platform.quality.Ticket.Stage;
import org.mingqu.platform.quality.Ticket.TicketStep;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.workspace.ReleasedWorks.Origin;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Trace-back of quality (art. 25): from a column of a product to the departments whose columns it was made of.
@Service
@Transactional
class Tickets implements CaseSubject {

    private static final int LONGEST = 2_000;

    private final TicketStore store;
    private final Products products;
    private final Catalogue catalogue;
    private final CaseFiles cases;
    private final Parties parties;
    private final Evidence evidence;
    private final Clock clock;

    Tickets(
            TicketStore store,
            Products products,
            Catalogue catalogue,
            CaseFiles cases,
            Parties parties,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.products = products;
        this.catalogue = catalogue;
        this.cases = cases;
        this.parties = parties;
        this.evidence = evidence;
        this.clock = clock;
    }

    record TicketRequest(UUID product, String column, String sample) {}

    record TicketMove(
            int version, TicketStep step, @Nullable String opinion) {}

    /// Reports a wrong value: a ticket for each resource that its column was made of.
    List<Ticket> report(TicketRequest it, Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR, Role.AUTHORITY);
        var product = products.find(it.product())
                .filter(found -> mayReport(found, actor))
                .orElseThrow(() -> new Refusal.NotFound("product"));
        var column = product.columns().stream()
                .filter(found -> found.column().equals(it.column()))
                .findFirst();
        var wrong = new LinkedHashMap<String, String>();
        if (column.isEmpty()) {
            wrong.put("column", "no-such-column");
        }
        if (it.sample().isBlank() || it.sample().length() > LONGEST) {
            wrong.put("sample", it.sample().isBlank() ? "field-empty" : "field-too-long");
        }
        refuse(wrong);
        var tickets = new ArrayList<Ticket>();
        var from = column.orElseThrow().from();
        for (var origin : product.origins()) {
            var columns = from.stream().filter(origin::gave).toList();
            if (from.isEmpty() || !columns.isEmpty()) {
                tickets.add(
                        open(product, it, origin, from.isEmpty() ? origin.title() : String.join(", ", columns), actor));
            }
        }
        return tickets;
    }

    private boolean mayReport(KnownProduct it, Actor actor) {
        return products.isVisibleTo(it.id(), actor)
                || products.customers(it.id()).stream()
                        .anyMatch(customer -> customer.party().id().equals(actor.organisation()));
    }

    private Ticket open(KnownProduct product, TicketRequest request, Origin origin, String from, Actor actor) {
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "ZL", "%s · %s".formatted(product.name(), request.column()), actor.party(), id);
        var ticket = new Ticket(
                id,
                file.id(),
                1,
                file.number(),
                product.id(),
                product.name(),
                request.column(),
                from,
                request.sample().strip(),
                actor.party(),
                origin.department(),
                origin.resource(),
                origin.title(),
                origin.version(),
                Stage.REPORTED,
                null,
                null,
                LocalDate.now(clock));
        store.add(ticket);
        var entry = evidence.enter(actor, "25", "quality-reported", file.id(), facts(ticket));
        cases.notice(file.id(), "REPORT", "25", entry, actor);
        cases.task(
                file.id(),
                Stage.REPORTED.name(),
                TicketStep.CONFIRM.name(),
                origin.department(),
                Role.SOURCE,
                TicketProcedure.REPLY,
                "25");
        return ticket;
    }

    Ticket move(UUID id, TicketMove request, Actor actor) {
        var before = store.hold(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Tickets::noSuch);
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (actor.is(Role.PARTNER, Role.OPERATOR) && !before.isReportedBy(actor)) {
            throw new Refusal.NotYours("quality-not-yours", "25");
        }
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        if ((move.needsOpinion() && opinion.isEmpty()) || opinion.length() > LONGEST) {
            refuse(Map.of("opinion", opinion.isEmpty() ? "field-empty" : "field-too-long"));
        }
        var corrected = request.step() == TicketStep.FIX ? corrected(before) : null;
        var after = before.in(move.to(), actor.is(Role.SOURCE) ? opinion : null, corrected);
        store.update(after);
        var facts = facts(after);
        facts.put("step", move.step().name());
        facts.put("opinion", opinion);
        var entry = evidence.enter(actor, move.article(), "quality-moved", after.caseId(), facts);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        follow(after, move, actor);
        return after;
    }

    /// A correction is a later version of the resource than the one that was wrong, taken in like every other.
    private int corrected(Ticket it) {
        return catalogue
                .known(it.resource())
                .map(PublishedResource::version)
                .filter(version -> version > it.dataVersion())
                .orElseThrow(() -> new Refusal.NotOpen(
                        "quality-no-new-version",
                        "25",
                        List.of(),
                        Map.of("resource", it.resourceTitle(), "version", Integer.toString(it.dataVersion()))));
    }

    private void follow(Ticket it, Move<Stage, TicketStep> move, Actor actor) {
        if (move.step() == TicketStep.URGE) {
            return;
        }
        cases.settle(it.caseId());
        if (it.stage() == Stage.FIXING) {
            task(it, it.department(), Role.SOURCE, TicketStep.FIX, move);
            tell(it, actor);
        } else if (it.stage() == Stage.REJECTED) {
            cases.task(
                    it.caseId(),
                    it.stage().name(),
                    TicketStep.SETTLE.name(),
                    it.reporter(),
                    Role.valueOf(it.reporter().kind()),
                    null,
                    "25");
        } else if (it.stage() == Stage.CONTESTED) {
            parties.withRole(Role.AUTHORITY)
                    .forEach(who -> task(it, who.party(), Role.AUTHORITY, TicketStep.ORDER_FIX, move));
        } else {
            tell(it, actor);
            cases.close(it.caseId());
        }
    }

    private void task(Ticket it, Party to, Role role, TicketStep step, Move<Stage, TicketStep> move) {
        cases.task(it.caseId(), it.stage().name(), step.name(), to, role, move.next(), move.article());
    }

    /// Tells the makers and users of every product that was made of the resource.
    private void tell(Ticket it, Actor actor) {
        if (it.stage() == Stage.CLOSED) {
            return;
        }
        var told = new LinkedHashSet<String>();
        for (var product : products.madeOf(it.resource())) {
            var to = new LinkedHashSet<Party>();
            to.add(product.owner());
            products.customers(product.id()).forEach(customer -> to.add(customer.party()));
            for (var party : to) {
                store.tell(new TicketStore.Notice(
                        it.id(), product.id(), product.name(), party, it.stage(), clock.instant()));
                told.add("%s: %s".formatted(product.number(), party.name()));
            }
        }
        evidence.enter(
                actor,
                "25",
                "quality-told",
                it.caseId(),
                Map.of("ticket", it.id(), "stage", it.stage().name(), "told", List.copyOf(told)));
    }

    @Transactional(readOnly = true)
    List<Ticket> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> it.isVisibleTo(actor)).toList();
    }

    @Transactional(readOnly = true)
    Ticket get(UUID id, Actor actor) {
        return store.find(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Tickets::noSuch);
    }

    private static Refusal noSuch() {
        return new Refusal.NotFound("ticket");
    }

    @Override
    public Procedure<?, ?> procedure() {
        return RULES;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject).map(it -> open(it, actor)).orElse(List.of());
    }

    static List<OpenMove> open(Ticket it, Actor actor) {
        if (!it.isVisibleTo(actor) || (actor.is(Role.PARTNER, Role.OPERATOR) && !it.isReportedBy(actor))) {
            return List.of();
        }
        return RULES.openTo(actor.role(), it.stage()).stream().map(OpenMove::of).toList();
    }

    private static void refuse(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }

    private static Map<String, Object> facts(Ticket it) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("ticket", it.id());
        facts.put("product", it.product());
        facts.put("column", it.column());
        facts.put("origin", it.origin());
        facts.put("resource", it.resource());
        facts.put("dataVersion", it.dataVersion());
        if (it.fixedVersion() != null) {
            facts.put("fixedVersion", it.fixedVersion());
        }
        return facts;
    }
}
