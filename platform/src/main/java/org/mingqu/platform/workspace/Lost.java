package org.mingqu.platform.workspace;

import org.mingqu.warrant.EnclaveRefusal;

/// The refusal on record for a query that was in flight when the enclave went away.
final class Lost {

    static final EnclaveRefusal REFUSAL = EnclaveRefusal.of("run-lost", "");

    private Lost() {}
}
