package org.mingqu.platform.agreements;

import java.util.UUID;

/// The term of an agreement has ended. Published in the transaction in which it is entered.
public record AgreementExpired(UUID agreementId) {}
