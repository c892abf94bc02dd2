package org.mingqu.platform.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Article 10: who wants to operate applies within the window")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article10Test extends SelectionStreet {

    @Test
    void a_late_application_is_refused_with_the_window() {
        var call = published(2);
        var draft = drafted("kangning", call);
        close(call);

        var late = move("kangning", draft, "FILE", "");
        var later = as("xinhe").post("/api/selections/%s/candidacies".formatted(call), "{}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("selection-not-open");
        assertThat(late.body().required("detail").asString())
                .contains(today().minusDays(30).toString());
        assertThat(later.status()).isEqualTo(409);
    }

    @Test
    void a_draft_that_was_not_filed_lapses_with_the_window() {
        var call = published(2);
        var draft = drafted("kangning", call);
        close(call);

        file("shuju", call); // whoever looks first finds the window closed

        assertThat(ok(as("kangning").get("/api/candidacies/" + draft), 200)
                        .required("stage")
                        .asString())
                .isEqualTo("LAPSED");
    }

    @Test
    void what_is_not_answered_or_will_have_expired_is_named_all_at_once() {
        var call = published(2);
        var begun = ok(as("kangning").post("/api/selections/%s/candidacies".formatted(call), "{}"), 201);
        var id = begun.required("id").asString();
        var version = begun.required("version").asInt();
        ok(
                as("kangning")
                        .put(
                                "/api/candidacies/" + id,
                                answers(version, today().plusDays(1), Requirement.RULES, Requirement.NETWORK)),
                200);

        var reply = move("kangning", id, "FILE", "");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().required("fields").propertyNames())
                .containsExactlyInAnyOrder("answers.RULES", "answers.NETWORK", "answers.SECURITY");
    }

    @Test
    void it_is_returned_once_with_all_defects_and_may_be_supplemented_after_the_window() {
        var call = published(2);
        var id = drafted("kangning", call);
        ok(move("kangning", id, "FILE", ""), 200);
        var defects = ", \"defects\": {\"RULES\": \"no training record\", \"SYSTEMS\": \"no reference\"}";

        var returned = ok(move("shuju", id, "FIND_INCOMPLETE", defects), 200);
        close(call);
        ok(move("kangning", id, "FILE", ""), 200);
        var again = move("shuju", id, "FIND_INCOMPLETE", defects);

        assertThat(returned.required("defects")).hasSize(2);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("candidacy-returned-once");
    }

    @Test
    void an_organisation_has_one_application_and_sees_no_other() {
        var call = published(2);
        var one = drafted("kangning", call);

        var again = as("kangning").post("/api/selections/%s/candidacies".formatted(call), "{}");

        assertThat(again.body().required("id").asString()).isEqualTo(one);
        assertThat(as("xinhe").get("/api/candidacies/" + one).status()).isEqualTo(404);
        assertThat(as("shuju").get("/api/candidacies/" + one).status()).isEqualTo(404);
    }

    @Test
    void a_natural_person_does_not_apply() {
        var reply = as("tangyibo").post("/api/selections/%s/candidacies".formatted(published(2)), "{}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("operator-legal-form");
    }
}
