package org.mingqu.platform;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person at the platform's public interface in a test, signed in as everybody is; or nobody.
public final class Guest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private Guest(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
        get("/api/session");
    }

    public static Guest nobody(int port) {
        return new Guest(port);
    }

    public static Guest as(int port, String username) {
        var guest = new Guest(port);
        var given = guest.post("/api/demonstration/accounts/%s/credentials".formatted(username), "{}")
                .body();
        var form = JSON.createObjectNode().put("username", username);
        form.put("password", given.required("password").asString());
        if (given.hasNonNull("code")) {
            form.put("code", given.required("code").asString());
        }
        var signedIn = guest.post("/api/session", form.toString());
        if (signedIn.status() != 200) {
            throw new AssertionError("%s cannot sign in: %s".formatted(username, signedIn));
        }
        guest.get("/api/session");
        return guest;
    }

    /// An answer.
    public record Reply(int status, JsonNode body, HttpResponse<byte[]> whole) {

        /// The last part of the problem's type.
        public String problem() {
            var type = body.path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        public String text(String field) {
            return body.path(field).asString("");
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    public Reply get(String path) {
        return send(request(path, "GET", BodyPublishers.noBody()));
    }

    public Reply post(String path, String body) {
        return send(request(path, "POST", BodyPublishers.ofString(body)));
    }

    /// With a header besides.
    public Reply post(String path, String body, String header, String value) {
        return send(HttpRequest.newBuilder(request(path, "POST", BodyPublishers.ofString(body)), (_, _) -> true)
                .header(header, value)
                .build());
    }

    public Reply put(String path, String body) {
        return send(request(path, "PUT", BodyPublishers.ofString(body)));
    }

    public Reply delete(String path) {
        return send(request(path, "DELETE", BodyPublishers.noBody()));
    }

    /// Puts a small document to a case.
    public Reply attach(String path) {
        return attach(path, new byte[] {'a'});
    }

    /// Sends a file as a form does.
    public Reply attach(String path, byte[] file) {
        var head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
        var body = BodyPublishers.ofByteArrays(
                List.of(head.getBytes(StandardCharsets.UTF_8), file, "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8)));
        var request = request(path, "POST", body);
        return send(HttpRequest.newBuilder(request, (name, _) -> !name.equalsIgnoreCase("Content-Type"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .build());
    }

    /// The id of the session, as the server keeps it.
    public String session() {
        var cookie = cookies.getCookieStore().get(base).stream()
                .filter(it -> it.getName().equals("SESSION"))
                .findFirst()
                .orElseThrow();
        return new String(java.util.Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
    }

    /// Brings bytes to the enclave's door.
    public Reply upload(String url, byte[] bytes) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /// Fetches text from the enclave's door.
    public String fetch(String url) {
        var reply = send(HttpRequest.newBuilder(URI.create(url)).build());
        return new String(reply.whole().body(), StandardCharsets.UTF_8);
    }

    private HttpRequest request(String path, String method, BodyPublisher body) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .method(method, body);
        cookies.getCookieStore().get(base).stream()
                .filter(it -> it.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(it -> request.header("X-XSRF-TOKEN", it.getValue()));
        return request.build();
    }

    private Reply send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") && response.body().length > 0
                    ? JSON.readTree(response.body())
                    : JSON.createObjectNode();
            return new Reply(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
