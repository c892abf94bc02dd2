package org.mingqu.platform.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

/// What the tests of articles 33, 38 and 39 share.
abstract class OnOrder extends OnTheStreet {

    static final String AUTHORITY = "shuju";

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    String organisation(String username) {
        return as(username)
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
    }

    Guest.Reply report(String username, String about, String role) {
        return as(username)
                .post(
                        "/api/rectifications",
                        "{\"target\": \"%s\", \"role\": \"%s\", \"finding\": \"used for something else\"}"
                                .formatted(organisation(about), role));
    }

    String reported(String username, String about, String role) {
        var reply = report(username, about, role);
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.body().required("line").required("id").asString();
    }

    JsonNode view(String username, String id) {
        return as(username).get("/api/rectifications/" + id).body();
    }

    Guest.Reply take(String username, String id, String step, String more) {
        return as(username)
                .post(
                        "/api/rectifications/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"because\"%s}"
                                .formatted(
                                        view(AUTHORITY, id).required("version").asInt(), step, more));
    }

    static String until(LocalDate day) {
        return ", \"deadline\": \"%s\"".formatted(day);
    }

    void must(Guest.Reply reply, String stage) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.body().required("line").required("stage").asString()).isEqualTo(stage);
    }

    JsonNode inStage(String username, String stage) {
        return as(username)
                .get("/api/rectifications")
                .body()
                .valueStream()
                .filter(it -> it.required("stage").asString().equals(stage))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s sees nothing %s".formatted(username, stage)));
    }
}
