package org.mingqu.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.products.OnTheMarket;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 25: a wrong value goes back to the department that answers for it, a leak may end the operation")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article25Test extends OnTheMarket {

    @Autowired
    JdbcClient sql;

    private JsonNode reported(String product) {
        var reply = as(CUSTOMER)
                .post(
                        "/api/quality-tickets",
                        "{\"product\": \"%s\", \"column\": \"vehicles\", \"sample\": \"zero on a busy road\"}"
                                .formatted(product));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        assertThat(reply.body()).hasSize(1);
        return reply.body().get(0).required("ticket");
    }

    private String used() {
        var id = filed("WELFARE");
        admit(id, CUSTOMER, SCENARIO, "WELFARE");
        return id;
    }

    /// The user name of the department that answers for a ticket.
    private String department(JsonNode ticket) {
        var id = ticket.required("department").required("id").asString();
        for (var account : nobody().get("/api/demonstration/accounts").body()) {
            var username = account.required("username").asString();
            if (account.required("role").asString().equals("SOURCE")
                    && organisation(username).equals(id)) {
                return username;
            }
        }
        throw new AssertionError("nobody is of department " + id);
    }

    private Guest.Reply take(String username, JsonNode ticket, String step) {
        var id = ticket.required("id").asString();
        var now = as(AUTHORITY).get("/api/quality-tickets/" + id).body().required("ticket");
        return as(username)
                .post(
                        "/api/quality-tickets/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"looked at\"}"
                                .formatted(now.required("version").asInt(), step));
    }

    private static String stage(Guest.Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.body().required("ticket").required("stage").asString();
    }

    @Test
    void a_users_wrong_value_is_traced_to_the_column_and_the_department_with_five_working_days_to_reply() {
        var ticket = reported(used());

        assertThat(ticket.required("origin").asString())
                .startsWith(ticket.required("resourceTitle").asString() + ".");
        var source = department(ticket);
        assertThat(as(source)
                        .get("/api/quality-tickets/" + ticket.required("id").asString())
                        .status())
                .isEqualTo(200);
        var tasks = as(AUTHORITY)
                .get("/api/cases/" + ticket.required("caseId").asString())
                .body()
                .required("tasks");
        assertThat(tasks.get(0).required("clock").required("totalDays").asInt()).isEqualTo(5);
        assertThat(as("kangning")
                        .get("/api/quality-tickets/" + ticket.required("id").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_confirmed_fault_has_ten_working_days_tells_all_users_and_is_corrected_by_a_new_version_only() {
        var product = used();
        var ticket = reported(product);
        var source = department(ticket);
        assertThat(stage(take(source, ticket, "CONFIRM"))).isEqualTo("FIXING");

        var notices = as(CUSTOMER).get("/api/quality-notices").body();
        assertThat(notices.findValuesAsString("product")).contains(product);
        assertThat(as(MAKER).get("/api/quality-notices").body().findValuesAsString("product"))
                .contains(product);
        var tasks = as(AUTHORITY)
                .get("/api/cases/" + ticket.required("caseId").asString())
                .body()
                .required("tasks")
                .valueStream()
                .toList();
        assertThat(tasks.getLast().required("clock").required("totalDays").asInt())
                .isEqualTo(10);
        assertThat(take(source, ticket, "FIX").problem()).isEqualTo("quality-no-new-version");

        // As if the wrong version had been the one before the version that is in use now.
        sql.sql("update quality_ticket set data_version = data_version - 1 where id = cast(? as uuid)")
                .param(ticket.required("id").asString())
                .update();
        assertThat(stage(take(source, ticket, "FIX"))).isEqualTo("FIXED");

        assertThat(as(CUSTOMER).get("/api/quality-notices").body().findValuesAsString("stage"))
                .contains("FIXED");
        assertThat(as(AUTHORITY)
                        .get("/api/quality-tickets/" + ticket.required("id").asString())
                        .body()
                        .required("told"))
                .isNotEmpty();
    }

    @Test
    void who_is_not_content_with_the_reply_goes_to_the_authority_which_orders_the_correction() {
        var ticket = reported(used());
        assertThat(stage(take(department(ticket), ticket, "EXPLAIN"))).isEqualTo("REJECTED");
        assertThat(take("yunying", ticket, "CONTEST").status()).isEqualTo(403);
        assertThat(stage(take(CUSTOMER, ticket, "CONTEST"))).isEqualTo("CONTESTED");
        assertThat(stage(take(AUTHORITY, ticket, "ORDER_FIX"))).isEqualTo("FIXING");
    }

    @Test
    void silence_settles_nothing_and_the_authority_urges() {
        var ticket = reported(used());

        var reply = take(AUTHORITY, ticket, "URGE");

        assertThat(stage(reply)).isEqualTo("REPORTED");
        assertThat(as(department(ticket))
                        .get("/api/cases/" + ticket.required("caseId").asString())
                        .body()
                        .toString())
                .contains("URGE");
    }

    private Guest.Reply leak(String username, JsonNode leak, String step, String more) {
        var id = leak.required("id").asString();
        return as(username)
                .post(
                        "/api/leaks/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"because\"%s}"
                                .formatted(
                                        as(AUTHORITY)
                                                .get("/api/leaks/" + id)
                                                .body()
                                                .required("version")
                                                .asInt(),
                                        step,
                                        more));
    }

    @Test
    void a_leak_is_stopped_traced_found_and_decided_and_the_suspects_use_stops_with_the_act() {
        var leak = as("minzheng")
                .post("/api/leaks", "{\"what\": \"a list on a forum\"}")
                .body();
        assertThat(leak("minzheng", leak, "STOP", "").status()).isEqualTo(403);
        assertThat(leak(AUTHORITY, leak, "STOP", "").status()).as("whose?").isEqualTo(422);
        var workspace = workspace("kangning", "独居老人用水用电异常预警");

        var stopped = leak(AUTHORITY, leak, "STOP", ", \"suspect\": \"%s\"".formatted(organisation("kangning")));

        assertThat(stopped.text("stage")).isEqualTo("STOPPED");
        assertThat(as("kangning").get("/api/workspaces/" + workspace).text("state"))
                .isEqualTo("SUSPENDED");
        assertThat(leak(AUTHORITY, leak, "TRACE", "").problem()).isEqualTo("leak-no-trace");
        as(AUTHORITY)
                .attach("/api/cases/%s/documents"
                        .formatted(leak.required("caseId").asString()));
        assertThat(leak(AUTHORITY, leak, "TRACE", "").text("stage")).isEqualTo("TRACED");
        assertThat(leak(AUTHORITY, leak, "RESUME", "").status()).isEqualTo(409);
        assertThat(leak(AUTHORITY, leak, "FIND", "").text("stage")).isEqualTo("FOUND");
        assertThat(as("kangning")
                        .get("/api/leaks/" + leak.required("id").asString())
                        .status())
                .isEqualTo(404);
        assertThat(leak(AUTHORITY, leak, "RESUME", "").text("stage")).isEqualTo("RESUMED");
        assertThat(as("kangning").get("/api/workspaces/" + workspace).text("state"))
                .isEqualTo("OPEN");
    }
}
