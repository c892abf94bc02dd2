package org.mingqu.enclave;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.mingqu.enclave.intake.Pull;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.Warrant;

/// Where source departments come in, with their browsers and tools: only with a ticket, and only for what it
/// says.
///
/// - `PUT /intake/{ticket}` takes a file; `202` with the load's status when it has arrived.
/// - `POST /intake/{ticket}` takes `{"url", "user", "password", "table"}` and pulls the table.
/// - `PUT /suspects/{ticket}` takes a suspected leak and looks whose copy it is; `202` when that is known.
/// - `GET /rejects/{ticket}` gives the rejects file, `?lang=en` for English.
/// - `GET /copies/{ticket}` gives one subject's own rows.
final class Door implements AutoCloseable {

    private static final int LONGEST_JSON = 64 << 10;
    private static final int DRAIN = 64 << 20;

    private final HttpServer server;
    private final Domain domain;
    private final Set<String> origins;

    Door(InetSocketAddress address, Domain domain, Set<String> origins) throws IOException {
        this.domain = domain;
        this.origins = origins;
        this.server = HttpServer.create(address, 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Exchange.handler(this::answer));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        allowOrigin(exchange);
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (method.equals("OPTIONS")) {
            Exchange.bytes(exchange, 204, new byte[0]);
        } else if (path.startsWith("/intake/") && method.equals("PUT")) {
            receive(exchange, path.substring("/intake/".length()));
        } else if (path.startsWith("/intake/") && method.equals("POST")) {
            pull(exchange, path.substring("/intake/".length()));
        } else if (path.startsWith("/suspects/") && method.equals("PUT")) {
            leaked(exchange, path.substring("/suspects/".length()));
        } else if (path.startsWith("/rejects/") && method.equals("GET")) {
            rejects(exchange, path.substring("/rejects/".length()));
        } else if (path.startsWith("/copies/") && method.equals("GET")) {
            copy(exchange, path.substring("/copies/".length()));
        } else {
            throw EnclaveRefused.of("not-found", "");
        }
    }

    /// Pages of other origins are refused, not merely left unread: they could not read the answer, but would
    /// have sent.
    private void allowOrigin(HttpExchange exchange) {
        var from = exchange.getRequestHeaders().getFirst("Origin");
        if (from == null) {
            return;
        }
        if (!origins.contains(from)) {
            throw EnclaveRefused.of("door-origin", "");
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", from);
        headers.set("Access-Control-Allow-Methods", "PUT, POST, GET");
        headers.set("Access-Control-Allow-Headers", "Content-Type");
        headers.set("Access-Control-Max-Age", "600");
        headers.set("Vary", "Origin");
    }

    private void receive(HttpExchange exchange, String ticket) throws IOException {
        var warrant = domain.ticket(ticket, List.of(Order.ReceiveFile.class));
        var announced = exchange.getRequestHeaders().getFirst("Content-Length");
        var expected = announced == null ? -1 : Long.parseLong(announced);
        try {
            var status = domain.entered(
                    warrant,
                    () -> domain.receive((Order.ReceiveFile) warrant.order(), exchange.getRequestBody(), expected));
            Exchange.json(exchange, 202, status);
        } catch (EnclaveRefused e) {
            drain(exchange);
            throw e;
        }
    }

    /// What was found is read by the platform, which enters it before anybody sees it.
    private void leaked(HttpExchange exchange, String ticket) throws IOException {
        var warrant = domain.ticket(ticket, List.of(Order.TraceLeak.class));
        try {
            var trace = domain.entered(
                    warrant, () -> domain.leaks().trace((Order.TraceLeak) warrant.order(), exchange.getRequestBody()));
            Exchange.json(exchange, 202, Map.of("leak", trace.leak(), "state", trace.state()));
        } catch (EnclaveRefused e) {
            drain(exchange);
            throw e;
        }
    }

    /// Reads on a while, as a browser that is still sending would not see the refusal.
    private static void drain(HttpExchange exchange) {
        try {
            exchange.getRequestBody().skip(DRAIN);
        } catch (IOException e) {
            return; // it has hung up, and needs no answer
        }
    }

    private void pull(HttpExchange exchange, String ticket) throws IOException {
        var source = pullOf(Exchange.body(exchange, LONGEST_JSON));
        var warrant = domain.ticket(ticket, List.of(Order.PullTable.class));
        Answer.LoadStatus status =
                domain.entered(warrant, () -> domain.intake().pull((Order.PullTable) warrant.order(), source));
        Exchange.json(exchange, 202, status);
    }

    private static Pull pullOf(byte[] body) {
        var asked = Exchange.read(body, Asked.class);
        return new Pull(asked.url(), asked.user(), asked.password(), asked.table());
    }

    record Asked(String url, String user, String password, String table) {

        @Override
        public String toString() {
            return "Asked[" + table + "]";
        }
    }

    private void rejects(HttpExchange exchange, String ticket) throws IOException {
        Warrant warrant = domain.ticket(ticket, List.of(Order.FetchRejects.class));
        var english = "lang=en".equals(exchange.getRequestURI().getQuery());
        var load = ((Order.FetchRejects) warrant.order()).load();
        var file = domain.entered(warrant, () -> domain.intake().rejects(load, english ? "en" : "zh"));
        csv(exchange, "rejects.csv", file);
    }

    private void copy(HttpExchange exchange, String ticket) throws IOException {
        var warrant = domain.ticket(ticket, List.of(Order.FetchSubjectRows.class));
        var order = (Order.FetchSubjectRows) warrant.order();
        csv(
                exchange,
                "copy.csv",
                domain.entered(warrant, () -> domain.subjects().copy(order)));
    }

    private static void csv(HttpExchange exchange, String name, byte[] file) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/csv; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"" + name + "\"");
        Exchange.bytes(exchange, 200, file);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
