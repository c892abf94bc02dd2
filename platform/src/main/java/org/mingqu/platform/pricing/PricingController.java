package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.products.ProductKind;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.products.UsePurpose;
import org.mingqu.platform.rules.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/pricing` and `/api/product-catalogue`: costs, caps, prices, bills, income; what is filed and what it costs.
@RestController
@RequestMapping("/api")
class PricingController {

    private final Costs costs;
    private final Periods periods;
    private final Prices prices;
    private final Bills bills;
    private final PricingStore store;
    private final Products products;
    private final Parties parties;
    private final Clock clock;

    PricingController(
            Costs costs,
            Periods periods,
            Prices prices,
            Bills bills,
            PricingStore store,
            Products products,
            Parties parties,
            Clock clock) {
        this.costs = costs;
        this.periods = periods;
        this.prices = prices;
        this.bills = bills;
        this.store = store;
        this.products = products;
        this.parties = parties;
        this.clock = clock;
    }

    /// What anybody may see: the filed products and their prices, shown as the law asks.
    @GetMapping("/product-catalogue")
    List<OfferView> offers() {
        var today = LocalDate.now(clock);
        return products.filed().stream()
                .map(it -> OfferView.of(it, prices.on(it.id(), today).orElse(null)))
                .toList();
    }

    @GetMapping("/pricing/costs")
    List<CostEntry> costs(Actor actor) {
        return costs.visibleTo(actor);
    }

    @PostMapping("/pricing/costs")
    @ResponseStatus(HttpStatus.CREATED)
    CostEntry enter(@RequestBody Costs.CostRequest request, Actor actor) {
        return costs.enter(request, actor);
    }

    @PostMapping("/pricing/costs/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    CostEntry reverse(@PathVariable UUID id, Actor actor) {
        return costs.reverse(id, actor);
    }

    @GetMapping("/pricing/periods")
    List<PeriodView> periods(Actor actor) {
        mayRead(actor);
        return store.periods().stream().map(it -> view(it, null)).toList();
    }

    /// The operators for whom a period can be set.
    @GetMapping("/pricing/operators")
    List<Party> operators(Actor actor) {
        actor.must(Role.AUTHORITY);
        return parties.withRole(Role.OPERATOR).stream()
                .map(it -> new Party(it.id(), it.name(), Role.OPERATOR.name()))
                .toList();
    }

    @PostMapping("/pricing/periods")
    @ResponseStatus(HttpStatus.CREATED)
    PeriodView period(@RequestBody Periods.PeriodRequest request, Actor actor) {
        return view(periods.set(request, actor), null);
    }

    @PostMapping("/pricing/periods/{id}/caps")
    @ResponseStatus(HttpStatus.CREATED)
    Cap cap(@PathVariable UUID id, @RequestBody Prices.CapRequest request, Actor actor) {
        return prices.cap(id, request, actor);
    }

    /// The price sheets of a product, latest first, and all terms that the latest came from, computed again.
    @GetMapping("/pricing/products/{id}")
    PricingView product(@PathVariable UUID id, Actor actor) {
        mayRead(actor);
        if (!products.isVisibleTo(id, actor)) {
            throw new Refusal.NotFound("product");
        }
        var sheets = store.sheets(id);
        var today = LocalDate.now(clock);
        var cap = prices.capOn(id, today);
        var period = store.periods().stream()
                .filter(it -> sheets.isEmpty()
                        ? it.has(today)
                        : it.id().equals(sheets.getFirst().period()))
                .findFirst();
        return new PricingView(
                cap.map(Cap::amount).orElse(null),
                sheets,
                period.map(it -> view(it, sheets.isEmpty() ? null : sheets.getFirst()))
                        .orElse(null));
    }

    @PostMapping("/pricing/products/{id}/sheets")
    @ResponseStatus(HttpStatus.CREATED)
    PriceSheet price(@PathVariable UUID id, @RequestBody Prices.SheetRequest request, Actor actor) {
        return prices.price(id, request, actor);
    }

    /// What was metered of the own products.
    @GetMapping("/pricing/uses")
    List<UseView> uses(Actor actor) {
        actor.must(Role.OPERATOR, Role.PARTNER);
        return bills.metered(actor).stream()
                .map(it -> new UseView(
                        it.product(),
                        products.find(it.product())
                                .map(Products.KnownProduct::name)
                                .orElse(""),
                        it.customer(),
                        it.customerName(),
                        it.month(),
                        it.uses(),
                        it.billable(),
                        it.amount()))
                .toList();
    }

    @GetMapping("/pricing/bills")
    List<BillView> bills(Actor actor) {
        mayRead(actor);
        return bills.visibleTo(actor).stream()
                .map(it -> new BillView(it, bills.adds(it)))
                .toList();
    }

    @PostMapping("/pricing/bills")
    @ResponseStatus(HttpStatus.CREATED)
    BillView bill(@RequestBody Bills.BillRequest request, Actor actor) {
        var bill = bills.issue(request, actor);
        return new BillView(bill, bills.adds(bill));
    }

    /// Statements of income of a period (art. 36).
    @GetMapping("/pricing/income")
    List<Bills.Income> income(@RequestParam LocalDate from, @RequestParam LocalDate until, Actor actor) {
        mayRead(actor);
        return bills.income(from, until, actor);
    }

    private static void mayRead(Actor actor) {
        actor.must(Role.OPERATOR, Role.PARTNER, Role.AUTHORITY, Role.MARKET_REGULATOR, Role.AUDIT_ADMIN);
    }

    private PeriodView view(Period it, @Nullable PriceSheet sheet) {
        return new PeriodView(
                it.id(),
                it.from(),
                it.until(),
                it.operatorName(),
                Recomputation.of(
                        it,
                        store.costs(it.operator(), it.ledgerAfter(), it.ledgerUntil()),
                        store.caps(it.id()),
                        sheet));
    }

    /// A period with all its terms, computed again from the ledger now.
    record PeriodView(UUID id, LocalDate from, LocalDate until, String operatorName, Recomputation computed) {}

    /// @param cap that holds today; null without one
    /// @param period of the latest sheet, or of today; null without one
    record PricingView(
            @Nullable BigDecimal cap,
            List<PriceSheet> sheets,
            @Nullable PeriodView period) {}

    record UseView(
            UUID product,
            String productName,
            UUID customer,
            String customerName,
            LocalDate month,
            long uses,
            long billable,
            BigDecimal amount) {}

    /// @param adds whether it is the sum of its uses, computed again
    record BillView(Bill bill, boolean adds) {}

    /// A filed product as anybody sees it.
    ///
    /// @param unit what one use costs today, in yuan; null while no price is set
    record OfferView(
            UUID id,
            String name,
            ProductKind kind,
            UsePurpose purpose,
            String owner,
            String scenario,
            String audience,
            String wayOfUse,
            @Nullable String filingNo,
            @Nullable BigDecimal unit,
            @Nullable BigDecimal cap,
            int freeCalls,
            @Nullable LocalDate priceFrom) {

        static OfferView of(Products.KnownProduct it, @Nullable PriceSheet sheet) {
            return new OfferView(
                    it.id(),
                    it.name(),
                    it.kind(),
                    it.purpose(),
                    it.owner().name(),
                    it.scenario(),
                    it.audience(),
                    it.wayOfUse(),
                    it.filingNo(),
                    sheet == null ? null : sheet.unit(),
                    sheet == null ? null : sheet.cap(),
                    sheet == null ? 0 : sheet.freeCalls(),
                    sheet == null ? null : sheet.from());
        }
    }
}
