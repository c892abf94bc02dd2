package org.mingqu.platform.procedures;

import java.util.UUID;

/// A case has ended; told in the transaction that ends it.
public record CaseEnded(UUID caseId) {}
