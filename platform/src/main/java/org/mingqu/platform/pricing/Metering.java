package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mingqu.platform.products.ProductCalled;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Meters each use in its own transaction, with the price that holds then. A use that would be charged without a price
/// in force, or above its cap, is refused (art. 24).
@Component
class Metering {

    private final Prices prices;
    private final UseStore uses;
    private final Clock clock;

    Metering(Prices prices, UseStore uses, Clock clock) {
        this.prices = prices;
        this.uses = uses;
        this.clock = clock;
    }

    @EventListener
    void on(ProductCalled it) {
        var day = it.at().atZone(clock.getZone()).toLocalDate();
        if (!it.purpose().mayBeCharged()) {
            uses.meter(it, day, false, BigDecimal.ZERO, null);
            return;
        }
        var sheet =
                prices.on(it.product(), day).orElseThrow(() -> new Refusal.NotOpen("price-missing", "24", List.of()));
        if (isAboveCap(it, sheet, day)) {
            throw new Refusal.NotOpen(
                    "price-above-cap",
                    "24",
                    List.of(),
                    Map.of("cap", sheet.cap().stripTrailingZeros().toPlainString()));
        }
        var month = day.withDayOfMonth(1);
        var counts = it.hit() || !sheet.hitOnly();
        var free = uses.counted(it.product(), it.customer().id(), month, sheet.hitOnly()) < sheet.freeCalls();
        var billable = counts && !free;
        uses.meter(it, day, billable, billable ? sheet.unit() : BigDecimal.ZERO, sheet.id());
    }

    /// A cap may have been lowered since the price was set.
    private boolean isAboveCap(ProductCalled it, PriceSheet sheet, LocalDate day) {
        return prices.capOn(it.product(), day)
                .filter(cap -> sheet.unit().compareTo(cap.amount()) <= 0)
                .isEmpty();
    }
}
