package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a product costs from a day on.
///
/// @param unit one price: six decimals
/// @param cap that held when it was set
/// @param hitOnly whether a call without rows is free
/// @param freeCalls of a customer in a month
/// @param valuer third party who has valued it; null for none
/// @param valuationSm3 of the valuation report; null for none
record PriceSheet(
        UUID id,
        UUID product,
        int version,
        UUID period,
        BigDecimal unit,
        BigDecimal cap,
        boolean hitOnly,
        int freeCalls,
        LocalDate from,
        String basis,
        @Nullable String valuer,
        @Nullable BigDecimal valuation,
        @Nullable String valuationSm3,
        UUID evidence) {}
