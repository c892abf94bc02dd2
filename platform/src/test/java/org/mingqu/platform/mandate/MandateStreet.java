package org.mingqu.platform.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.mingqu.platform.parties.DemonstrationAccounts;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.selection.OperatorSelected;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What the tests of articles 12 to 14 have in common: organisations of their own, as an end is for good.
abstract class MandateStreet extends OnTheStreet {

    @Autowired
    DemonstrationAccounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MandateWatch watch;

    @Autowired
    JdbcClient sql;

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /// Somebody new, in a role for an organisation of that name.
    String newcomer(String organisation, String kind, Role role) {
        var username = "t" + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(username, "某某", organisation, kind, null, role);
        return username;
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

    /// The district government has decided for the organisation of a person.
    String selected(String username) {
        var home = as(username).get("/api/session").body().required("user").required("organisation");
        var party = new Party(
                UUID.fromString(home.required("id").asString()),
                home.required("name").asString(),
                "COMPANY");
        transaction.executeWithoutResult(_ ->
                events.publishEvent(new OperatorSelected(UUID.randomUUID(), UUID.randomUUID(), party, "a selection")));
        return as(username).get("/api/mandates").body().get(0).required("id").asString();
    }

    JsonNode read(String username, String id) {
        var reply = as(username).get("/api/mandates/" + id);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.body();
    }

    Guest.Reply sign(String username, String id) {
        var now = read(username, id);
        return as(username)
                .post(
                        "/api/mandates/%s/signatures".formatted(id),
                        "{\"version\": %d, \"sm3\": \"%s\"}"
                                .formatted(
                                        now.required("version").asInt(),
                                        now.required("sm3").asString()));
    }

    Guest.Reply fill(String username, String id, String head, String text) {
        return as(username)
                .put(
                        "/api/mandates/%s/heads".formatted(id),
                        "{\"version\": %d, \"heads\": {\"%s\": \"%s\"}}"
                                .formatted(
                                        read(username, id).required("version").asInt(), head, text));
    }

    Guest.Reply move(String username, String id, String step) {
        return as(username)
                .post(
                        "/api/mandates/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"because\"}"
                                .formatted(
                                        read(username, id).required("version").asInt(), step));
    }

    String stage(String username, String id) {
        return read(username, id).required("stage").asString();
    }

    String inForce(String username) {
        var id = selected(username);
        ok(sign(username, id), 200);
        ok(sign("shuju", id), 200);
        return id;
    }

    static JsonNode ok(Guest.Reply reply, int status) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        return reply.body();
    }
}
