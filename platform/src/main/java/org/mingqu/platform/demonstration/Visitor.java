package org.mingqu.platform.demonstration;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person of the district at the platform's public interface, signed in as everybody signs in.
final class Visitor implements AutoCloseable {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(90);
    private static final String JSON = "application/json";

    private final JsonMapper json;
    private final URI base;
    private final String username;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private @Nullable String day;

    Visitor(URI base, String username, JsonMapper json) {
        this.base = base;
        this.username = username;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /// From now on each request is lived on that day.
    ///
    /// @param header of [PastDays]; null for today
    void on(@Nullable String header) {
        day = header;
    }

    String username() {
        return username;
    }

    /// Signs in with what the login page's card would fill in. A one-time code is good once: if somebody else
    /// has just used it, the next one is asked for.
    void signIn() {
        get("/api/session");
        try {
            signInOnce();
        } catch (SceneFailed taken) {
            signInOnce();
        }
        get("/api/session");
    }

    private void signInOnce() {
        var given = post("/api/demonstration/accounts/%s/credentials".formatted(username), json.createObjectNode());
        var form = json.createObjectNode().put("username", username);
        form.put("password", given.required("password").asString());
        if (given.hasNonNull("code")) {
            form.put("code", given.required("code").asString());
        }
        post("/api/session", form);
    }

    JsonNode get(String path) {
        return answer("GET", path, BodyPublishers.noBody(), null);
    }

    JsonNode post(String path, JsonNode body) {
        return answer("POST", path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)), JSON);
    }

    JsonNode put(String path, JsonNode body) {
        return answer("PUT", path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)), JSON);
    }

    /// Puts a document to a case.
    void attach(String caseId, String name, String text) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--x--\r\n"
                .formatted(name, text);
        answer(
                "POST",
                "/api/cases/%s/documents".formatted(caseId),
                BodyPublishers.ofString(body),
                "multipart/form-data; boundary=x");
    }

    void delete(String path) {
        send(request("DELETE", path, BodyPublishers.noBody(), null), path);
    }

    /// Fetches something that is not JSON; only that it came counts.
    void fetch(String path) {
        send(request("GET", path, BodyPublishers.noBody(), null), path);
    }

    /// Fetches a file.
    byte[] bytes(String path) {
        return send(request("GET", path, BodyPublishers.noBody(), null), path).body();
    }

    /// Brings a text to the enclave's door.
    void upload(URI ticket, String content) {
        var request = HttpRequest.newBuilder(ticket)
                .PUT(BodyPublishers.ofString(content))
                .timeout(LONGEST_CALL)
                .build();
        send(request, "door");
    }

    /// Brings a file to the enclave's door.
    void upload(URI ticket, Path file) {
        try {
            var request = HttpRequest.newBuilder(ticket)
                    .PUT(BodyPublishers.ofFile(file))
                    .timeout(Duration.ofMinutes(30))
                    .build();
            send(request, "door");
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tells the enclave's door where a table is to be pulled from.
    void pull(URI ticket, JsonNode address) {
        var request = HttpRequest.newBuilder(ticket)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(address)))
                .timeout(Duration.ofMinutes(30))
                .build();
        send(request, "door");
    }

    private JsonNode answer(String method, String path, BodyPublisher body, @Nullable String type) {
        var response = send(request(method, path, body, type), path);
        return response.body().length == 0 ? json.createObjectNode() : json.readTree(response.body());
    }

    private HttpRequest request(String method, String path, BodyPublisher body, @Nullable String type) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(LONGEST_CALL)
                .header("Accept-Language", "zh-CN")
                .method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (day != null) {
            request.header(PastDays.HEADER, day);
        }
        cookies.getCookieStore().get(base).stream()
                .filter(it -> it.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(it -> request.header("X-XSRF-TOKEN", it.getValue()));
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request, String path) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw new SceneFailed(username, request.method(), path, response.statusCode(), problem(response));
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SceneFailed(username, request.method(), path, 0, "interrupted");
        }
    }

    private static String problem(HttpResponse<byte[]> response) {
        var text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
