package org.mingqu.warrant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/// Carries signed warrants to the enclave and brings its answers back. Safe for use by many threads.
public final class EnclaveClient implements AutoCloseable {

    private final HttpClient http;
    private final URI orders;
    private final Duration timeout;

    /// A client of one enclave.
    ///
    /// @param base such as `https://127.0.0.1:8543`
    /// @param tls the platform's identity: see [Trust.Platform#tls()]
    /// @param timeout for one order; 30 s is usual
    public EnclaveClient(URI base, SSLContext tls, Duration timeout) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.orders = base.resolve("/orders");
        this.timeout = timeout;
    }

    /// Sends the warrant.
    ///
    /// @throws EnclaveRefused if the enclave refused
    /// @throws EnclaveUnavailable if it could not be reached, or was lost on the way: try again with a new warrant
    public Answer send(SignedWarrant warrant) {
        var request = HttpRequest.newBuilder(orders)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WarrantJson.canonical(warrant)))
                .build();
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new EnclaveUnavailable("the enclave does not answer: try again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnclaveUnavailable("interrupted while waiting for the enclave", e);
        }
    }

    /// Sends the warrant and expects an answer of one kind, the kind that the [Order] names.
    public <A extends Answer> A send(SignedWarrant warrant, Class<A> kind) {
        return kind.cast(send(warrant));
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        var status = response.statusCode();
        if (status == 200) {
            return WarrantJson.read(response.body(), Answer.class);
        }
        if (status >= 400 && status < 500) {
            throw new EnclaveRefused(WarrantJson.read(response.body(), EnclaveRefusal.class));
        }
        throw new EnclaveUnavailable("the enclave answered with status " + status);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
