package org.mingqu.platform.filings;

import java.util.UUID;

/// The filing of a product does not hold any more: its last day is over, or it was cancelled. Published in the
/// transaction in which that is entered.
///
/// @param reason stable code: `filing-expired` or `filing-cancelled`
public record FilingLapsed(UUID product, String reason) {}
