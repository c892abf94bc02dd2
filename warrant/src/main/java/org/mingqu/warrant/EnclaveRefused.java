package org.mingqu.warrant;

/// The enclave refused: theirs to mend, and the reason may be shown.
public final class EnclaveRefused extends RuntimeException {

    private final transient EnclaveRefusal refusal;

    public EnclaveRefused(EnclaveRefusal refusal) {
        super(refusal.type() + " " + refusal.parameters());
        this.refusal = refusal;
    }

    public EnclaveRefusal refusal() {
        return refusal;
    }
}
