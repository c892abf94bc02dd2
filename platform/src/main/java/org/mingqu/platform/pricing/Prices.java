package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Caps, which the authority sets, and prices, which the maker of a product sets below them (art. 24; 发改价格〔2025〕65号). A
/// price above its cap is never taken in.
@Service
@Transactional
class Prices {

    private static final int LONGEST = 1_000;
    private static final int UNIT_SCALE = 6;
    private static final Pattern SM3 = Pattern.compile("[0-9a-f]{64}");
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private final PricingStore store;
    private final Products products;
    private final Evidence evidence;
    private final Clock clock;

    Prices(PricingStore store, Products products, Evidence evidence, Clock clock) {
        this.store = store;
        this.products = products;
        this.evidence = evidence;
        this.clock = clock;
    }

    record CapRequest(UUID product, BigDecimal amount, long volume) {}

    /// A price to set.
    ///
    /// @param valuationSm3 of the valuer's report, lower-case hex
    record SheetRequest(
            BigDecimal unit,
            boolean hitOnly,
            int freeCalls,
            LocalDate from,
            String basis,
            @Nullable String valuer,
            @Nullable BigDecimal valuation,
            @Nullable String valuationSm3) {}

    /// Caps a product. All caps at their volumes stay within what the period permits.
    Cap cap(UUID id, CapRequest it, Actor actor) {
        actor.must(Role.AUTHORITY);
        var period = store.hold(id).orElseThrow(() -> new Refusal.NotFound("period"));
        var product = checked(it);
        var cap = new Cap(
                id,
                it.product(),
                product.name(),
                it.amount(),
                it.volume(),
                evidence.enter(
                        actor,
                        "24",
                        "price-capped",
                        null,
                        Map.of(
                                "period",
                                id,
                                "product",
                                it.product(),
                                "cap",
                                it.amount().toPlainString(),
                                "volume",
                                it.volume())));
        var all = store.caps(id).stream()
                .filter(other -> !other.product().equals(it.product()))
                .map(Cap::revenue)
                .reduce(cap.revenue(), BigDecimal::add);
        var left = period.permitted().left();
        if (all.compareTo(left) > 0) {
            throw new Refusal.NotOpen(
                    "caps-above-permitted",
                    "24",
                    List.of(),
                    Map.of("sum", all.toPlainString(), "left", left.toPlainString()));
        }
        store.put(cap);
        return cap;
    }

    private Products.KnownProduct checked(CapRequest it) {
        var product = products.find(it.product()).filter(Products.KnownProduct::filed);
        var wrong = new LinkedHashMap<String, String>();
        if (product.isEmpty()) {
            wrong.put("product", "no-such-product");
        }
        if (isNoPrice(it.amount())) {
            wrong.put("amount", "money-form");
        }
        if (it.volume() <= 0 || it.volume() > MOST.longValue()) {
            wrong.put("volume", "number-form");
        }
        refuse(wrong);
        return product.orElseThrow();
    }

    /// Sets the price of a product from a day on.
    PriceSheet price(UUID product, SheetRequest it, Actor actor) {
        actor.must(Role.OPERATOR, Role.PARTNER);
        var cap = allowing(product, it, actor);
        var sheets = store.sheets(product);
        var version = sheets.isEmpty() ? 1 : sheets.getFirst().version() + 1;
        var entry = evidence.enter(
                actor,
                "24",
                "price-set",
                null,
                Map.of(
                        "product",
                        product,
                        "version",
                        version,
                        "unit",
                        it.unit().toPlainString(),
                        "cap",
                        cap.amount().toPlainString(),
                        "from",
                        it.from().toString(),
                        "valuationSm3",
                        it.valuationSm3() == null ? "" : it.valuationSm3()));
        var sheet = new PriceSheet(
                UUID.randomUUID(),
                product,
                version,
                cap.period(),
                it.unit(),
                cap.amount(),
                it.hitOnly(),
                it.freeCalls(),
                it.from(),
                it.basis().strip(),
                it.valuer(),
                it.valuation(),
                it.valuationSm3(),
                entry);
        store.add(sheet);
        return sheet;
    }

    /// The cap that allows a price.
    private Cap allowing(UUID product, SheetRequest it, Actor actor) {
        var known = products.find(product)
                .filter(found -> products.isVisibleTo(product, actor))
                .orElseThrow(() -> new Refusal.NotFound("product"));
        if (!known.owner().id().equals(actor.organisation())) {
            throw new Refusal.NotYours("price-not-yours", "24");
        }
        if (!known.filed()) {
            throw new Refusal.NotOpen("price-not-filed", "24", List.of());
        }
        check(it);
        if (!known.purpose().mayBeCharged() && it.unit().signum() > 0) {
            throw new Refusal.NotOpen("price-free-use", "24", List.of());
        }
        var cap = capOn(product, it.from()).orElseThrow(() -> new Refusal.NotOpen("price-no-cap", "24", List.of()));
        if (it.unit().compareTo(cap.amount()) > 0) {
            throw new Refusal.NotOpen(
                    "price-above-cap",
                    "24",
                    List.of(),
                    Map.of("cap", cap.amount().stripTrailingZeros().toPlainString()));
        }
        return cap;
    }

    private void check(SheetRequest it) {
        var wrong = new LinkedHashMap<String, String>();
        if (isNoPrice(it.unit())) {
            wrong.put("unit", "money-form");
        }
        if (it.freeCalls() < 0 || it.freeCalls() > MOST.intValue()) {
            wrong.put("freeCalls", "number-form");
        }
        if (it.from().isBefore(LocalDate.now(clock))) {
            wrong.put("from", "day-past");
        }
        if (it.basis().isBlank() || it.basis().length() > LONGEST) {
            wrong.put("basis", it.basis().isBlank() ? "field-empty" : "field-too-long");
        }
        if (it.valuer() != null && (it.valuer().isBlank() || it.valuer().length() > LONGEST)) {
            wrong.put("valuer", "field-too-long");
        }
        if (it.valuationSm3() != null && !SM3.matcher(it.valuationSm3()).matches()) {
            wrong.put("valuationSm3", "sm3-form");
        }
        refuse(wrong);
    }

    private static boolean isNoPrice(BigDecimal it) {
        return it.signum() < 0 || it.compareTo(MOST) >= 0 || it.scale() > UNIT_SCALE;
    }

    /// The cap of a product that holds on a day.
    @Transactional(readOnly = true)
    Optional<Cap> capOn(UUID product, LocalDate day) {
        return store.periods().stream()
                .filter(it -> it.has(day))
                .flatMap(it -> store.caps(it.id()).stream())
                .filter(it -> it.product().equals(product))
                .findFirst();
    }

    /// The price of a product that holds on a day.
    @Transactional(readOnly = true)
    Optional<PriceSheet> on(UUID product, LocalDate day) {
        return store.sheets(product).stream()
                .filter(it -> !it.from().isAfter(day))
                .findFirst();
    }

    private static void refuse(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }
}
