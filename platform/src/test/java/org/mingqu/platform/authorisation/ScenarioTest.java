package org.mingqu.platform.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnApplications;
import org.mingqu.platform.parties.Role;

@DisplayName("Article 18: an application is for one scenario, complete in all its parts, read by whom it concerns")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenarioTest extends OnApplications {

    private static final String ITEM = "{\"resource\": \"%s\", \"columns\": [\"%s\"], \"necessity\": \"%s\"}";

    /// A column of the elders that is of grade 3 at least, and one that is not.
    private String column(boolean high) {
        for (var it :
                nobody().get("/api/catalogue/" + resource("elders")).body().required("columns")) {
            if (it.required("grade").asInt() >= 3 == high) {
                return it.required("name").asString();
            }
        }
        throw new AssertionError("the elders have no such column");
    }

    @Test
    void all_defects_are_named_at_once_in_scenario_data_and_fields() {
        var id = ok(as(PARTNER).post("/api/applications", "{}")).text("id");
        ok(as(PARTNER).put("/api/applications/" + id, """
                        {"version": 1, "scenario": {"title": "A test", "kind": null, "purpose": "p", "users": "",
                         "outputs": "o", "method": "m", "call": null, "frequency": "", "benefit": " ", "risk": "r",
                         "until": "%s"}, "items": [%s]}
                        """.formatted(
                        LocalDate.now(), ITEM.formatted(resource("elders"), column(true), ""))));

        var reply = move(PARTNER, id, "SUBMIT");

        var item = "items.%s.".formatted(resource("elders"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().required("fields").propertyNames())
                .containsExactlyInAnyOrder(
                        "scenario.kind",
                        "scenario.users",
                        "scenario.call",
                        "scenario.frequency",
                        "scenario.benefit",
                        "scenario.until",
                        item + "necessity",
                        item + column(true));
    }

    @Test
    void a_field_of_high_grade_needs_its_own_reason_and_one_of_low_grade_goes_by_the_resources() {
        var id = draft("elders");
        ok(save(id, "A test", List.of(ITEM.formatted(resource("elders"), column(false), "n"))));
        ok(move(PARTNER, id, "SUBMIT"));
        ok(move(OPERATOR, id, "RETURN"));
        ok(save(id, "A test", List.of(ITEM.formatted(resource("elders"), column(true), "n"))));

        assertThat(move(PARTNER, id, "RESUBMIT").status()).isEqualTo(422);
        ok(save(id, "A test", List.of(item("elders", column(true)))));
        ok(move(PARTNER, id, "RESUBMIT"));

        var shown = as(OPERATOR)
                .get("/api/applications/" + id)
                .body()
                .required("items")
                .get(0);
        assertThat(shown.required("columns").get(0).required("reason").asString())
                .isEqualTo("needed");
    }

    @Test
    void an_operator_reads_what_was_brought_to_it_and_nothing_else() {
        var id = withAuthority("elders");
        var other = newcomer("另一家运营单位", Role.OPERATOR);

        assertThat(as(OPERATOR).get("/api/applications/" + id).status()).isEqualTo(200);
        assertThat(as(other).get("/api/applications/" + id).status()).isEqualTo(404);
        assertThat(move(other, id, "FORWARD").status()).isEqualTo(404);
        assertThat(as(other).get("/api/cases/" + caseOf(id)).status()).isEqualTo(404);
    }
}
