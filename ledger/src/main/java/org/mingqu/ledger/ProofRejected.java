package org.mingqu.ledger;

import java.util.Locale;

/// A proof, a signature or a receipt does not hold. What it was to prove must not be relied on.
public final class ProofRejected extends RuntimeException {

    private final transient Fault fault;

    ProofRejected(Fault fault) {
        super(FaultText.of(fault, Locale.ENGLISH));
        this.fault = fault;
    }

    /// What is wrong, as data.
    public Fault fault() {
        return fault;
    }
}
