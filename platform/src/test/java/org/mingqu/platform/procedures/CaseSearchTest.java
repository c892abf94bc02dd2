package org.mingqu.platform.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnApplications;

@DisplayName("At everybody's desk: a case is found by any part of its title or number, in capitals or not")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseSearchTest extends OnApplications {

    private List<String> found(String path, String username, String text) {
        var query = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return ok(as(username).get(path + "?size=100&q=" + query))
                .body()
                .required("items")
                .findValuesAsString("number");
    }

    @Test
    void by_part_of_its_title_or_number_however_it_is_written_and_by_its_new_title_only() {
        var name = "Zq" + System.nanoTime();
        var id = draftCalled("供水 " + name + " 100%_a", "elders");
        var number = file(AUTHORITY, caseOf(id)).required("number").asString();

        for (var text : List.of(name, name.toUpperCase(Locale.ROOT), "水 " + name, name + " 100%_A")) {
            assertThat(found("/api/cases", PARTNER, text)).as(text).containsExactly(number);
        }
        assertThat(found("/api/cases", PARTNER, number.toLowerCase(Locale.ROOT)))
                .contains(number);
        assertThat(found("/api/cases", PARTNER, name.replace("q", "_")))
                .as("a sign is itself")
                .isEmpty();
        assertThat(found("/api/cases", PARTNER, name + "%a")).isEmpty();
        assertThat(found("/api/cases", PARTNER, name + "\\")).isEmpty();
        assertThat(found("/api/cases", "xinhe", name)).as("another applicant's").isEmpty();

        ok(save(id, "Yq" + name.substring(2), List.of(item("elders", column("elders", 0)))));
        assertThat(found("/api/cases", PARTNER, name)).isEmpty();
        assertThat(found("/api/cases", PARTNER, "yq" + name.substring(2))).containsExactly(number);
    }

    @Test
    void tasks_are_found_by_their_cases() {
        var name = "Xq" + System.nanoTime();
        var id = draftCalled(name, "elders");
        ok(move(PARTNER, id, "SUBMIT"));

        var query = "/api/tasks?state=OPEN&size=20&q=" + name.toUpperCase(Locale.ROOT);

        assertThat(ok(as(OPERATOR).get(query)).body().required("total").asLong())
                .isEqualTo(1);
        assertThat(ok(as(OPERATOR).get(query + "no")).body().required("total").asLong())
                .isZero();
    }
}
