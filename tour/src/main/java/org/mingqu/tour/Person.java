package org.mingqu.tour;

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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Somebody at the public interface: signed in as everybody signs in, or nobody.
final class Person implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST_CALL = Duration.ofSeconds(150);
    private static final String JSON_TYPE = "application/json";
    private static final String PROBLEM = "https://mingqu.org/problems/";

    private final URI base;
    private final String username;
    private final Locale locale;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private JsonNode user = JSON.createObjectNode();

    Person(URI base, String username, Locale locale) {
        this.base = base;
        this.username = username;
        this.locale = locale;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /// Signs in with what the login page's card would fill in. A one-time code that was used meanwhile is asked for
    /// once more.
    void signIn() {
        get("/api/session");
        var answer = trySignIn();
        if (answer.statusCode() == 401) {
            Pause.of(Duration.ofSeconds(31));
            answer = trySignIn();
        }
        Expect.same("expect.sign-in", 200, answer.statusCode());
        user = get("/api/session").required("user");
        Expect.same("expect.session", username, text(user, "username"));
    }

    private HttpResponse<byte[]> trySignIn() {
        var given = post("/api/demonstration/accounts/%s/credentials".formatted(username), JSON.createObjectNode());
        var form = JSON.createObjectNode().put("username", username).put("password", text(given, "password"));
        if (given.hasNonNull("code")) {
            form.put("code", text(given, "code"));
        }
        return send(request("POST", "/api/session", form));
    }

    String id() {
        return text(user, "id");
    }

    String name() {
        return user.path("name").asString(username);
    }

    String organisation() {
        return user.path("organisation").path("name").asString("");
    }

    String organisationId() {
        return text(user.path("organisation"), "id");
    }

    String role() {
        return user.path("role").asString("NOBODY");
    }

    /// `zh` or `en`.
    String language() {
        return locale.getLanguage();
    }

    JsonNode get(String path) {
        return done(path, request("GET", path, null));
    }

    JsonNode post(String path, JsonNode body) {
        return done(path, request("POST", path, body));
    }

    JsonNode put(String path, JsonNode body) {
        return done(path, request("PUT", path, body));
    }

    JsonNode delete(String path) {
        return done(path, request("DELETE", path, null));
    }

    /// Puts a document to a case.
    void attach(String path, String name, byte[] content) {
        var head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n".formatted(name);
        var body = BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.UTF_8), content, "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8)));
        done(path, request("POST", path + "/documents", body, "multipart/form-data; boundary=x"));
    }

    /// Something that is not JSON.
    HttpResponse<byte[]> fetch(String path) {
        var answer = send(request("GET", path, null));
        succeeded(path, "GET", answer);
        return answer;
    }

    String fetchText(String path) {
        return new String(fetch(path).body(), StandardCharsets.UTF_8);
    }

    /// Whether something is there for this person.
    boolean mayGet(String path) {
        return send(request("GET", path, null)).statusCode() < 300;
    }

    /// Does what must be refused.
    ///
    /// @param code of the problem; empty where any will do
    /// @return the problem
    JsonNode refused(String method, String path, @Nullable JsonNode body, int status, String code) {
        var answer = send(request(method, path, body));
        var came = new String(answer.body(), StandardCharsets.UTF_8);
        Expect.that(
                "expect.refused",
                answer.statusCode() == status,
                "%d %s (%s %s)".formatted(status, code, method, path),
                "%d %s".formatted(answer.statusCode(), shortened(came)));
        var problem = tree(answer.body());
        if (!code.isEmpty()) {
            Expect.same("expect.problem", PROBLEM + code, problem.path("type").asString(""));
        }
        Expect.that("expect.sentence", !problem.path("detail").asString("").isBlank(), "detail", shortened(came));
        return problem;
    }

    /// At the enclave's door, where only the ticket counts.
    HttpResponse<byte[]> atDoor(String method, String ticket, BodyPublisher body) {
        return send(HttpRequest.newBuilder(URI.create(ticket))
                .header("Content-Type", JSON_TYPE)
                .timeout(Duration.ofMinutes(30))
                .method(method, body)
                .build());
    }

    private JsonNode done(String path, HttpRequest request) {
        var answer = send(request);
        succeeded(path, request.method(), answer);
        return answer.body().length == 0 ? JSON.createObjectNode() : tree(answer.body());
    }

    private void succeeded(String path, String method, HttpResponse<byte[]> answer) {
        Expect.that(
                "expect.done",
                answer.statusCode() < 300,
                "%s: %s %s".formatted(username, method, path),
                "%d %s".formatted(answer.statusCode(), shortened(new String(answer.body(), StandardCharsets.UTF_8))));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            throw new Broken("expect.json", "JSON", shortened(new String(body, StandardCharsets.UTF_8)));
        }
    }

    private HttpRequest request(String method, String path, @Nullable JsonNode body) {
        return body == null
                ? request(method, path, BodyPublishers.noBody(), "")
                : request(method, path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), JSON_TYPE);
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String type) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(LONGEST_CALL)
                .header("Accept-Language", locale.getLanguage().equals("zh") ? "zh-CN" : "en")
                .method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        cookies.getCookieStore().get(base).stream()
                .filter(it -> it.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(it -> request.header("X-XSRF-TOKEN", it.getValue()));
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Broken("expect.answer", request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("expect.answer", request.uri(), e);
        }
    }

    static ObjectNode form() {
        return JSON.createObjectNode();
    }

    static String text(JsonNode node, String field) {
        if (!node.hasNonNull(field)) {
            throw new Broken("expect.field", field, shortened(node.toString()));
        }
        return node.required(field).asString();
    }

    static String shortened(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
