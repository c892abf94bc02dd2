package org.mingqu.warrant;

/// The enclave could not be reached or died while it worked: try again with a new warrant.
///
/// What was ordered may or may not have been done; all orders may be given again safely.
public final class EnclaveUnavailable extends RuntimeException {

    public EnclaveUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public EnclaveUnavailable(String message) {
        super(message);
    }
}
