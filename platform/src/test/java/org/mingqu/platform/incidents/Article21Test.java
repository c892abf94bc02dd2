package org.mingqu.platform.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName(
        "Article 21: who finds a risk of combination stops at once and reports; only the authority lets the use begin again")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article21Test extends OnAlert {

    private String workspaceOfParking() {
        for (JsonNode it : partnerOfParking().get("/api/workspaces").body()) {
            if (it.required("state").asString().equals("OPEN")) {
                return it.required("id").asString();
            }
        }
        throw new AssertionError("the parking scenario has no open workspace");
    }

    private String state(String workspace) {
        return as("shuju").get("/api/workspaces/" + workspace).text("state");
    }

    @Test
    void one_act_of_the_operator_stops_the_partners_use_and_opens_the_report() {
        var operator = as("yunying");
        var partner = partnerOfParking();
        var id = workspaceOfParking();
        var opened = operator.post("/api/incidents", opening("RISK_OF_COMBINATION", false, organisation(partner)));
        assertThat(opened.status()).as("%s", opened).isEqualTo(201);
        assertThat(opened.body().required("stopped").asInt()).isPositive();
        assertThat(state(id)).isEqualTo("SUSPENDED");

        var refused =
                partner.post("/api/workspaces/%s/runs".formatted(id), "{\"sql\": \"select 1\", \"lane\": \"INSTANT\"}");
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);

        var early = move(operator, opened.text("id"), "RESUME");
        assertThat(early.status())
                .as("the operator may not start it again: %s", early)
                .isEqualTo(403);
        var resumed = move(as("shuju"), opened.text("id"), "RESUME");
        assertThat(resumed.status()).as("%s", resumed).isEqualTo(200);
        assertThat(state(id)).isEqualTo("OPEN");
        assertThat(resumed.body().required("stopped").asInt()).isZero();
    }

    @Test
    void a_partner_stops_its_own_use_and_nobody_elses() {
        var other = organisation(as("kangning"));
        var refused = partnerOfParking().post("/api/incidents", opening("RISK_OF_COMBINATION", false, other));
        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
    }

    @Test
    void the_stop_and_the_report_are_in_the_evidence_by_their_articles() {
        var opened = as("yunying")
                .post("/api/incidents", opening("RISK_OF_COMBINATION", false, organisation(partnerOfParking())));
        var file = as("shuju").get("/api/cases/" + opened.text("caseId")).body();
        var articles = new StringBuilder();
        file.required("acts")
                .forEach(it -> articles.append(it.required("step").asString())
                        .append(it.required("article").asString())
                        .append(' '));
        assertThat(articles.toString()).contains("NOTICE35").contains("STOP21");
        move(as("shuju"), opened.text("id"), "RESUME");
    }
}
