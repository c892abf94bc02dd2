package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName(
        "Article 26: each year the whole process is evaluated with finance, and circulated to the security departments")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article26Test extends OnDuty {

    private static final String EVALUATION = form("\"summary\": \"s\", \"quality\": \"q\", \"development\": \"d\"");

    /// The evaluation of this year, as it opens on the first of January.
    private String ofThisYear(String code) {
        var year = today().getYear();
        register.look(LocalDate.of(year + 1, 1, 1));
        return id(duty(AUTHORITY, code, LocalDate.of(year, 1, 1)));
    }

    @Test
    void the_evaluation_of_last_year_was_made_with_the_finance_department() {
        var last = duty(AUTHORITY, "evaluation", LocalDate.of(today().getYear() - 1, 1, 1));

        assertThat(last.required("state").asString()).isEqualTo("DONE");
        var acts = as(AUTHORITY)
                .get("/api/cases/" + last.required("caseId").asString())
                .body()
                .required("acts");
        assertThat(acts)
                .anyMatch(it -> it.required("step").asString().equals("ACCEPT")
                        && it.required("article").asString().equals("26")
                        && it.required("organisation").asString().contains("财政"));
    }

    @Test
    void finance_alone_concurs_and_may_return_it() {
        var id = ofThisYear("evaluation");

        accepted(take(AUTHORITY, id, "SUBMIT", EVALUATION), "SUBMITTED");
        assertThat(take(AUTHORITY, id, "ACCEPT", "").status()).as("its own").isEqualTo(403);
        assertThat(take("fagai", id, "ACCEPT", "").status())
                .as("another regulator")
                .isEqualTo(404);
        accepted(take("caizheng", id, "RETURN", ", \"opinion\": \"costs are missing\""), "RETURNED");
        accepted(take(AUTHORITY, id, "SUBMIT", EVALUATION), "SUBMITTED");
        accepted(take("caizheng", id, "ACCEPT", ""), "ACCEPTED");
    }

    @Test
    void the_whole_process_is_circulated_when_each_of_the_three_has_taken_note() {
        var id = ofThisYear("circulation");

        accepted(take(AUTHORITY, id, "SUBMIT", form("\"summary\": \"s\"")), "SUBMITTED");
        accepted(take("wangxin", id, "ACCEPT", ""), "SUBMITTED");
        assertThat(take("wangxin", id, "ACCEPT", "").status()).as("twice").isEqualTo(403);
        accepted(take("gongan", id, "ACCEPT", ""), "SUBMITTED");
        accepted(take("baomi", id, "ACCEPT", ""), "ACCEPTED");
    }

    @Test
    void who_has_not_taken_note_of_last_years_is_seen() {
        var last = duty(AUTHORITY, "circulation", LocalDate.of(today().getYear() - 1, 1, 1));

        assertThat(last.required("state").asString()).isEqualTo("WAITING_LONG");
        var waiting = wall().required("waiting")
                .valueStream()
                .filter(it -> id(it.required("duty")).equals(id(last)))
                .flatMap(it -> it.required("by").valueStream())
                .map(JsonNode::asString)
                .toList();
        assertThat(waiting).singleElement().asString().contains("保密");
        assertThat(duties("baomi", "circulation")).extracting(OnDuty::id).contains(id(last));
        assertThat(duties("fagai", "circulation")).isEmpty();
    }
}
