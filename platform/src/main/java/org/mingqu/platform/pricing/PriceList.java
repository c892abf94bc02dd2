package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Prices for other rooms: what a product costs on a day.
@Service
@Transactional(readOnly = true)
public class PriceList {

    private final Prices prices;

    PriceList(Prices prices) {
        this.prices = prices;
    }

    /// A price that is in force.
    ///
    /// @param unit one use, in yuan
    /// @param cap that held when it was set
    /// @param evidence the entry of the price
    public record KnownPrice(
            int version,
            BigDecimal unit,
            BigDecimal cap,
            boolean hitOnly,
            int freeCalls,
            LocalDate from,
            String basis,
            UUID evidence) {}

    /// Empty if no price is in force on that day.
    public Optional<KnownPrice> on(UUID product, LocalDate day) {
        return prices.on(product, day)
                .map(it -> new KnownPrice(
                        it.version(),
                        it.unit(),
                        it.cap(),
                        it.hitOnly(),
                        it.freeCalls(),
                        it.from(),
                        it.basis(),
                        it.evidence()));
    }
}
