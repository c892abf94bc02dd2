package org.mingqu.enclave.intake;

import java.util.UUID;
import org.mingqu.warrant.EnclaveRefusal;

/// A fault of ours, said without saying what it was: an engine's message can carry values of rows.
public final class Fault {

    private static final System.Logger LOG = System.getLogger("org.mingqu.enclave");

    private Fault() {}

    /// Logs where it happened under a number, and makes the refusal that carries the number.
    public static EnclaveRefusal of(Throwable fault) {
        var trace = UUID.randomUUID().toString().substring(0, 8);
        var places = new StringBuilder();
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            places.append(' ').append(cause.getClass().getName());
            var stack = cause.getStackTrace();
            for (var i = 0; i < Math.min(12, stack.length); i++) {
                places.append("\n    at ").append(stack[i]);
            }
        }
        LOG.log(System.Logger.Level.ERROR, "fault " + trace + places);
        return EnclaveRefusal.of("enclave-failed", "", "trace", trace);
    }

    /// Something that may fail.
    public interface Act {
        void run() throws Exception;
    }

    /// Does something whose failure changes nothing for anybody; it is logged.
    public static void quietly(Act act) {
        try {
            act.run();
        } catch (Exception e) { // cleaning up must not hide what came before it
            of(e);
        }
    }
}
