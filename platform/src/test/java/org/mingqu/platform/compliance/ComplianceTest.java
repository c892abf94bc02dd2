package org.mingqu.platform.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

@DisplayName("The Measures article by article: made from the registries, so that it cannot lie")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplianceTest extends OnTheStreet {

    private JsonNode article(int number) {
        return nobody().get("/api/measures").body().get(number - 1);
    }

    @Test
    void each_of_the_41_articles_has_its_line_for_everybody() {
        var lines = nobody().get("/api/measures");

        assertThat(lines.status()).isEqualTo(200);
        assertThat(lines.body()).hasSize(41);
        for (var number = 1; number <= 41; number++) {
            assertThat(article(number).required("article").asInt()).isEqualTo(number);
        }
    }

    @Test
    void an_article_that_no_room_covers_is_shown_as_without_software() {
        var uncovered = new ArrayList<Integer>();
        nobody().get("/api/measures").body().forEach(it -> {
            if (it.required("covered").isEmpty()) {
                assertThat(it.required("state").asString()).isEqualTo("NO_SOFTWARE");
                uncovered.add(it.required("article").asInt());
            }
        });

        assertThat(uncovered)
                .doesNotContain(
                        1, 2, 9, 11, 12, 13, 14, 17, 18, 19, 21, 22, 23, 24, 25, 26, 28, 33, 34, 36, 37, 38, 39);
    }

    @Test
    void overdue_duties_show_at_their_article_with_their_number() {
        var overdue = as("shuju")
                .get("/api/duties?size=200&state=OVERDUE&article=34")
                .body()
                .required("total")
                .asLong();

        assertThat(overdue).isPositive();
        assertThat(article(34).required("state").asString()).isEqualTo("OVERDUE");
        assertThat(covered(34, "DUTIES").required("overdue").asLong()).isEqualTo(overdue);
    }

    @Test
    void what_is_done_shows_at_once_in_the_evidence_of_its_article() {
        var before = article(33).required("entries").asLong();

        var home = as("yunying")
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
        as("minzheng")
                .post(
                        "/api/rectifications",
                        "{\"target\": \"%s\", \"role\": \"OPERATOR\", \"finding\": \"f\"}".formatted(home));

        assertThat(article(33).required("entries").asLong()).isEqualTo(before + 1);
        assertThat(covered(33, "RECTIFICATION").required("open").asLong()).isPositive();
    }

    @Test
    void every_article_of_every_procedure_is_covered() {
        for (var procedure : nobody().get("/api/procedures").body()) {
            procedure.required("moves").forEach(move -> {
                var name = move.required("article").asString();
                if (!name.isEmpty()) {
                    assertThat(covered(
                                    Integer.parseInt(name),
                                    procedure.required("kind").asString()))
                            .isNotNull();
                }
            });
        }
    }

    private JsonNode covered(int number, String room) {
        return article(number)
                .required("covered")
                .valueStream()
                .filter(it -> it.required("room").asString().equals(room))
                .findFirst()
                .orElseThrow(() -> new AssertionError("article %d is not covered by %s".formatted(number, room)));
    }
}
