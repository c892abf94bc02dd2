package org.mingqu.platform.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 11: experts and regulators review, the district government decides")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article11Test extends SelectionStreet {

    @Test
    void it_is_reviewed_decided_and_announced_and_anybody_can_draw_the_experts_again() {
        var call = published(3);
        var good = complete("kangning", call);
        var weak = complete("xinhe", call);
        var commitment = ok(nobody().get("/api/notices/" + call), 200)
                .required("commitment")
                .asString();
        drawn(call);
        reviewed(call, good, 90);
        reviewed(call, weak, 40);

        ok(moveCall("shuju", call, "SUBMIT", ", \"proposed\": [\"%s\"]".formatted(good)), 200);
        var byAuthority = moveCall("shuju", call, "APPROVE", "");
        ok(moveCall("zhengfu", call, "APPROVE", ""), 200);
        assertThat(feed(call)).as("nothing of the result before").doesNotContain("选定：");
        ok(moveCall("shuju", call, "ANNOUNCE", ""), 200);

        assertThat(feed(call)).as("the feed tells the result").contains("选定：");
        assertThat(byAuthority.status()).isEqualTo(403);
        var shown = ok(nobody().get("/api/notices/" + call), 200);
        assertThat(shown.required("selected")).hasSize(1);
        assertThat(stage("kangning", good)).isEqualTo("SELECTED");
        assertThat(stage("xinhe", weak)).isEqualTo("NOT_SELECTED");
        var draw = shown.required("draw");
        var seed = draw.required("seed").asString();
        assertThat(Draw.commitment(seed)).isEqualTo(commitment);
        assertThat(Draw.order(seed, ids(draw.required("filings"), ""), shuffled(ids(draw.required("seats"), "person"))))
                .isEqualTo(ids(draw.required("seats"), "person"));
    }

    /// What the feed says of a selection.
    private String feed(String call) {
        var all = nobody().fetch("http://localhost:%d/api/notices/feed".formatted(port));
        var from = all.indexOf("urn:uuid:" + call);
        return all.substring(from, all.indexOf("</entry>", from));
    }

    private static List<UUID> shuffled(List<UUID> ids) {
        return ids.stream().sorted().toList();
    }

    private static List<UUID> ids(JsonNode array, String field) {
        var ids = new ArrayList<UUID>();
        array.forEach(it -> ids.add(UUID.fromString((field.isEmpty() ? it : it.required(field)).asString())));
        return ids;
    }

    private String stage(String username, String candidacy) {
        return ok(as(username).get("/api/candidacies/" + candidacy), 200)
                .required("stage")
                .asString();
    }

    @Test
    void an_expert_with_a_declared_interest_is_not_seated_and_cannot_score() {
        var call = published(2);
        var id = complete("xinhe", call);
        var xinhe = ok(as("xinhe").get("/api/candidacies/" + id), 200)
                .required("organisation")
                .required("id")
                .asString();
        ok(
                as("zhuanjiasan")
                        .put(
                                "/api/selections/interests",
                                "{\"interests\": [{\"about\": \"%s\", \"reason\": \"a former employer\"}]}"
                                        .formatted(xinhe)),
                200);

        drawn(call);
        var scored = score("zhuanjiasan", id, 90, "");
        ok(as("zhuanjiasan").put("/api/selections/interests", "{\"interests\": []}"), 200);

        assertThat(panel(call)).hasSize(2).doesNotContain("zhuanjiasan");
        assertThat(file("shuju", call).required("seats").findValuesAsString("ground"))
                .contains("DECLARED");
        assertThat(scored.status()).isEqualTo(403);
        assertThat(scored.problem()).isEqualTo("expert-not-seated");
    }

    @Test
    void of_two_experts_who_are_related_only_the_first_drawn_is_seated() {
        var call = published(EXPERTS.size());
        complete("xinhe", call);
        var first = person("zhuanjiasi");
        ok(
                as("zhuanjiasan")
                        .put(
                                "/api/selections/interests",
                                "{\"interests\": [{\"about\": \"%s\", \"reason\": \"a brother\"}]}".formatted(first)),
                200);

        close(call);
        var drawn = moveCall("shuju", call, "DRAW", "");
        ok(as("zhuanjiasan").put("/api/selections/interests", "{\"interests\": []}"), 200);

        assertThat(drawn.problem()).isEqualTo("experts-too-few");
        assertThat(drawn.text("detail")).contains("4 are needed, 3 were found");
    }

    private String person(String username) {
        return sql.sql("select id from person where username = :username")
                .param("username", username)
                .query(UUID.class)
                .single()
                .toString();
    }

    @Test
    void an_expert_who_stands_back_is_replaced_by_the_next_in_the_draw() {
        var call = published(2);
        var id = complete("xinhe", call);
        drawn(call);
        var before = panel(call);

        ok(
                as(before.getFirst())
                        .post("/api/selections/%s/recusals".formatted(call), "{\"reason\": \"I know them well\"}"),
                200);

        assertThat(panel(call)).hasSize(2).doesNotContain(before.getFirst()).contains(before.getLast());
        assertThat(score(before.getFirst(), id, 80, "").status()).isEqualTo(403);
    }

    @Test
    void experts_score_on_their_own_until_all_have_and_confer_where_they_are_apart() {
        var call = published(2);
        var id = complete("xinhe", call);
        drawn(call);
        var panel = panel(call);
        ok(score(panel.get(0), id, 90, ""), 200);

        var seenByTheOther = ok(as(panel.get(1)).get("/api/candidacies/" + id), 200);
        ok(score(panel.get(1), id, 20, ""), 200);
        var seenAfter = ok(as(panel.get(1)).get("/api/candidacies/" + id), 200);
        REGULATORS.forEach(it -> as(it).post("/api/candidacies/%s/opinions".formatted(id), "{\"objects\": false}"));
        var apart = moveCall("shuju", call, "SUBMIT", ", \"proposed\": [\"%s\"]".formatted(id));
        var unsaid = score(panel.get(1), id, 80, "");
        ok(score(panel.get(1), id, 80, "we have conferred"), 200);
        var together = moveCall("shuju", call, "SUBMIT", ", \"proposed\": [\"%s\"]".formatted(id));

        assertThat(seenByTheOther.required("scores")).isEmpty();
        assertThat(seenAfter.required("scores")).hasSize(2);
        assertThat(apart.problem()).isEqualTo("scores-apart");
        assertThat(unsaid.body().required("fields").propertyNames()).containsExactly("comment");
        assertThat(together.status()).as("%s", together).isEqualTo(200);
    }

    @Test
    void silence_is_no_opinion_and_who_is_missing_is_named() {
        var call = published(2);
        var id = complete("xinhe", call);
        drawn(call);
        panel(call).forEach(it -> score(it, id, 90, ""));

        var reply = moveCall("shuju", call, "SUBMIT", ", \"proposed\": [\"%s\"]".formatted(id));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("review-missing");
    }

    @Test
    void what_is_below_the_pass_mark_is_not_proposed() {
        var call = published(2);
        var id = complete("xinhe", call);
        drawn(call);
        reviewed(call, id, 59);

        var reply = moveCall("shuju", call, "SUBMIT", ", \"proposed\": [\"%s\"]".formatted(id));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().required("fields").required("proposed").asString())
                .contains("pass mark");
    }

    @Test
    void the_government_sends_it_back_or_ends_it_with_its_reason() {
        var call = published(2);
        var id = complete("xinhe", call);
        drawn(call);
        reviewed(call, id, 90);
        ok(moveCall("shuju", call, "SUBMIT", ", \"proposed\": [\"%s\"]".formatted(id)), 200);

        ok(moveCall("zhengfu", call, "RETURN", ""), 200);
        ok(moveCall("shuju", call, "SUBMIT", ", \"proposed\": [\"%s\"]".formatted(id)), 200);
        var ended = ok(moveCall("zhengfu", call, "REJECT", ""), 200);

        assertThat(ended.required("notice").required("stage").asString()).isEqualTo("ENDED");
        assertThat(ended.required("open")).isEmpty();
    }

    @Test
    void nothing_is_drawn_before_every_application_was_checked() {
        var call = published(2);
        var id = drafted("xinhe", call);
        ok(move("xinhe", id, "FILE", ""), 200);
        close(call);

        var reply = moveCall("shuju", call, "DRAW", "");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("selection-unchecked");
    }
}
