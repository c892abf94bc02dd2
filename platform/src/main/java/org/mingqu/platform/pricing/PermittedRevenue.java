package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The most that an operator may take in in a period: R = C + P + T (发改价格〔2025〕65号). Money in yuan with two decimals,
/// rounded half up; nothing is ever computed in floating point.
///
/// @param costs reasonable costs of products for industry use, before the subsidy
/// @param subsidy of the government: no cost
/// @param yieldBp yield of the ten-year treasury bond, in basis points
/// @param marginBp what is added to it, in basis points
/// @param tax T
/// @param carryOver what was taken in above the last period's R
record PermittedRevenue(
        BigDecimal costs, BigDecimal subsidy, int yieldBp, int marginBp, BigDecimal tax, BigDecimal carryOver) {

    private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);

    /// C: the costs less the subsidy.
    BigDecimal cost() {
        return money(costs.subtract(subsidy));
    }

    /// P: cost × (yield + margin).
    BigDecimal profit() {
        return cost().multiply(BigDecimal.valueOf((long) yieldBp + marginBp))
                .divide(BASIS_POINTS, 2, RoundingMode.HALF_UP);
    }

    /// R, before anything is carried over.
    BigDecimal most() {
        return money(cost().add(profit()).add(tax));
    }

    /// What the caps of the period may bring in at the expected volumes.
    BigDecimal left() {
        return money(most().subtract(carryOver));
    }

    /// What the next period begins with, after this much was taken in.
    BigDecimal carriedFrom(BigDecimal revenue) {
        return money(revenue.subtract(most()).max(BigDecimal.ZERO));
    }

    static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
