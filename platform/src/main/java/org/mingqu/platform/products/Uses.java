package org.mingqu.platform.products;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.products.CallsController.UseAnswer;
import org.mingqu.platform.products.CallsController.UseRequest;
import org.mingqu.platform.products.CustomerStore.ProductCustomer;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The use of filed products (art. 22): by approved customers, for the approved scenario, each call with its entry. A
/// call for anything else is refused, and that it was tried stays on record.
@Service
class Uses {

    private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_SCENARIO = 200;
    private static final int MOST_ROWS = 100;

    private final ProductStore store;
    private final CustomerStore customers;
    private final Parties parties;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Uses(
            ProductStore store,
            CustomerStore customers,
            Parties parties,
            Evidence evidence,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.parties = parties;
        this.evidence = evidence;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Lets an organisation use a filed product for its scenario.
    @Transactional
    public List<ProductCustomer> admit(UUID id, CallsController.CustomerRequest request, Actor actor) {
        var product = store.hold(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Registrations::noSuch);
        if (!product.isOwnedBy(actor)) {
            throw new Refusal.NotYours("product-not-yours", "22");
        }
        if (product.stage() != Product.Stage.FILED) {
            throw new Refusal.NotOpen("product-not-filed", "22", List.of());
        }
        if (!product.terms().scenario().equals(request.scenario().strip())) {
            throw new Refusal.Invalid(Map.of("scenario", "scenario-not-approved"));
        }
        var it = new ProductCustomer(
                customer(request.organisation()), product.terms().scenario(), request.purpose(), LocalDate.now(clock));
        if (customers.add(id, it)) {
            evidence.enter(
                    actor,
                    "22",
                    "product-customer-admitted",
                    product.caseId(),
                    Map.of(
                            "product",
                            id,
                            "customer",
                            it.party().id(),
                            "scenario",
                            it.scenario(),
                            "purpose",
                            it.purpose().name()));
        }
        return customers.of(id);
    }

    /// Who may be let use products.
    List<Party> candidates() {
        var all = new ArrayList<Party>();
        for (var role : List.of(Role.PARTNER, Role.OPERATOR)) {
            parties.withRole(role).forEach(it -> all.add(new Party(it.id(), it.name(), role.name())));
        }
        return all;
    }

    private Party customer(UUID organisation) {
        return candidates().stream()
                .filter(it -> it.id().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(Map.of("organisation", "no-such-customer")));
    }

    /// Answers a call. The same request is answered once: asked again, it gives the same answer and counts no more.
    UseAnswer call(UUID id, UseRequest request, Actor actor) {
        check(request);
        var product = store.find(id)
                .filter(it -> it.isVisibleTo(actor) || it.stage() == Product.Stage.FILED)
                .orElseThrow(Registrations::noSuch);
        var customer = customers.of(id).stream()
                .filter(it -> it.party().id().equals(actor.organisation()))
                .findFirst();
        if (product.stage() != Product.Stage.FILED) {
            throw refused(product, request, "product-not-filed", actor);
        }
        if (customer.isEmpty()) {
            throw refused(product, request, "product-not-customer", actor);
        }
        if (!customer.get().scenario().equals(request.scenario().strip())) {
            throw refused(product, request, "product-other-scenario", actor);
        }
        return requireNonNull(transaction.execute(_ -> answer(id, request, customer.get(), actor)));
    }

    /// What was refused stays on record, in a transaction of its own.
    private Refusal refused(Product it, UseRequest request, String reason, Actor actor) {
        transaction.executeWithoutResult(_ -> {
            var entry = evidence.enter(
                    actor,
                    "22",
                    "product-use-refused",
                    it.caseId(),
                    Map.of("product", it.id(), "scenario", request.scenario(), "reason", reason));
            store.refused(it.id(), actor.party(), request.scenario(), reason, clock.instant(), entry);
        });
        return new Refusal.NotOpen(
                reason, "22", List.of(), Map.of("scenario", it.terms().scenario()));
    }

    private UseAnswer answer(UUID id, UseRequest request, ProductCustomer customer, Actor actor) {
        // Held, so that two of the same request do not both count, and none slips past the end of a product.
        var product = store.hold(id)
                .filter(it -> it.stage() == Product.Stage.FILED)
                .orElseThrow(() -> new Refusal.NotOpen("product-not-filed", "22", List.of()));
        var before = customers.answered(id, actor.organisation(), request.request());
        if (before.isPresent()) {
            if (!before.get().filter().equals(request.filter())) {
                throw new Refusal.Invalid(Map.of("request", "request-used"));
            }
            return before.get().answer();
        }
        var columns =
                product.derivation().columns().stream().map(it -> it.column()).toList();
        var rows = matching(store.rows(id), columns, request.filter());
        var at = clock.instant();
        var entry = entered(product, request, rows.size(), actor);
        var answer = new UseAnswer(request.request(), columns, rows, entry);
        customers.call(id, actor.organisation(), request, answer, at);
        events.publishEvent(new ProductCalled(
                id,
                product.owner(),
                customer.party(),
                customer.purpose(),
                request.request(),
                !rows.isEmpty(),
                at,
                entry));
        return answer;
    }

    private UUID entered(Product it, UseRequest request, int rows, Actor actor) {
        return evidence.enter(
                actor,
                "22",
                "product-called",
                it.caseId(),
                Map.of(
                        "product",
                        it.id(),
                        "request",
                        request.request(),
                        "scenario",
                        it.terms().scenario(),
                        "rows",
                        rows));
    }

    private static List<List<@Nullable Object>> matching(
            List<List<@Nullable Object>> all, List<String> columns, Map<String, String> filter) {
        var wrong = new LinkedHashMap<String, String>();
        filter.keySet().stream()
                .filter(it -> !columns.contains(it))
                .forEach(it -> wrong.put("filter." + it, "no-such-column"));
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        return all.stream()
                .filter(row -> filter.entrySet().stream()
                        .allMatch(it -> it.getValue().equals(String.valueOf(row.get(columns.indexOf(it.getKey()))))))
                .limit(MOST_ROWS)
                .toList();
    }

    private static void check(UseRequest it) {
        var wrong = new LinkedHashMap<String, String>();
        if (!REQUEST.matcher(it.request()).matches()) {
            wrong.put("request", "request-form");
        }
        if (it.scenario().isBlank()) {
            wrong.put("scenario", "field-empty");
        } else if (it.scenario().length() > LONGEST_SCENARIO) {
            wrong.put("scenario", "field-too-long");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }
}
