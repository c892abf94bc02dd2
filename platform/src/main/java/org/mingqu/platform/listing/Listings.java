package org.mingqu.platform.listing;

import static org.mingqu.platform.listing.ListingProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.listing.Listing.ListingStage;
import org.mingqu.platform.listing.Listing.ListingStep;
import org.mingqu.platform.outside.Counterpart;
import org.mingqu.platform.outside.Outbox;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Listings as their owner handles them: begin, put the legal opinion to the case, prepare, send, withdraw.
@Service
class Listings implements CaseSubject {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 100;

    private final ListingStore store;
    private final ListingPackage packing;
    private final Products products;
    private final ListingConditions conditions;
    private final CaseFiles cases;
    private final Outbox outbox;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Listings(
            ListingStore store,
            ListingPackage packing,
            Products products,
            ListingConditions conditions,
            CaseFiles cases,
            Outbox outbox,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.packing = packing;
        this.products = products;
        this.conditions = conditions;
        this.cases = cases;
        this.outbox = outbox;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A listing to begin.
    ///
    /// @param exchange its name
    record ListingRequest(@Nullable UUID product, @Nullable String exchange) {}

    /// A step of the owner.
    record ListingMove(
            int version, ListingStep step, @Nullable String opinion) {}

    @Transactional
    public Listing begin(ListingRequest it, Actor actor) {
        actor.must(Role.OPERATOR, Role.PARTNER);
        var exchange = Objects.requireNonNullElse(it.exchange(), "").strip();
        var wrong = new LinkedHashMap<String, String>();
        if (exchange.isEmpty() || exchange.length() > LONGEST_NAME) {
            wrong.put("exchange", exchange.isEmpty() ? "field-empty" : "field-too-long");
        }
        if (it.product() == null) {
            wrong.put("product", "field-empty");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        var product = conditions.offered(Objects.requireNonNull(it.product()), actor);
        if (store.live(product.id()).isPresent()) {
            throw new Refusal.NotOpen("listing-running", "23", List.of());
        }
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "GP", product.name(), actor.party(), id);
        var listing = new Listing(
                id,
                file.id(),
                1,
                file.number(),
                product.id(),
                product.name(),
                String.valueOf(product.filingNo()),
                actor.party(),
                exchange,
                ListingStage.DRAFT,
                LocalDate.now(clock),
                null,
                null,
                null,
                null);
        store.add(listing);
        evidence.enter(actor, "23", "listing-begun", file.id(), Map.of("listing", id, "product", product.id()));
        cases.task(
                file.id(),
                listing.stage().name(),
                ListingStep.PREPARE.name(),
                listing.owner(),
                actor.role(),
                null,
                "23");
        return listing;
    }

    /// Takes a step. A package is made first and then kept with the step, so that it holds what is committed.
    Listing move(UUID id, ListingMove request, Actor actor) {
        var before = visible(id, actor);
        var move = require(before, request, actor);
        if (request.step() != ListingStep.PREPARE) {
            return Objects.requireNonNull(transaction.execute(_ -> moved(id, request, actor, null)));
        }
        conditions.mustHold(before.product());
        transaction.executeWithoutResult(_ -> {
            if (!cases.hasDocument(before.caseId())) {
                throw new Refusal.NotOpen("listing-no-opinion", move.article(), List.of());
            }
        });
        var content = packing.make(before, actor);
        return Objects.requireNonNull(transaction.execute(_ -> moved(id, request, actor, content)));
    }

    private static Move<ListingStage, ListingStep> require(Listing it, ListingMove request, Actor actor) {
        var move = RULES.require(it.stage(), request.step(), actor.role());
        if (!it.isOwnedBy(actor)) {
            throw new Refusal.NotYours("listing-not-yours", "23");
        }
        if (it.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        if ((move.needsOpinion() && opinion.isEmpty()) || opinion.length() > LONGEST) {
            throw new Refusal.Invalid(Map.of("opinion", opinion.isEmpty() ? "field-empty" : "field-too-long"));
        }
        return move;
    }

    private Listing moved(UUID id, ListingMove request, Actor actor, byte @Nullable [] content) {
        var before = store.hold(id).orElseThrow(Listings::noSuch);
        var move = require(before, request, actor);
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("listing", id);
        facts.put("step", move.step().name());
        facts.put("opinion", opinion);
        var after = before.in(move.to(), opinion.isEmpty() ? null : opinion);
        if (content != null) {
            after = before.prepared(
                    clock.instant(), HashFunction.SM3.of(content).hex());
            store.keep(id, content);
        }
        if (after.packageSm3() != null) {
            facts.put("packageSm3", after.packageSm3());
        }
        store.update(after);
        if (move.step() == ListingStep.SEND) {
            conditions.mustHold(before.product());
            send(after);
        } else if (move.step() == ListingStep.WITHDRAW && before.isSent()) {
            withdraw(after, opinion);
        }
        var entry = evidence.enter(actor, "23", "listing-moved", after.caseId(), facts);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        follow(after);
        return after;
    }

    private void follow(Listing it) {
        cases.settle(it.caseId());
        if (RULES.ends(it.stage())) {
            cases.close(it.caseId());
        } else if (it.stage() == ListingStage.PREPARED) {
            cases.task(
                    it.caseId(),
                    it.stage().name(),
                    ListingStep.SEND.name(),
                    it.owner(),
                    Role.valueOf(it.owner().kind()),
                    null,
                    "23");
        }
    }

    private void send(Listing it) {
        var body = new LinkedHashMap<String, Object>();
        body.put("number", it.number());
        body.put("product", it.productName());
        body.put("filingNo", it.filingNo());
        body.put("owner", it.owner().name());
        body.put("exchange", it.exchange());
        body.put("packageSm3", Objects.requireNonNull(it.packageSm3()));
        body.put(
                "package",
                Base64.getEncoder().encodeToString(store.content(it.id()).orElseThrow()));
        outbox.send(Counterpart.EXCHANGE, "LISTING", it.id(), "23", body);
    }

    /// Tells the exchange that it is not to be offered any more.
    void withdraw(Listing it, String reason) {
        outbox.send(
                Counterpart.EXCHANGE,
                "WITHDRAWAL",
                it.id(),
                "23",
                Map.of(
                        "number",
                        it.number(),
                        "exchangeNo",
                        Objects.requireNonNullElse(it.exchangeNo(), ""),
                        "reason",
                        reason));
    }

    @Transactional(readOnly = true)
    public List<Listing> visibleTo(Actor actor) {
        return store.all().stream()
                .filter(it -> products.isVisibleTo(it.product(), actor))
                .toList();
    }

    @Transactional(readOnly = true)
    public Listing visible(UUID id, Actor actor) {
        return store.find(id)
                .filter(it -> products.isVisibleTo(it.product(), actor))
                .orElseThrow(Listings::noSuch);
    }

    static Refusal noSuch() {
        return new Refusal.NotFound("listing");
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

    static List<OpenMove> open(Listing it, Actor actor) {
        return it.isOwnedBy(actor)
                ? RULES.openTo(actor.role(), it.stage()).stream()
                        .map(OpenMove::of)
                        .toList()
                : List.of();
    }
}
