package org.mingqu.platform.products;

import java.util.UUID;

/// A product was filed (art. 22). Published in the transaction in which that is entered.
///
/// @param evidence the entry of the filing
public record ProductFiled(UUID product, UUID evidence) {}
