package org.mingqu.enclave;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.SignedWarrant;

/// Where the platform's warrants arrive: HTTPS that demands the platform's certificate before the first byte.
final class OrdersListener implements AutoCloseable {

    private static final int LONGEST = 8 << 20;

    private final HttpsServer server;
    private final Domain domain;

    OrdersListener(InetSocketAddress address, SSLContext tls, Domain domain) throws IOException {
        this.domain = domain;
        this.server = HttpsServer.create(address, 64);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var required = tls.getDefaultSSLParameters();
                required.setNeedClientAuth(true);
                required.setProtocols(new String[] {"TLSv1.3"});
                parameters.setSSLParameters(required);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Exchange.handler(this::answer));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/orders")
                || !exchange.getRequestMethod().equals("POST")) {
            throw EnclaveRefused.of("not-found", "");
        }
        var signed = Exchange.read(Exchange.body(exchange, LONGEST), SignedWarrant.class);
        Exchange.json(exchange, 200, domain.obey(signed));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
