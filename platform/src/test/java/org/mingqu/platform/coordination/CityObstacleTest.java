package org.mingqu.platform.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnApplications;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 18: nobody grants what waits for the city; it is withdrawn, waited for, or refused")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CityObstacleTest extends OnApplications {

    private Guest.Reply ask(String username, String caseId, String more) {
        return as(username).post("/api/city-requests", """
                {"origin": "%s", "reach": "LEVEL", "title": "City buses", "what": "Trips by stop", "why": "The lines cross"%s}
                """.formatted(caseId, more));
    }

    private String sent(String application) {
        return ok(ask(AUTHORITY, caseOf(application), "")).text("id");
    }

    private Guest.Reply move(String username, String request, String step, String more) {
        var version = as(AUTHORITY)
                .get("/api/city-requests/" + request)
                .body()
                .required("version")
                .asInt();
        return as(username)
                .post(
                        "/api/city-requests/%s/moves".formatted(request),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"said\"%s}".formatted(version, step, more));
    }

    private String problem(Guest.Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(409);
        return reply.problem();
    }

    @Test
    void while_the_city_has_it_the_authority_grants_nothing_and_may_withdraw_the_request_or_refuse() {
        var id = withAuthority("elders");
        var request = sent(id);
        var before = acts(caseOf(id));

        var refused = move(AUTHORITY, id, "ASSESS");

        assertThat(problem(refused)).isEqualTo("city-request-runs");
        assertThat(refused.body().required("open").valueStream().map(JsonNode::asString))
                .containsExactly("RETURN", "REJECT");
        assertThat(refused.toString())
                .contains(as(AUTHORITY).get("/api/city-requests/" + request).text("number"));
        assertThat(acts(caseOf(id))).as("nothing of the act remains").isEqualTo(before);
        ok(move(AUTHORITY, request, "WITHDRAW", ""));
        assertThat(ok(move(AUTHORITY, id, "ASSESS")).text("stage")).isEqualTo("WITH_SOURCE");

        var other = withAuthority("elders");
        sent(other);
        assertThat(ok(move(AUTHORITY, other, "REJECT")).text("stage")).isEqualTo("REJECTED");
    }

    @Test
    void a_department_whose_part_waits_for_the_city_consents_to_nothing_and_may_refuse() {
        var id = withAuthority("water_daily");
        ok(move(AUTHORITY, id, "ASSESS"));
        var water = as("shuiwu")
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
        ok(ask(AUTHORITY, caseOf(id), ", \"department\": \"%s\"".formatted(water)));

        assertThat(problem(move("shuiwu", id, "CONSENT"))).isEqualTo("city-request-runs");
        assertThat(ok(move("shuiwu", id, "REFUSE")).text("stage")).isEqualTo("REFUSED");
    }
}
