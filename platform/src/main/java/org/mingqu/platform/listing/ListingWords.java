package org.mingqu.platform.listing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.filings.FilingLapsed;
import org.mingqu.platform.listing.Listing.ListingStep;
import org.mingqu.platform.outside.Answered;
import org.mingqu.platform.outside.Counterpart;
import org.mingqu.platform.outside.Heard;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.products.ProductEnded;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.workspace.WorkspaceEnded;
import org.mingqu.platform.workspace.WorkspaceSuspended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What happens to listings without their owner: what the exchange says, and the withdrawal of what may not be offered
/// any more. All of it in the transaction in which it is told.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ListingWords {

    private final ListingStore store;
    private final Listings listings;
    private final Products products;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    ListingWords(
            ListingStore store, Listings listings, Products products, CaseFiles cases, Evidence evidence, Clock clock) {
        this.store = store;
        this.listings = listings;
        this.products = products;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// The exchange has taken the package. Whoever withdrew meanwhile stays withdrawn.
    @EventListener
    void on(Answered it) {
        if (it.from() == Counterpart.EXCHANGE && it.kind().equals("LISTING")) {
            store.hold(it.subject())
                    .filter(listing -> listing.stage() == Listing.ListingStage.SENT)
                    .ifPresent(listing -> take(
                            listing,
                            ListingStep.ACKNOWLEDGE,
                            null,
                            it.answer().path("number").asString("")));
        }
    }

    @EventListener
    void on(Heard it) {
        if (it.from() != Counterpart.EXCHANGE) {
            return;
        }
        var listing = store.hold(it.subject()).orElseThrow(Listings::noSuch);
        var reason = it.body().path("reason").asString("");
        switch (it.kind()) {
            case "LISTED" ->
                take(listing, ListingStep.LIST, null, it.body().path("number").asString(""));
            case "REFUSED" -> take(listing, ListingStep.DECLINE, reason, "");
            case "SUSPENDED" -> take(listing, ListingStep.HOLD, reason, "");
            case "RESUMED" -> take(listing, ListingStep.RELIST, null, "");
            case "TRADE" -> trade(listing, it);
            default -> throw new Refusal.Invalid(Map.of("kind", "outside-kind"));
        }
    }

    /// A trade is kept, whether or not it is listed still: it can be told late.
    private void trade(Listing it, Heard told) {
        var trade = told.body().path("trade").asString("");
        var buyer = told.body().path("buyer").asString("");
        if (trade.isBlank() || buyer.isBlank()) {
            throw new Refusal.Invalid(Map.of("body", "outside-form"));
        }
        if (store.knows(it.id(), trade)) {
            return;
        }
        var amount = amount(told.body().path("amount").asString(""));
        var day = day(told.body().path("day").asString(""));
        var platform = platform(it);
        var entry = evidence.enter(
                platform,
                "23",
                "listing-traded",
                it.caseId(),
                Map.of("listing", it.id(), "trade", trade, "buyer", buyer, "amount", amount.toPlainString()));
        store.add(it.id(), new ListingStore.Trade(trade, buyer, amount, day, clock.instant(), entry));
        cases.notice(it.caseId(), "TRADE", "23", entry, platform);
    }

    private static BigDecimal amount(String text) {
        try {
            var amount = new BigDecimal(text).setScale(2, java.math.RoundingMode.UNNECESSARY);
            if (amount.signum() >= 0) {
                return amount;
            }
        } catch (ArithmeticException | NumberFormatException _) {
            // It is none, as what follows says.
        }
        throw new Refusal.Invalid(Map.of("amount", "money-form"));
    }

    private LocalDate day(String text) {
        try {
            return text.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new Refusal.Invalid(Map.of("day", "outside-form"));
        }
    }

    @EventListener
    void on(ProductEnded it) {
        delist(it.product(), "product-ended");
    }

    @EventListener
    void on(FilingLapsed it) {
        delist(it.product(), it.reason());
    }

    @EventListener
    void on(WorkspaceSuspended it) {
        products.releasedFrom(it.workspace()).forEach(product -> delist(product.id(), "use-suspended"));
    }

    @EventListener
    void on(WorkspaceEnded it) {
        products.releasedFrom(it.workspace()).forEach(product -> delist(product.id(), "use-ended"));
    }

    private void delist(UUID product, String reason) {
        store.live(product).ifPresent(it -> {
            take(it, ListingStep.DELIST, reason, "");
            if (it.isSent()) {
                listings.withdraw(it, reason);
            }
        });
    }

    /// @param given what the exchange calls it; empty if it has not said
    private void take(Listing before, ListingStep step, @Nullable String reason, String given) {
        var line = ListingProcedure.word(before.stage(), step);
        var after = given.isEmpty() ? before.in(line.to(), reason) : before.known(line.to(), given);
        store.update(after);
        var platform = platform(before);
        var entry = evidence.enter(
                platform,
                line.article(),
                "listing-told",
                before.caseId(),
                Map.of(
                        "listing",
                        before.id(),
                        "step",
                        step.name(),
                        "stage",
                        line.to().name(),
                        "reason",
                        reason == null ? "" : reason));
        cases.lapse(before.caseId(), line, entry, platform);
        if (ListingProcedure.RULES.ends(line.to())) {
            cases.close(before.caseId());
        }
    }

    private static Actor platform(Listing it) {
        return Actor.platform(
                it.owner().id(), it.owner().name(), Role.valueOf(it.owner().kind()));
    }
}
