package org.mingqu.platform.products;

import java.util.UUID;

/// A product was withdrawn by its maker, or its filing revoked by the authority (art. 22). Published in the transaction
/// in which that is entered.
///
/// @param revoked whether it was the authority
public record ProductEnded(UUID product, boolean revoked, String reason) {}
