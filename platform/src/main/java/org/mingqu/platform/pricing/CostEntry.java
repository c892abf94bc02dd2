package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the ledger of costs. None is changed or deleted: a wrong one is taken back by its reversal.
///
/// @param amount in yuan, above zero; of a subsidy too
/// @param industryShareBp how much of it is for industry use, in basis points: what serves governance and welfare is no
///     permitted cost
/// @param proof what shows it: number of the invoice, contract or decision
/// @param reverses the entry that this one takes back; null for none
/// @param evidence its entry in the log
record CostEntry(
        UUID id,
        UUID operator,
        LocalDate day,
        Line line,
        BigDecimal amount,
        int industryShareBp,
        String proof,
        @Nullable UUID reverses,
        String personName,
        UUID evidence) {

    /// What money is spent on (65号), and the subsidy that is taken off.
    enum Line {
        PLATFORM,
        OPERATION,
        COMPUTE,
        DATA,
        SECURITY,
        LABOUR,
        THIRD_PARTY,
        OTHER,
        SUBSIDY
    }

    /// What counts of it for industry use, below zero for a reversal.
    BigDecimal counted() {
        var counted = PermittedRevenue.money(
                amount.multiply(BigDecimal.valueOf(industryShareBp)).divide(BigDecimal.valueOf(10_000)));
        return reverses == null ? counted : counted.negate();
    }
}
