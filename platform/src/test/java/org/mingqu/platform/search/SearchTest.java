package org.mingqu.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnApplications;

@DisplayName("Search finds all that a person may see, in groups, and nothing else")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTest extends OnApplications {

    private List<String> paths(String username, String text) {
        var paths = new ArrayList<String>();
        ok(as(username).get("/api/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .body()
                .forEach(group -> group.required("found")
                        .forEach(it -> paths.add(it.required("path").asString())));
        return paths;
    }

    @Test
    void a_case_is_found_by_its_parties_and_by_nobody_else() {
        var title = "Case " + UUID.randomUUID();
        var id = draftCalled(title, "elders");
        ok(move(PARTNER, id, "SUBMIT"));
        var path = "/cases/" + caseOf(id);

        assertThat(paths(PARTNER, title.toUpperCase(java.util.Locale.ROOT))).containsExactly(path);
        assertThat(paths(OPERATOR, title)).containsExactly(path);
        assertThat(paths(AUTHORITY, title)).containsExactly(path);
        assertThat(paths("xinhe", title)).isEmpty();
        assertThat(paths("minzheng", title))
                .as("it is not before the department yet")
                .isEmpty();
    }

    @Test
    void resources_products_agreements_and_notices_are_found_each_under_its_group() {
        var titles = new ArrayList<String>();
        for (var path : List.of("/api/agreements", "/api/catalogue?size=1")) {
            var body = as(AUTHORITY).get(path).body();
            var first = body.isArray() ? body.get(0) : body.required("items").get(0);
            titles.add(first.required("title").asString());
        }
        assertThat(paths(AUTHORITY, titles.getFirst())).anyMatch(it -> it.startsWith("/agreements/"));
        assertThat(paths("zhuanjiayi", titles.getLast()))
                .as("the catalogue is open to all")
                .anyMatch(it -> it.startsWith("/catalogue/"));
        assertThat(paths("zhuanjiayi", titles.getFirst())).noneMatch(it -> it.startsWith("/agreements/"));
    }

    @Test
    void organisations_are_for_those_who_keep_or_supervise_them_and_an_empty_text_finds_nothing() {
        var name = as(OPERATOR)
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("name")
                .asString();
        assertThat(paths(AUTHORITY, name)).anyMatch(it -> it.startsWith("/people?organisation="));
        assertThat(paths("xinhe", name)).noneMatch(it -> it.startsWith("/people"));
        assertThat(paths(AUTHORITY, " ")).isEmpty();
        assertThat(nobody().get("/api/search?q=a").status()).isEqualTo(401);
        assertThat(as(AUTHORITY).get("/api/search?q=" + "a".repeat(101)).status())
                .isEqualTo(422);
    }
}
