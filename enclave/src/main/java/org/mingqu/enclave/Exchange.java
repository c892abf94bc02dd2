package org.mingqu.enclave;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.mingqu.enclave.intake.Fault;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.WarrantJson;

/// How both listeners answer: JSON, and a refusal for all that goes wrong.
final class Exchange {

    private Exchange() {}

    /// Answers one request.
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    /// A handler that turns refusals into answers, and faults into a number.
    static HttpHandler handler(Answering answering) {
        return exchange -> {
            try (exchange) {
                try {
                    answering.answer(exchange);
                } catch (EnclaveRefused e) {
                    json(exchange, status(e.refusal()), e.refusal());
                } catch (IOException | RuntimeException | Error e) {
                    // The outer boundary of the process: nothing of what went wrong may leave in its own words.
                    json(exchange, 500, Fault.of(e));
                }
            }
        };
    }

    private static int status(EnclaveRefusal refusal) {
        return switch (refusal.type()) {
            case "warrant-invalid", "warrant-expired", "warrant-used", "warrant-not-yet-valid" -> 401;
            case "not-found",
                    "load-unknown",
                    "workspace-unknown",
                    "run-unknown",
                    "version-unknown",
                    "subject-not-known" -> 404;
            case "door-origin", "workspace-suspended", "workspace-destroyed" -> 403;
            case "file-too-large" -> 413;
            case "busy" -> 429;
            case "enclave-failed" -> 500;
            default -> 422;
        };
    }

    static void json(HttpExchange exchange, int status, Object body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        bytes(exchange, status, WarrantJson.canonical(body));
    }

    static void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /// The body, if it is not too long.
    static byte[] body(HttpExchange exchange, int limit) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw EnclaveRefused.of("order-invalid", "", "reason", "length");
        }
        return bytes;
    }

    /// Reads JSON of a record.
    static <T> T read(byte[] body, Class<T> type) {
        try {
            return WarrantJson.read(body, type);
        } catch (IllegalArgumentException e) {
            throw EnclaveRefused.of("order-invalid", "", "reason", "json");
        }
    }
}
