package org.mingqu.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;

@DisplayName("Article 5: the authority assembles and publishes the catalogue, anybody reads it")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article5Test extends OnTheStreet {

    @Test
    void anybody_browses_what_is_published_and_nothing_else() {
        var found = nobody().get("/api/catalogue?size=200").body();

        var names = found.required("items").findValuesAsString("name");
        assertThat(names).contains("elders", "water_daily", "traffic_counts").doesNotContain("dwellings", "elder_care");
        assertThat(found.required("items")
                        .get(0)
                        .required("quality")
                        .required("score")
                        .asInt())
                .isBetween(1, 100);
    }

    @Test
    void the_dictionary_says_what_each_column_may_be_used_for() {
        var entry = nobody().get("/api/catalogue/" + resource("elders")).body();

        for (var column : entry.required("columns")) {
            if (column.required("columnClass").asString().equals("IDENTIFIER")) {
                assertThat(column.required("rights").toString()).doesNotContain("GROUP", "FILTER", "OUTPUT_AGGREGATE");
            }
        }
        assertThat(entry.required("versions")).hasSize(1);
    }

    @Test
    void the_sample_is_synthetic_and_the_same_each_time() {
        var path = "/api/catalogue/%s/sample".formatted(resource("elders"));

        var first = nobody().get(path).body();

        assertThat(first.required("synthetic").asBoolean()).isTrue();
        assertThat(first.required("rows")).isNotEmpty();
        assertThat(nobody().get(path).body()).isEqualTo(first);
    }

    @Test
    void a_search_finds_by_text_and_grade() {
        var path = "/api/catalogue?size=200&q=traffic";

        var found = nobody().get(path).body().required("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).required("name").asString()).isEqualTo("traffic_counts");
        assertThat(nobody().get(path + "&grade=4").body().required("total").asInt())
                .isZero();
    }

    @Test
    void only_the_authority_publishes_and_only_what_was_submitted() {
        var batch = "{\"title\": \"Once more\", \"resources\": [\"%s\"]}".formatted(resource("elders"));

        for (var username : new String[] {"minzheng", "yunying", "kangning", "zhengfu"}) {
            assertThat(as(username).post("/api/catalogue-batches", batch).status())
                    .as(username)
                    .isEqualTo(403);
        }
        var again = as("shuju").post("/api/catalogue-batches", batch);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("resource-not-submitted");
        assertThat(as("shuju")
                        .post("/api/catalogue-batches", "{\"title\": \"None\", \"resources\": []}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void candidates_are_for_the_authority() {
        var names = as("shuju").get("/api/catalogue-batches/candidates").body().findValuesAsString("name");

        assertThat(names).contains("dwellings");
        assertThat(as("kangning").get("/api/catalogue-batches/candidates").status())
                .isEqualTo(403);
    }

    @Test
    void an_unknown_resource_is_not_found() {
        assertThat(nobody().get("/api/catalogue/00000000-0000-0000-0000-000000000001")
                        .status())
                .isEqualTo(404);
    }
}
