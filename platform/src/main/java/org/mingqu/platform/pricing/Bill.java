package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.mingqu.platform.parties.Party;

/// What a customer owes for the use of a product: the sum of the metered uses that no earlier bill has, nothing else.
///
/// @param from day of the first use
/// @param until day of the last
/// @param amount in yuan, two decimals
record Bill(
        UUID id,
        String number,
        UUID product,
        String productName,
        Party owner,
        Party customer,
        LocalDate from,
        LocalDate until,
        long uses,
        long billable,
        BigDecimal amount,
        LocalDate issuedOn,
        UUID evidence) {}
