package org.mingqu.platform.domain;

import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.mingqu.warrant.EnclaveClient;
import org.mingqu.warrant.Endpoint;

/// A way to one living enclave: its orders listener, and the address of its door.
record Connection(EnclaveClient client, URI door) implements AutoCloseable {

    private static final Duration LONGEST_ORDER = Duration.ofSeconds(60);

    static Connection to(URI orders, URI door, SSLContext tls) {
        return new Connection(new EnclaveClient(orders, tls, LONGEST_ORDER), door);
    }

    static Connection to(Endpoint it, SSLContext tls) {
        return to(
                URI.create("https://%s:%d".formatted(it.host(), it.orders())),
                URI.create("http://%s:%d".formatted(it.host(), it.door())),
                tls);
    }

    Connection withDoor(URI other) {
        return new Connection(client, other);
    }

    @Override
    public void close() {
        client.close();
    }
}
