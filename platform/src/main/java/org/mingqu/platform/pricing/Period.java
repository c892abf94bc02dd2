package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/// A period for which caps are set.
///
/// @param until its last day
/// @param yieldBp of the ten-year treasury bond, in basis points
/// @param marginBp above it
/// @param carryOver what was taken in above the last period's most
/// @param costs for industry use, as the ledger had them when the period was set
/// @param subsidy as the ledger had it
/// @param ledgerAfter the first entry that counts is the one after this place: each counts in one period only
/// @param ledgerUntil the place of the last entry that counts
record Period(
        UUID id,
        LocalDate from,
        LocalDate until,
        int yieldBp,
        int marginBp,
        BigDecimal tax,
        BigDecimal carryOver,
        BigDecimal costs,
        BigDecimal subsidy,
        long ledgerAfter,
        long ledgerUntil,
        UUID operator,
        String operatorName) {

    PermittedRevenue permitted() {
        return new PermittedRevenue(costs, subsidy, yieldBp, marginBp, tax, carryOver);
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
