package org.mingqu.ledger;

import java.util.Locale;

/// A log cannot be gone on with, as it is not what its last checkpoint says. The [Verifier] says more.
public final class LogDamaged extends RuntimeException {

    private final transient Fault fault;

    LogDamaged(Fault fault) {
        super(FaultText.of(fault, Locale.ENGLISH));
        this.fault = fault;
    }

    /// What is wrong, as data.
    public Fault fault() {
        return fault;
    }
}
