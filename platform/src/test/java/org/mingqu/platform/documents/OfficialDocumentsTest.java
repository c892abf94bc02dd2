package org.mingqu.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.mingqu.platform.Paper;
import tools.jackson.databind.JsonNode;

@DisplayName("Documents on paper: any case, with a number, a seal and a code by which a copy is checked")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfficialDocumentsTest extends OnTheStreet {

    private JsonNode granted() {
        for (JsonNode file : as("kangning")
                .get("/api/cases?kind=AUTHORISATION&size=50")
                .body()
                .required("items")) {
            if (file.required("stage").asString().equals("GRANTED")) {
                return as("kangning")
                        .get("/api/cases/" + file.required("id").asString())
                        .body();
            }
        }
        throw new AssertionError("no application is granted");
    }

    private static Guest.Reply print(Guest person, JsonNode file) {
        return person.post("/api/cases/%s/sheet".formatted(file.required("id").asString()), "{}");
    }

    @Test
    void a_party_gets_the_case_as_a_PDF_that_names_every_act_and_carries_its_own_typeface() throws IOException {
        var file = granted();
        var printed = print(as("kangning"), file);
        assertThat(printed.status()).as("%s", printed).isEqualTo(201);
        try (var pdf = Paper.open(printed)) {
            var text = Paper.text(pdf);
            assertThat(text)
                    .contains(file.required("number").asString())
                    .contains("Statement of a case")
                    .contains("康宁智慧养老");
            var acts = new ArrayList<String>();
            file.required("acts")
                    .forEach(it -> acts.add(it.path("evidence").asString("").substring(0, 8)));
            assertThat(text.replaceAll("\\s", "")).contains(acts);
            Paper.mustCarryItsTypeface(pdf);
        }
    }

    @Test
    void anybody_with_the_code_learns_whether_a_copy_is_the_one_that_was_issued() {
        var printed = print(as("kangning"), granted());
        var told = nobody().get("/api/issued/" + Paper.code(printed).toLowerCase(java.util.Locale.ROOT));
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.text("issuer")).contains("康宁");
        var path = "/api/issued/%s/comparison".formatted(Paper.code(printed));
        var same = nobody().attach(path, printed.whole().body());
        assertThat(same.body().required("same").asBoolean()).as("%s", same).isTrue();
        var changed = printed.whole().body().clone();
        changed[changed.length / 2] ^= 1;
        var other = nobody().attach(path, changed);
        assertThat(other.body().required("same").asBoolean()).as("%s", other).isFalse();
    }

    @Test
    void a_code_that_was_never_given_out_is_not_found() {
        assertThat(nobody().get("/api/issued/2222222222222222").status()).isEqualTo(404);
    }

    @Test
    void who_may_not_see_a_case_gets_no_paper_of_it() {
        assertThat(print(as("xinhe"), granted()).status()).isEqualTo(404);
    }

    @Test
    void markup_in_what_was_typed_stays_text() throws IOException {
        var opened = as("kangning").post("/api/applications", "{}");
        var saved = as("kangning").put("/api/applications/" + opened.text("id"), """
                {"version": %d, "scenario": {"title": "<b>bold</b> & <img src=x>", "purpose": "</td><script>1</script>"},
                 "items": []}
                """.formatted(
                        opened.body().required("version").asInt()));
        var file = as("kangning").get("/api/cases/" + saved.text("caseId")).body();
        try (var pdf = Paper.open(print(as("kangning"), file))) {
            assertThat(Paper.text(pdf)).contains("<b>bold</b> & <img src=x>").contains("</td><script>1</script>");
        }
    }
}
