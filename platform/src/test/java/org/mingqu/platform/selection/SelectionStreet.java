package org.mingqu.platform.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What the tests of articles 9 to 11 have in common.
abstract class SelectionStreet extends OnTheStreet {

    static final List<String> REGULATORS = List.of("wangxin", "gongan", "baomi", "fagai", "caizheng", "shenji");
    static final List<String> EXPERTS = List.of("zhuanjiayi", "zhuanjiaer", "zhuanjiasan", "zhuanjiasi");

    @Autowired
    JdbcClient sql;

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    static String notice(LocalDate from, LocalDate until, int experts) {
        return """
                {"title": "A selection %s", "conditions": "as article 9 says", "opensOn": "%s", "closesOn": "%s",
                 "experts": %d}
                """.formatted(UUID.randomUUID(), from, until, experts);
    }

    /// A published notice whose window is open today.
    String published(int experts) {
        var begun = ok(as("shuju").post("/api/selections", notice(today(), today().plusDays(30), experts)), 201);
        var id = begun.required("notice").required("id").asString();
        ok(moveCall("shuju", id, "PUBLISH", ""), 200);
        return id;
    }

    JsonNode file(String username, String call) {
        return ok(as(username).get("/api/selections/%s/file".formatted(call)), 200);
    }

    Guest.Reply moveCall(String username, String call, String step, String more) {
        var version = file("shuju", call).required("notice").required("version").asInt();
        return as(username)
                .post(
                        "/api/selections/%s/moves".formatted(call),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"seen\"%s}".formatted(version, step, more));
    }

    static String answers(int version, LocalDate validUntil, Requirement... without) {
        var left = Arrays.asList(without);
        var answers = Arrays.stream(Requirement.values())
                .filter(it -> !left.contains(it))
                .map(it -> "\"%s\": {\"text\": \"met\", \"validUntil\": %s, \"documents\": []}"
                        .formatted(
                                it,
                                it == Requirement.SECURITY && validUntil != null ? "\"" + validUntil + "\"" : "null"))
                .collect(Collectors.joining(", "));
        return "{\"version\": %d, \"answers\": {%s}}".formatted(version, answers);
    }

    /// A draft with everything answered.
    String drafted(String username, String call) {
        var begun = ok(as(username).post("/api/selections/%s/candidacies".formatted(call), "{}"), 201);
        var id = begun.required("id").asString();
        ok(
                as(username)
                        .put(
                                "/api/candidacies/" + id,
                                answers(begun.required("version").asInt(), null)),
                200);
        return id;
    }

    Guest.Reply move(String username, String candidacy, String step, String more) {
        var version = ok(as(username).get("/api/candidacies/" + candidacy), 200)
                .required("version")
                .asInt();
        return as(username)
                .post(
                        "/api/candidacies/%s/moves".formatted(candidacy),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"seen\"%s}".formatted(version, step, more));
    }

    /// A filed application that was found complete.
    String complete(String username, String call) {
        var id = drafted(username, call);
        ok(move(username, id, "FILE", ""), 200);
        ok(move("shuju", id, "FIND_COMPLETE", ""), 200);
        return id;
    }

    /// The days of the window pass.
    void close(String call) {
        sql.sql("update selection_call set opens_on = opens_on - 60, closes_on = closes_on - 60 where id = :id")
                .param("id", UUID.fromString(call))
                .update();
    }

    void drawn(String call) {
        close(call);
        ok(moveCall("shuju", call, "DRAW", ""), 200);
    }

    static String points(int each) {
        return Arrays.stream(Requirement.values())
                .map(it -> "\"%s\": %d".formatted(it, each))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    Guest.Reply score(String expert, String candidacy, int points, String comment) {
        return as(expert)
                .post(
                        "/api/candidacies/%s/scores".formatted(candidacy),
                        "{\"points\": %s, \"comment\": \"%s\"}".formatted(points(points), comment));
    }

    /// The experts who score, by username.
    List<String> panel(String call) {
        return EXPERTS.stream()
                .filter(it -> {
                    var reply = as(it).get("/api/selections/%s/file".formatted(call));
                    return reply.status() == 200
                            && reply.body().required("seated").asBoolean();
                })
                .toList();
    }

    void reviewed(String call, String candidacy, int points) {
        panel(call).forEach(it -> ok(score(it, candidacy, points, ""), 200));
        REGULATORS.forEach(it -> ok(
                as(it).post(
                                "/api/candidacies/%s/opinions".formatted(candidacy),
                                "{\"objects\": false, \"text\": \"none\"}"),
                200));
    }

    static JsonNode ok(Guest.Reply reply, int status) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        return reply.body();
    }
}
