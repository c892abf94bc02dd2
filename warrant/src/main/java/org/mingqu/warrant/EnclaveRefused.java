package org.mingqu.warrant;

/// The enclave refused: theirs to mend, and the reason may be shown.
public final class EnclaveRefused extends RuntimeException {

    private final transient EnclaveRefusal refusal;

    public EnclaveRefused(EnclaveRefusal refusal) {
        super(refusal.type() + " " + refusal.parameters());
        this.refusal = refusal;
    }

    /// A refusal to be thrown.
    ///
    /// @param parameters names and values in turn
    public static EnclaveRefused of(String type, String article, String... parameters) {
        return new EnclaveRefused(EnclaveRefusal.of(type, article, parameters));
    }

    public EnclaveRefusal refusal() {
        return refusal;
    }
}
