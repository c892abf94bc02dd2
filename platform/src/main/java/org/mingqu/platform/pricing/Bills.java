package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Bills from metered use, and the statement of income (art. 24, 36). Nobody types an amount.
@Service
@Transactional
class Bills {

    private final UseStore uses;
    private final PricingStore pricing;
    private final Products products;
    private final Parties parties;
    private final Evidence evidence;
    private final Clock clock;

    Bills(UseStore uses, PricingStore pricing, Products products, Parties parties, Evidence evidence, Clock clock) {
        this.uses = uses;
        this.pricing = pricing;
        this.products = products;
        this.parties = parties;
        this.evidence = evidence;
        this.clock = clock;
    }

    record BillRequest(UUID product, UUID customer) {}

    /// Bills what no bill has yet: the sum of what was metered. A use is on one bill.
    Bill issue(BillRequest it, Actor actor) {
        actor.must(Role.OPERATOR, Role.PARTNER);
        var known = products.find(it.product())
                .filter(found -> found.owner().id().equals(actor.organisation()))
                .orElseThrow(() -> new Refusal.NotFound("product"));
        var customer = products.customers(it.product()).stream()
                .filter(found -> found.party().id().equals(it.customer()))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(Map.of("customer", "no-such-customer")));
        var open = uses.unbilled(it.product(), it.customer())
                .orElseThrow(() -> new Refusal.NotOpen("bill-no-use", "24", List.of()));
        var id = UUID.randomUUID();
        var entry = evidence.enter(
                actor,
                "24",
                "bill-issued",
                null,
                Map.of(
                        "bill",
                        id,
                        "product",
                        it.product(),
                        "customer",
                        it.customer(),
                        "uses",
                        open.uses(),
                        "amount",
                        open.amount().toPlainString()));
        var bill = written(id, known, customer.party(), open, entry);
        uses.add(bill);
        if (uses.bill(bill) != open.uses()) {
            throw new Refusal.ChangedMeanwhile();
        }
        return bill;
    }

    private Bill written(UUID id, Products.KnownProduct product, Party customer, UseStore.Unbilled it, UUID entry) {
        var today = LocalDate.now(clock);
        return new Bill(
                id,
                "ZD-%s-%s"
                        .formatted(
                                today.toString().replace("-", ""), id.toString().substring(0, 8)),
                product.id(),
                product.name(),
                product.owner(),
                customer,
                it.from(),
                it.until(),
                it.uses(),
                it.billable(),
                it.amount(),
                today,
                entry);
    }

    /// Whether a bill is the sum of its uses, computed again.
    @Transactional(readOnly = true)
    boolean adds(Bill it) {
        return uses.sum(it.id()).compareTo(it.amount()) == 0;
    }

    @Transactional(readOnly = true)
    List<Bill> visibleTo(Actor actor) {
        return uses.bills().stream()
                .filter(it -> actor.is(Role.AUTHORITY, Role.MARKET_REGULATOR, Role.AUDIT_ADMIN)
                        || it.owner().id().equals(actor.organisation())
                        || it.customer().id().equals(actor.organisation()))
                .toList();
    }

    /// What was used and can be billed, for the owner of the products.
    @Transactional(readOnly = true)
    List<UseStore.Metered> metered(Actor actor) {
        return uses.ofOwner(actor.organisation());
    }

    /// A statement of income of one processor (art. 36).
    ///
    /// @param costs of the period, of the operator only: less the subsidy
    /// @param result revenue less costs
    record Income(
            Party processor,
            LocalDate from,
            LocalDate until,
            List<ProductIncome> products,
            BigDecimal revenue,
            BigDecimal costs,
            BigDecimal result) {}

    /// @param free uses that cost nothing
    record ProductIncome(UUID product, String name, long uses, long free, BigDecimal revenue) {}

    /// The statements of a period: the own one, and for those who supervise everybody's.
    @Transactional(readOnly = true)
    List<Income> income(LocalDate from, LocalDate until, Actor actor) {
        if (!until.isAfter(from)) {
            throw new Refusal.Invalid(Map.of("until", "period-form"));
        }
        if (actor.is(Role.OPERATOR, Role.PARTNER)) {
            return List.of(income(actor.party(), from, until));
        }
        actor.must(Role.AUTHORITY, Role.MARKET_REGULATOR, Role.AUDIT_ADMIN);
        return List.of(Role.OPERATOR, Role.PARTNER).stream()
                .flatMap(role -> parties.withRole(role).stream().map(it -> new Party(it.id(), it.name(), role.name())))
                .map(it -> income(it, from, until))
                .filter(it -> !it.products().isEmpty() || it.costs().signum() != 0)
                .toList();
    }

    private Income income(Party who, LocalDate from, LocalDate until) {
        var inPeriod = uses.ofOwner(who.id()).stream()
                .filter(it -> !it.month().isBefore(from.withDayOfMonth(1))
                        && !it.month().isAfter(until))
                .toList();
        var lines = inPeriod.stream()
                .map(UseStore.Metered::product)
                .distinct()
                .map(product -> line(
                        product,
                        inPeriod.stream()
                                .filter(it -> it.product().equals(product))
                                .toList()))
                .toList();
        var revenue = lines.stream().map(ProductIncome::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        var spent = pricing.costs(who.id()).stream()
                .filter(it -> !it.day().isBefore(from) && !it.day().isAfter(until))
                .toList();
        var costs = Recomputation.costs(spent).subtract(Recomputation.subsidy(spent));
        return new Income(
                who,
                from,
                until,
                lines,
                PermittedRevenue.money(revenue),
                PermittedRevenue.money(costs),
                PermittedRevenue.money(revenue.subtract(costs)));
    }

    private ProductIncome line(UUID product, List<UseStore.Metered> uses) {
        var all = uses.stream().mapToLong(UseStore.Metered::uses).sum();
        var billable = uses.stream().mapToLong(UseStore.Metered::billable).sum();
        return new ProductIncome(
                product,
                products.find(product).map(Products.KnownProduct::name).orElse(""),
                all,
                all - billable,
                PermittedRevenue.money(
                        uses.stream().map(UseStore.Metered::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
