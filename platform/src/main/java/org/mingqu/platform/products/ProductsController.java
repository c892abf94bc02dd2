package org.mingqu.platform.products;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.workspace.ReleasedWorks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/products`: registration, review and filing of products (art. 22).
@RestController
@RequestMapping("/api/products")
class ProductsController {

    private final Registrations registrations;
    private final ProductStore store;
    private final CustomerStore customers;
    private final ReleasedWorks works;
    private final Parties parties;

    ProductsController(
            Registrations registrations,
            ProductStore store,
            CustomerStore customers,
            ReleasedWorks works,
            Parties parties) {
        this.registrations = registrations;
        this.store = store;
        this.customers = customers;
        this.works = works;
        this.parties = parties;
    }

    @GetMapping
    List<ProductLine> list(Actor actor) {
        return registrations.visibleTo(actor).stream().map(ProductLine::of).toList();
    }

    /// The released results that the actor's organisation can make a product of.
    @GetMapping("/works")
    List<ReleasedWorks.ReleasedLine> works(Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        return works.of(actor);
    }

    /// Who can be appointed to review.
    @GetMapping("/assessors")
    List<Party> assessors(Actor actor) {
        actor.must(Role.AUTHORITY);
        return parties.withRole(Role.ASSESSOR).stream()
                .map(it -> new Party(it.id(), it.name(), Role.ASSESSOR.name()))
                .toList();
    }

    /// The products that the actor's organisation may use.
    @GetMapping("/used")
    List<ProductLine> used(Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        return customers.productsOf(actor.organisation()).stream()
                .flatMap(it -> store.find(it).stream())
                .map(ProductLine::of)
                .toList();
    }

    @GetMapping("/{id}")
    ProductView get(@PathVariable UUID id, Actor actor) {
        return view(registrations.get(id, actor), actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProductView begin(@RequestBody Registrations.ProductRequest request, Actor actor) {
        return view(registrations.begin(request, actor), actor);
    }

    @PutMapping("/{id}")
    ProductView fill(@PathVariable UUID id, @RequestBody Registrations.TermsRequest request, Actor actor) {
        return view(registrations.fill(id, request, actor), actor);
    }

    @PostMapping("/{id}/moves")
    ProductView move(@PathVariable UUID id, @RequestBody Registrations.ProductMove request, Actor actor) {
        return view(registrations.move(id, request, actor), actor);
    }

    private ProductView view(Product it, Actor actor) {
        var mayReadUse = it.isOwnedBy(actor) || actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN);
        return new ProductView(
                ProductLine.of(it),
                it.version(),
                it.terms(),
                it.derivation(),
                it.assessor(),
                it.isOwnedBy(actor),
                mayReadUse
                        ? customers.of(it.id()).stream()
                                .map(CallsController.CustomerView::of)
                                .toList()
                        : List.of(),
                mayReadUse
                        ? store.attempts(it.id()).stream().map(AttemptView::of).toList()
                        : List.of(),
                Registrations.open(it, actor));
    }

    /// A product in a list.
    record ProductLine(
            UUID id,
            UUID caseId,
            String number,
            String name,
            ProductKind kind,
            UsePurpose purpose,
            Party owner,
            String scenario,
            Product.Stage stage,
            @Nullable String filingNo,
            LocalDate startedOn,
            @Nullable LocalDate filedOn) {

        static ProductLine of(Product it) {
            return new ProductLine(
                    it.id(),
                    it.caseId(),
                    it.number(),
                    it.terms().name(),
                    it.terms().kind(),
                    it.terms().purpose(),
                    it.owner(),
                    it.terms().scenario(),
                    it.stage(),
                    it.filingNo(),
                    it.startedOn(),
                    it.filedOn());
        }
    }

    /// A product with all that is registered about it.
    ///
    /// @param mine whether it is the actor's own
    /// @param customers and attempts: for its owner and the authority
    record ProductView(
            ProductLine line,
            int version,
            ProductTerms terms,
            Product.Derivation derivation,
            @Nullable Party assessor,
            boolean mine,
            List<CallsController.CustomerView> customers,
            List<AttemptView> attempts,
            List<OpenMove> open) {}

    /// A use that was refused.
    record AttemptView(String organisationName, String scenario, String reason, Instant at, UUID evidence) {

        static AttemptView of(ProductStore.Attempt it) {
            return new AttemptView(it.organisationName(), it.scenario(), it.reason(), it.at(), it.evidence());
        }
    }
}
