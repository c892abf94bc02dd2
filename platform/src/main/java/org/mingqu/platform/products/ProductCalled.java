package org.mingqu.platform.products;

import java.time.Instant;
import java.util.UUID;
import org.mingqu.platform.parties.Party;

/// A product was used by an approved customer for the approved scenario. Told in the transaction of the use: a
/// listener that refuses undoes it.
///
/// @param request the customer's own id of the call; the same one is told once
/// @param hit whether the answer has any rows
/// @param evidence the entry of the use
public record ProductCalled(
        UUID product,
        Party owner,
        Party customer,
        UsePurpose purpose,
        String request,
        boolean hit,
        Instant at,
        UUID evidence) {}
