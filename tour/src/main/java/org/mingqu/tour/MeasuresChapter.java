package org.mingqu.tour;

import static org.mingqu.tour.Person.text;

import tools.jackson.databind.JsonNode;

/// The 41 articles as they stand after three years: each with its software, none with anything overdue.
final class MeasuresChapter {

    private static final int ARTICLES = 41;

    private final Stage stage;

    MeasuresChapter(Stage stage) {
        this.stage = stage;
    }

    void green() {
        var measures = stage.cast().nobody().get("/api/measures");
        Expect.same("expect.measures", ARTICLES, measures.size());
        var entries = 0L;
        for (var article : measures) {
            var state = text(article, "state");
            Expect.that(
                    "expect.green", !state.equals("OVERDUE") && !state.equals("NO_SOFTWARE"), "IN_USE", line(article));
            entries += article.required("entries").asLong();
        }
        stage.diary().held("held.green", ARTICLES, entries);
    }

    private static String line(JsonNode article) {
        return Person.shortened("%s %s: %s".formatted(article.required("article"), text(article, "state"), article));
    }
}
