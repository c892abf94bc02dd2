package org.mingqu.platform.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.calendar.StateCouncil;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnApplications;
import tools.jackson.databind.JsonNode;

@DisplayName(
        "Article 18: what was granted before is asked for again with less to write and shorter terms, and decided by all")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FastLaneTest extends OnApplications {

    private static final String LOW = "air_stations";

    /// Nothing is to this partner's account; about [#PARTNER] something was reported.
    @Override
    protected String partner() {
        return "xinhe";
    }

    /// A field of the resource that is graded no higher than the fast lane allows.
    private String low() {
        for (var it : nobody().get("/api/catalogue/" + resource(LOW)).body().required("columns")) {
            if (it.required("grade").asInt() <= 2) {
                return it.required("name").asString();
            }
        }
        throw new AssertionError("no field of low grade");
    }

    private String granted() {
        var id = draft(LOW);
        ok(save(id, "A test", List.of(item(LOW, low()))));
        ok(move(partner(), id, "SUBMIT"));
        ok(move(OPERATOR, id, "FORWARD"));
        ok(move(AUTHORITY, id, "ASSESS"));
        ok(move("weijian", id, "CONSENT"));
        assertThat(as(partner()).get("/api/applications/" + id).text("stage")).isEqualTo("GRANTED");
        return id;
    }

    private String copied(String earlier) {
        return ok(as(partner()).post("/api/applications/%s/copies".formatted(earlier), "{}"))
                .text("id");
    }

    private List<String> unmet(String id) {
        var unmet = new ArrayList<String>();
        lane(id).required("conditions").forEach(it -> {
            if (!it.required("met").asBoolean()) {
                unmet.add(it.required("condition").asString());
            }
        });
        return unmet;
    }

    private JsonNode lane(String id) {
        return ok(as(partner()).get("/api/applications/%s/fast-lane".formatted(id)))
                .body();
    }

    private Guest.Reply take(String id, boolean fast) {
        return as(partner())
                .put(
                        "/api/applications/%s/fast-lane".formatted(id),
                        "{\"version\": %d, \"fast\": %s}".formatted(version(id), fast));
    }

    @Test
    void an_application_is_filled_in_from_an_earlier_one_and_says_what_has_changed() {
        var earlier = granted();

        var id = copied(earlier);

        var draft = as(partner()).get("/api/applications/" + id).body();
        assertThat(draft.required("stage").asString()).isEqualTo("DRAFT");
        assertThat(draft.required("basedOn").asString()).isEqualTo(earlier);
        assertThat(draft.required("scenario").required("purpose").asString()).isEqualTo("p");
        assertThat(draft.required("items").get(0).path("decision").isNull()).isTrue();
        assertThat(as(partner())
                        .get("/api/applications/%s/changes".formatted(id))
                        .body())
                .isEmpty();
        sql.sql("""
                        update application
                           set items = jsonb_set(jsonb_set(items, '{0,version}', '99'), '{0,columns}', '["gone"]')
                         where id = cast(? as uuid)
                        """).param(earlier).update();
        var changes = new ArrayList<String>();
        as(partner())
                .get("/api/applications/%s/changes".formatted(id))
                .body()
                .forEach(it -> changes.add(it.required("kind").asString()));
        assertThat(changes).containsExactly("FIELD_WITHDRAWN", "NEW_VERSION");
        assertThat(as(PARTNER)
                        .post("/api/applications/%s/copies".formatted(earlier), "{}")
                        .status())
                .as("another's")
                .isEqualTo(404);
    }

    @Test
    void the_fast_lane_is_open_to_what_was_granted_and_everybody_still_decides_but_sooner() {
        var id = copied(granted());
        var blank = """
                {"version": %d, "scenario": {"title": "Again", "kind": "PUBLIC_WELFARE", "purpose": "p",
                 "call": "WORKBENCH", "until": "%s"}, "items": [%s]}
                """.formatted(version(id), LocalDate.now().plusYears(1), item(LOW, low()));
        ok(as(partner()).put("/api/applications/" + id, blank));
        assertThat(unmet(id)).isEmpty();

        var taken = ok(take(id, true));

        assertThat(taken.body().required("scenario").required("risk").asString())
                .as("filled in from the earlier one")
                .isEqualTo("r");
        ok(move(partner(), id, "SUBMIT"));
        var due = StateCouncil.calendar()
                .deadline(LocalDate.now(ZoneId.of("Asia/Shanghai")), WorkingDays.workingDays(2))
                .lastDay()
                .toString();
        assertThat(task(caseOf(id), "OPERATOR")
                        .required("clock")
                        .required("due")
                        .asString())
                .isEqualTo(due);
        ok(move(OPERATOR, id, "FORWARD"));
        ok(move(AUTHORITY, id, "ASSESS"));
        assertThat(as(partner()).get("/api/applications/" + id).text("stage"))
                .as("the department still decides")
                .isEqualTo("WITH_SOURCE");
    }

    @Test
    void more_fields_another_kind_or_a_high_grade_close_it_and_it_is_looked_at_again_when_it_is_submitted() {
        var id = copied(granted());
        ok(take(id, true));
        ok(save(id, "Again", List.of(item("elders", column("elders", 0)))));

        assertThat(unmet(id)).contains("SAME_FIELDS");
        var refused = move(partner(), id, "SUBMIT");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.toString()).contains("fast-lane-conditions");
        assertThat(take(id, true).status()).isEqualTo(409);
        ok(take(id, false));
        ok(move(partner(), id, "SUBMIT"));
        assertThat(take(id, true).status()).as("it is submitted").isEqualTo(409);
    }

    @Test
    void a_finding_about_the_applicant_closes_it() {
        var id = copied(granted());
        assertThat(unmet(id)).isEmpty();
        sql.sql("""
                        update rectification set stage = 'REPORTED' where stage = 'DISMISSED'
                           and target = (select applicant from application where id = cast(? as uuid))
                        """).param(id).update();
        try {
            assertThat(unmet(id)).containsExactly("NO_FINDINGS");
            assertThat(take(id, true).status()).isEqualTo(409);
        } finally {
            sql.sql("""
                            update rectification set stage = 'DISMISSED' where stage = 'REPORTED'
                               and target = (select applicant from application where id = cast(? as uuid))
                            """).param(id).update();
        }
    }

    @Test
    void who_was_never_granted_anything_has_no_fast_lane() {
        var id = ok(as("tangyibo").post("/api/applications", "{}")).text("id");
        var lane = as("tangyibo")
                .get("/api/applications/%s/fast-lane".formatted(id))
                .body();
        assertThat(lane.required("met").asBoolean()).isFalse();
        assertThat(as(partner())
                        .get("/api/applications/%s/fast-lane".formatted(id))
                        .status())
                .isEqualTo(404);
    }
}
