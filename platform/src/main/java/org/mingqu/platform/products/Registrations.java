package org.mingqu.platform.products;

import static java.util.Objects.requireNonNull;
import static org.mingqu.platform.products.ProductProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.products.Product.ProductStep;
import org.mingqu.platform.products.Product.Stage;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.workspace.ReleasedWorks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Registration and filing (art. 22): the maker registers, the authority looks whether all is there, reviews
/// for compliance and security or has an assessor do so, and files.
@Service
class Registrations implements CaseSubject {

    private static final int LONGEST = 4_000;

    private final ProductStore store;
    private final ReleasedWorks works;
    private final CaseFiles cases;
    private final ProductTasks tasks;
    private final Parties parties;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Registrations(
            ProductStore store,
            ReleasedWorks works,
            CaseFiles cases,
            ProductTasks tasks,
            Parties parties,
            Evidence evidence,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.works = works;
        this.cases = cases;
        this.tasks = tasks;
        this.parties = parties;
        this.evidence = evidence;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A registration to begin.
    ///
    /// @param release that the product is made of
    record ProductRequest(UUID release, ProductTerms terms) {}

    /// A registration as it is filled in now.
    record TermsRequest(int version, ProductTerms terms) {}

    /// A step.
    ///
    /// @param assessor to be appointed; absent for the other steps
    record ProductMove(
            int version,
            ProductStep step,
            @Nullable String opinion,
            @Nullable UUID assessor) {}

    /// Begins a registration. Of what the product is made comes from the release, nobody types it.
    Product begin(ProductRequest request, Actor actor) {
        actor.must(Role.OPERATOR, Role.PARTNER);
        refuse(request.terms().tooLong());
        if (request.terms().name().isEmpty()) {
            refuse(Map.of("terms.name", "field-empty"));
        }
        var work = works.get(request.release(), actor);
        inspected(request.terms(), work.model());
        return requireNonNull(transaction.execute(_ -> begun(request.terms(), work, actor)));
    }

    /// A model is one that was made and inspected in the domain, and nothing else is registered as one.
    private static void inspected(ProductTerms terms, boolean model) {
        if ((terms.kind() == ProductKind.MODEL) != model) {
            throw new Refusal.NotOpen("product-model-inspected", "22", List.of());
        }
    }

    private Product begun(ProductTerms terms, ReleasedWorks.Work work, Actor actor) {
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "CP", terms.name(), actor.party(), id);
        var product = new Product(
                id,
                file.id(),
                1,
                file.number(),
                actor.party(),
                terms,
                new Product.Derivation(
                        work.release(),
                        work.number(),
                        work.workspace(),
                        work.agreement(),
                        work.scenario(),
                        work.sm3(),
                        work.origins(),
                        work.columns()),
                Stage.DRAFT,
                null,
                null,
                LocalDate.now(clock),
                null);
        store.add(product, work.rows());
        evidence.enter(actor, "22", "product-begun", file.id(), facts(product));
        return product;
    }

    /// Fills a registration in, as often as wished until it is submitted.
    @Transactional
    public Product fill(UUID id, TermsRequest request, Actor actor) {
        var before = held(id, actor);
        if (!before.isOwnedBy(actor)) {
            throw new Refusal.NotYours("product-not-yours", "22");
        }
        if (before.stage() != Stage.DRAFT && before.stage() != Stage.RETURNED) {
            throw new Refusal.NotOpen("product-submitted", "22", names(before, actor));
        }
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        refuse(request.terms().tooLong());
        if (request.terms().name().isEmpty()) {
            refuse(Map.of("terms.name", "field-empty"));
        }
        inspected(request.terms(), before.terms().kind() == ProductKind.MODEL);
        var after = before.with(request.terms());
        store.update(after);
        cases.rename(after.caseId(), after.terms().name());
        evidence.enter(actor, "22", "product-filled", after.caseId(), facts(after));
        return after;
    }

    /// Takes a step of the procedure.
    @Transactional
    public Product move(UUID id, ProductMove request, Actor actor) {
        var before = held(id, actor);
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (actor.is(Role.PARTNER, Role.OPERATOR) && !before.isOwnedBy(actor)) {
            throw new Refusal.NotYours("product-not-yours", "22");
        }
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        if (move.needsOpinion() && opinion.isEmpty()) {
            refuse(Map.of("opinion", "field-empty"));
        }
        if (opinion.length() > LONGEST) {
            refuse(Map.of("opinion", "field-too-long"));
        }
        var after = after(before, request, move.to());
        store.update(after);
        var facts = facts(after);
        facts.put("step", move.step().name());
        facts.put("opinion", opinion);
        var entry = evidence.enter(actor, move.article(), "product-moved", after.caseId(), facts);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        tasks.follow(after, move);
        tell(after, opinion, entry);
        return after;
    }

    /// Others are told in the same transaction.
    private void tell(Product it, String opinion, UUID entry) {
        switch (it.stage()) {
            case FILED -> events.publishEvent(new ProductFiled(it.id(), entry));
            case WITHDRAWN, REVOKED ->
                events.publishEvent(new ProductEnded(it.id(), it.stage() == Stage.REVOKED, opinion));
            default -> {}
        }
    }

    private Product after(Product before, ProductMove request, Stage to) {
        var today = LocalDate.now(clock);
        return switch (request.step()) {
            case SUBMIT -> {
                var wrong = new LinkedHashMap<>(before.terms().missing());
                if (!before.terms().scenario().equals(before.derivation().scenario())) {
                    wrong.putIfAbsent("terms.scenario", "scenario-not-approved");
                }
                refuse(wrong);
                yield before.in(to);
            }
            case APPOINT -> before.appointed(assessor(request.assessor()).party());
            case REGISTER -> before.filed(store.nextFiling(today.getYear()), today);
            case COMPLETE, RETURN, REFUSE, ADVISE, PASS_COMPLIANCE, PASS_SECURITY, WITHDRAW, REVOKE -> before.in(to);
        };
    }

    private Organisation assessor(@Nullable UUID id) {
        return parties.withRole(Role.ASSESSOR).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(Map.of("assessor", "no-such-assessor")));
    }

    @Transactional(readOnly = true)
    public List<Product> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> it.isVisibleTo(actor)).toList();
    }

    @Transactional(readOnly = true)
    public Product get(UUID id, Actor actor) {
        return store.find(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Registrations::noSuch);
    }

    private Product held(UUID id, Actor actor) {
        return store.hold(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Registrations::noSuch);
    }

    static Refusal noSuch() {
        return new Refusal.NotFound("product");
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

    static List<OpenMove> open(Product it, Actor actor) {
        if (!it.isVisibleTo(actor) || (actor.is(Role.PARTNER, Role.OPERATOR) && !it.isOwnedBy(actor))) {
            return List.of();
        }
        return RULES.openTo(actor.role(), it.stage()).stream().map(OpenMove::of).toList();
    }

    private static List<String> names(Product it, Actor actor) {
        return open(it, actor).stream().map(OpenMove::step).toList();
    }

    private static void refuse(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }

    private static Map<String, Object> facts(Product it) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("product", it.id());
        facts.put("number", it.number());
        facts.put("release", it.derivation().release());
        facts.put("sm3", it.derivation().sm3());
        facts.put("scenario", it.terms().scenario());
        facts.put(
                "resources",
                new ArrayList<>(it.derivation().origins().stream()
                        .map(origin -> "%s v%d".formatted(origin.name(), origin.version()))
                        .toList()));
        if (it.filingNo() != null) {
            facts.put("filingNo", it.filingNo());
        }
        return facts;
    }
}
