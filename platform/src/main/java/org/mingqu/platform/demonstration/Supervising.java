package org.mingqu.platform.demonstration;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.mingqu.district.District;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How the people of the district meet their duties of supervision (art. 26–36), or do not.
final class Supervising {

    private static final Set<String> TO_DO = Set.of("OPEN", "SOON", "OVERDUE", "RETURNED");
    private static final Set<String> TO_ACCEPT = Set.of("SUBMITTED", "WAITING_LONG");

    private final Cast cast;
    private final District district;
    private final Words words;
    private final LocalDate now;
    private final JsonMapper json;

    Supervising(Cast cast, District district, Words words, LocalDate today, JsonMapper json) {
        this.cast = cast;
        this.district = district;
        this.words = words;
        this.now = today;
        this.json = json;
    }

    /// Which regulator is which.
    String remits() {
        remit("caizheng", "FINANCE");
        remit("fagai", "DEVELOPMENT");
        remit("shenji", "AUDIT");
        remit("wangxin", "CYBERSPACE");
        remit("gongan", "POLICE");
        remit("baomi", "SECRECY");
        return "";
    }

    private void remit(String username, String remit) {
        var home = district.people().stream()
                .filter(it -> it.username().equals(username))
                .map(it -> district.organisation(it.organisation()).name())
                .findFirst()
                .orElseThrow();
        var authority = cast.as(Cases.AUTHORITY);
        for (var line : authority.get("/api/remits")) {
            var organisation = line.required("organisation");
            if (organisation.required("name").asString().equals(home)) {
                authority.put(
                        "/api/remits/" + organisation.required("id").asString(),
                        json.createObjectNode().put("remit", remit));
            }
        }
    }

    void look() {
        cast.as(Cases.AUTHORITY).post("/api/duties/look", json.createObjectNode());
    }

    /// Submits or records what a person's organisation owes and that is meant.
    void keep(String username, Predicate<JsonNode> meant) {
        for (var line : lines(username, TO_DO, meant)) {
            var person = cast.as(username);
            var duty = person.get("/api/duties/" + line.required("id").asString());
            var steps = duty.required("open").findValuesAsString("step");
            if (steps.isEmpty()) {
                continue;
            }
            if (duty.required("rule").required("needsDocument").asBoolean()) {
                person.attach(line.required("caseId").asString(), words.of("duty.document"), words.of("duty.document"));
            }
            var form = move(duty, steps.getFirst());
            form.set("form", filled(duty));
            send(username, line, form);
        }
    }

    /// Accepts what was submitted to a person and is meant.
    void accept(String username, Predicate<JsonNode> meant) {
        for (var line : lines(username, TO_ACCEPT, meant)) {
            var duty =
                    cast.as(username).get("/api/duties/" + line.required("id").asString());
            if (duty.required("open").findValuesAsString("step").contains("ACCEPT")) {
                send(username, line, move(duty, "ACCEPT").put("opinion", words.of("duty.accept")));
            }
        }
    }

    void giveBack(String username, Predicate<JsonNode> meant) {
        for (var line : lines(username, TO_ACCEPT, meant)) {
            var duty =
                    cast.as(username).get("/api/duties/" + line.required("id").asString());
            send(username, line, move(duty, "RETURN").put("opinion", words.of("duty.return")));
        }
    }

    private java.util.List<JsonNode> lines(String username, Set<String> states, Predicate<JsonNode> meant) {
        var found = new java.util.ArrayList<JsonNode>();
        for (var line : cast.as(username).get("/api/duties?size=200").required("items")) {
            if (states.contains(line.required("state").asString()) && meant.test(line)) {
                found.add(line);
            }
        }
        return found;
    }

    private ObjectNode move(JsonNode duty, String step) {
        return json.createObjectNode()
                .put("version", duty.required("version").asInt())
                .put("step", step);
    }

    private void send(String username, JsonNode line, ObjectNode form) {
        cast.as(username)
                .post("/api/duties/%s/moves".formatted(line.required("id").asString()), form);
    }

    private ObjectNode filled(JsonNode duty) {
        var code = duty.required("line").required("code").asString();
        var form = json.createObjectNode();
        for (var field : duty.required("rule").required("fields")) {
            var key = field.asString();
            form.put(key, key.equals("validUntil") ? validUntil(code) : text(code, key));
        }
        return form;
    }

    /// One certificate has run out meanwhile, the other is about to.
    private String validUntil(String code) {
        return (code.equals("graded-protection") ? now.minusDays(20) : now.plusDays(40)).toString();
    }

    private String text(String code, String key) {
        return words.of("duty.%s.%s".formatted(key.equals("summary") ? code : "form", key));
    }
}
