package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.util.UUID;

/// The most that one use of a product may cost in a period.
///
/// @param volume uses that are expected in the period
record Cap(UUID period, UUID product, String productName, BigDecimal amount, long volume, UUID evidence) {

    /// What it would bring in.
    BigDecimal revenue() {
        return PermittedRevenue.money(amount.multiply(BigDecimal.valueOf(volume)));
    }
}
