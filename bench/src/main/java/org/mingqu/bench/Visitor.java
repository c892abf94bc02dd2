package org.mingqu.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who uses the platform's public interface, signed in with a demonstration account by the same real path as
/// everybody.
final class Visitor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private Visitor(URI address) {
        this.address = address;
    }

    /// Signs in.
    ///
    /// @param username of a demonstration account
    static Visitor signedIn(URI address, String username) throws IOException, InterruptedException {
        var visitor = new Visitor(address);
        visitor.get("/api/session");
        var path = "/api/demonstration/accounts/%s/credentials".formatted(username);
        var credentials = visitor.post(path, JSON.createObjectNode());
        var form = JSON.createObjectNode()
                .put("username", username)
                .put("password", credentials.required("password").asString());
        if (credentials.path("code").isString()) {
            form.put("code", credentials.required("code").asString());
        }
        visitor.post("/api/session", form);
        return visitor;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /// How long the answer takes to arrive in full, in milliseconds.
    double time(String path) throws IOException, InterruptedException {
        var request = request(path).GET().build();
        var begun = System.nanoTime();
        var status = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        var took = Samples.millisSince(begun);
        if (status != 200) {
            throw new IOException("%s answered %d".formatted(path, status));
        }
        return took;
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    "%s answered %d: %s".formatted(request.uri().getPath(), response.statusCode(), response.body()));
        }
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        http.close();
    }
}
