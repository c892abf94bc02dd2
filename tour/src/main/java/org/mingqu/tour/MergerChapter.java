package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/// Two departments become one: it goes on under the other's name with the decision on record, once (art. 3).
final class MergerChapter {

    private final Stage stage;
    private final Person authority;

    MergerChapter(Stage stage) {
        this.stage = stage;
        this.authority = stage.cast().authority();
    }

    void merged() {
        var before = organisation("years.before");
        var after = organisation("years.after");
        var path = "/api/organisations/%s/acts".formatted(before);
        stage.cast().partner().refused("POST", path, merger(after), 403, "");
        authority.post(path, merger(after));
        stage.diary().did(authority, "3", before, "act.merge", stage.words().of("years.after", stage.suffix()));
        var history = authority.get(path);
        Expect.that(
                "expect.merged",
                history.toString().contains(after)
                        && history.toString().contains(stage.words().of("years.merger")),
                after,
                Person.shortened(history.toString()));
        authority.refused("POST", path, merger(after), 409, "organisation-merged");
        stage.diary().held("held.merged", stage.words().of("years.merger"));
    }

    private String organisation(String name) {
        var form = form().put("name", stage.words().of(name, stage.suffix())).put("kind", "DEPARTMENT");
        return text(stage.cast().as("xitong").post("/api/organisations", form), "id");
    }

    private ObjectNode merger(String successor) {
        var document = stage.words().of("years.merger").getBytes(StandardCharsets.UTF_8);
        return form().put("kind", "MERGE")
                .put("successor", successor)
                .put("basis", stage.words().of("years.merger"))
                .put("documentName", stage.words().of("years.document"))
                .put("document", Base64.getEncoder().encodeToString(document));
    }
}
