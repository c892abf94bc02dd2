package org.mingqu.tour;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// What is done, one printed line per act, each with the entry that the installation made of it.
final class Diary {

    private final PrintStream out;
    private final Texts texts;
    private final Map<String, Person> entries = new LinkedHashMap<>();
    private int chapter;
    private int checks;

    Diary(PrintStream out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    void chapter(String key) {
        chapter++;
        out.println();
        out.println(texts.of("chapter", chapter, texts.of(key)));
    }

    int chapter() {
        return chapter;
    }

    /// An act that must be on record.
    ///
    /// @param article by which it must be entered; empty for an act that no article names
    /// @param code of the act
    /// @param marker an id that the entry must speak of
    /// @return id of the entry
    String act(Person by, String article, String code, String marker, String key, Object... parameters) {
        var entry = entry(by, code, marker);
        Expect.same("expect.article", article, entry.path("article").asString(""));
        Expect.same("expect.role", by.role(), entry.path("role").asString(""));
        var id = Person.text(entry, "id");
        entries.put(id, by);
        out.println(texts.of("line", article(article), role(by), texts.of(key, parameters), id));
        return id;
    }

    private JsonNode entry(Person by, String code, String marker) {
        return entry(by, marker, code, it -> it.path("act").asString("").equals(code));
    }

    private JsonNode entry(Person by, String marker, String wanted, Predicate<JsonNode> meant) {
        var found = by.get("/api/evidence?size=50&q=" + marker).required("items");
        for (var entry : found) {
            if (meant.test(entry)
                    && entry.path("person").asString("").equals(by.name())
                    && !entries.containsKey(entry.path("id").asString(""))) {
                return entry;
            }
        }
        throw new Broken("expect.evidence", "%s (%s)".formatted(wanted, marker), Person.shortened(found.toString()));
    }

    /// An act that must be on record by its article, whatever its code.
    void did(Person by, String article, String marker, String key, Object... parameters) {
        var entry =
                entry(by, marker, article, it -> it.path("article").asString("").equals(article));
        Expect.same("expect.role", by.role(), entry.path("role").asString(""));
        var id = Person.text(entry, "id");
        entries.put(id, by);
        out.println(texts.of("line", article(article), role(by), texts.of(key, parameters), id));
    }

    /// A new day.
    void day(LocalDate day) {
        out.println(texts.of("day", day.toString()));
    }

    /// A refusal that must come, with the article that it names.
    void refusal(Person by, String article, JsonNode problem, String key, Object... parameters) {
        Expect.same("expect.article", article, problem.path("article").asString(""));
        checks++;
        var what = texts.of(key, parameters);
        out.println(texts.of(
                "refusal",
                article(article),
                role(by),
                what,
                problem.path("detail").asString("")));
    }

    /// A refusal that must come, and name an article or say that the house's rules have it so.
    void refusal(Person by, JsonNode problem, String key, Object... parameters) {
        refusal(by, problem.path("article").asString(""), problem, key, parameters);
    }

    /// Something that was looked at and held.
    void held(String key, Object... parameters) {
        checks++;
        out.println(texts.of("held", texts.of(key, parameters)));
    }

    void note(String key, Object... parameters) {
        out.println(texts.of("note", texts.of(key, parameters)));
    }

    /// All entries so far, in their order, with who made them.
    Map<String, Person> entries() {
        return entries;
    }

    void end(long seconds) {
        out.println();
        out.println(texts.of("end", entries.size(), checks, seconds));
    }

    void broken(Broken it) {
        out.println();
        out.println(texts.of("broken", chapter, texts.of(it.what()), it.wanted(), it.came()));
    }

    private String article(String article) {
        return article.isEmpty() ? texts.of("article.none") : texts.of("article", article);
    }

    private String role(Person by) {
        return texts.of("person", texts.of("role." + by.role()), by.organisation(), by.name());
    }
}
