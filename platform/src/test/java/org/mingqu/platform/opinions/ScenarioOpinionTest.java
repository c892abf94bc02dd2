package org.mingqu.platform.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnApplications;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 5: experts advise on a scenario, without an interest in it and each alone; the authority decides")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenarioOpinionTest extends OnApplications {

    private static final List<String> EXPERTS = List.of("zhuanjiayi", "zhuanjiaer", "zhuanjiasan", "zhuanjiasi");
    private static final String SECRET = "a sentence of my own";

    private Guest.Reply ask(String username, String application, int experts) {
        return as(username)
                .post(
                        "/api/scenario-opinions",
                        "{\"origin\": \"%s\", \"experts\": %d, \"question\": \"Is it safe?\"}"
                                .formatted(caseOf(application), experts));
    }

    private JsonNode read(String username, String id) {
        return ok(as(username).get("/api/scenario-opinions/" + id)).body();
    }

    private List<String> asked(String id) {
        return EXPERTS.stream()
                .filter(it -> as(it).get("/api/scenario-opinions/" + id).status() == 200)
                .toList();
    }

    private Guest.Reply give(String username, String id, String advice) {
        return as(username)
                .post(
                        "/api/scenario-opinions/%s/moves".formatted(id),
                        "{\"step\": \"GIVE\", \"advice\": %s, \"opinion\": \"%s\"}".formatted(advice, SECRET));
    }

    private Guest.Reply recuse(String username, String id) {
        return as(username)
                .post(
                        "/api/scenario-opinions/%s/moves".formatted(id),
                        "{\"step\": \"RECUSE\", \"opinion\": \"a friend of mine\"}");
    }

    private static List<String> said(JsonNode view) {
        var said = new ArrayList<String>();
        view.required("said").forEach(it -> said.add(it.required("text").asString()));
        return said;
    }

    @Test
    void until_the_last_has_answered_nobody_reads_another_and_then_all_do() {
        var application = withAuthority("elders");
        var id = ok(ask(AUTHORITY, application, 2)).text("id");
        var experts = asked(id);
        assertThat(experts).hasSize(2);

        ok(give(experts.getFirst(), id, "\"SUPPORT\""));

        assertThat(said(read(AUTHORITY, id))).as("the authority").doesNotContain(SECRET);
        assertThat(said(read(experts.getLast(), id))).as("the other expert").doesNotContain(SECRET);
        assertThat(read(AUTHORITY, id).required("given").asInt()).isEqualTo(1);
        assertThat(give(experts.getFirst(), id, "\"AGAINST\"").status())
                .as("twice")
                .isEqualTo(409);
        assertThat(as(AUTHORITY)
                        .get("/api/evidence?case="
                                + read(AUTHORITY, id).required("caseId").asString())
                        .toString())
                .as("the record keeps a hash")
                .doesNotContain(SECRET);
        ok(give(experts.getLast(), id, "\"CONDITIONAL\""));

        assertThat(read(AUTHORITY, id).required("stage").asString()).isEqualTo("GIVEN");
        assertThat(said(read(AUTHORITY, id))).contains(SECRET);
        assertThat(said(read(experts.getFirst(), id))).hasSize(2);
        assertThat(as(PARTNER).get("/api/applications/" + application).text("stage"))
                .as("advice decides nothing")
                .isEqualTo("WITH_AUTHORITY");
        assertThat(acts(caseOf(application))).contains("ASK_EXPERTS", "EXPERTS_ANSWERED");
    }

    @Test
    void who_has_declared_an_interest_is_not_asked_and_who_stands_back_is_replaced() {
        var applicant = as(PARTNER)
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
        ok(as("zhuanjiasan")
                .put(
                        "/api/selections/interests",
                        "{\"interests\": [{\"about\": \"%s\", \"reason\": \"I advise them\"}]}".formatted(applicant)));
        try {
            var application = withAuthority("elders");
            assertThat(ask(AUTHORITY, application, 4).status())
                    .as("more than have no interest")
                    .isEqualTo(409);
            var id = ok(ask(AUTHORITY, application, 2)).text("id");
            assertThat(asked(id)).doesNotContain("zhuanjiasan");
            var grounds = new ArrayList<String>();
            read(AUTHORITY, id)
                    .required("said")
                    .forEach(it -> grounds.add(it.path("ground").asString("")));
            assertThat(grounds).contains("DECLARED");

            var before = asked(id);
            ok(recuse(before.getFirst(), id));

            assertThat(asked(id)).hasSize(2).doesNotContain(before.getFirst());
            assertThat(give(before.getFirst(), id, "\"SUPPORT\"").status()).isEqualTo(404);
        } finally {
            ok(as("zhuanjiasan").put("/api/selections/interests", "{\"interests\": []}"));
        }
    }

    @Test
    void only_the_authority_asks_while_it_has_the_application_and_its_decision_ends_the_question() {
        var application = draft("elders");
        ok(move(PARTNER, application, "SUBMIT"));
        assertThat(ask(AUTHORITY, application, 1).status())
                .as("with the operator")
                .isEqualTo(409);
        ok(move(OPERATOR, application, "FORWARD"));
        assertThat(ask(OPERATOR, application, 1).status()).isEqualTo(403);
        var id = ok(ask(AUTHORITY, application, 1)).text("id");
        assertThat(ask(AUTHORITY, application, 1).status()).as("one at a time").isEqualTo(409);
        var expert = asked(id).getFirst();
        assertThat(give(expert, id, "null").status()).as("no advice").isEqualTo(422);

        var told = as(PARTNER)
                .get("/api/scenario-opinions?origin=" + caseOf(application))
                .body()
                .get(0);
        assertThat(told.required("experts").asInt()).as("the applicant is told").isEqualTo(1);
        assertThat(told.required("said")).isEmpty();
        assertThat(as(PARTNER).get("/api/scenario-opinions/" + id).status()).isEqualTo(404);
        ok(move(AUTHORITY, application, "ASSESS"));

        assertThat(read(AUTHORITY, id).required("stage").asString()).isEqualTo("CLOSED");
        assertThat(give(expert, id, "\"SUPPORT\"").status()).isEqualTo(409);
    }

    /// What the record says was opened, and the texts themselves.
    private String record(String id) {
        return as(AUTHORITY)
                .get("/api/evidence?case="
                        + read(AUTHORITY, id).required("caseId").asString())
                .toString();
    }

    @Test
    void what_was_said_is_on_record_also_when_the_authority_waits_for_no_more() {
        var ended = ok(ask(AUTHORITY, withAuthority("elders"), 2)).text("id");
        ok(give(asked(ended).getFirst(), ended, "\"SUPPORT\""));
        assertThat(record(ended)).doesNotContain("expert-opinions-opened");
        ok(as(AUTHORITY)
                .post(
                        "/api/scenario-opinions/%s/moves".formatted(ended),
                        "{\"step\": \"END_ASKING\", \"opinion\": \"enough\"}"));
        assertThat(record(ended)).contains("expert-opinions-opened");

        var application = withAuthority("elders");
        var decided = ok(ask(AUTHORITY, application, 2)).text("id");
        ok(give(asked(decided).getFirst(), decided, "\"AGAINST\""));
        ok(move(AUTHORITY, application, "REJECT"));
        assertThat(record(decided)).contains("expert-opinions-opened");
        assertThat(acts(read(AUTHORITY, decided).required("caseId").asString())).contains("EXPERTS_ANSWERED");

        var silent = ok(ask(AUTHORITY, withAuthority("elders"), 1)).text("id");
        ok(as(AUTHORITY)
                .post(
                        "/api/scenario-opinions/%s/moves".formatted(silent),
                        "{\"step\": \"END_ASKING\", \"opinion\": \"not needed\"}"));
        assertThat(record(silent)).as("nobody said anything").doesNotContain("expert-opinions-opened");
    }

    @Test
    void the_experts_answer_within_the_authoritys_own_term() {
        var application = withAuthority("elders");
        sql.sql("update case_task set due = ? where case_id = ? and role = 'AUTHORITY'")
                .params(LocalDate.now(ZoneId.of("Asia/Shanghai")), UUID.fromString(caseOf(application)))
                .update();
        var asked = ok(ask(AUTHORITY, application, 1)).body();
        assertThat(asked.required("due").asString())
                .isEqualTo(task(caseOf(application), "AUTHORITY")
                        .required("clock")
                        .required("due")
                        .asString());
    }
}
