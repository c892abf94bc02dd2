package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The authority publishes, and anybody may look (art. 5, 6).
final class CatalogueChapter {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String IDENTITY = "出租人身份证号";

    private final Stage stage;
    private final Path leases;

    /// The chapter for a walk.
    ///
    /// @param leases the file that the housing department brought
    CatalogueChapter(Stage stage, Path leases) {
        this.stage = stage;
        this.leases = leases;
    }

    void play(List<Loaded> all) {
        var first = all.getFirst();
        var nobody = stage.cast().nobody();
        nobody.refused("GET", "/api/catalogue/" + first.id(), null, 404, "");
        stage.diary().held("held.not-published");
        var request = form().put("title", stage.words().of("batch", stage.suffix()));
        var chosen = request.putArray("resources");
        all.forEach(it -> chosen.add(it.id()));
        stage.cast().housing().refused("POST", "/api/catalogue-batches", request, 403, "");
        var batch = stage.cast().authority().post("/api/catalogue-batches", request);
        stage.diary()
                .act(
                        stage.cast().authority(),
                        "5",
                        "catalogue-published",
                        text(batch, "id"),
                        "act.publish",
                        all.size());
        all.forEach(it -> look(nobody, it));
        sample(nobody, first);
    }

    private void look(Person nobody, Loaded it) {
        var entry = nobody.get("/api/catalogue/" + it.id());
        Expect.same(
                "expect.dictionary",
                it.as().columns().size(),
                entry.required("columns").size());
        Expect.same("expect.fresh", "FRESH", text(entry, "freshness"));
        var quality = entry.required("quality");
        Expect.that("expect.quality", quality.hasNonNull("score") && quality.hasNonNull("at"), "score, at", quality);
        for (var column : entry.required("columns")) {
            if (text(column, "columnClass").equals("NEVER")) {
                Expect.same("expect.never", 0, column.required("rights").size());
            }
        }
        stage.diary()
                .held(
                        "held.entry",
                        it.as().title(),
                        quality.path("score").asInt(),
                        text(quality, "at").substring(0, 10),
                        text(entry, "updateCycle"));
    }

    /// Its rows are nobody's: no identity number of the department's file is among them.
    private void sample(Person nobody, Loaded it) {
        var sample = nobody.get("/api/catalogue/%s/sample".formatted(it.id()));
        Expect.same("expect.synthetic", true, sample.path("synthetic").asBoolean());
        var rows = sample.required("rows");
        Expect.that("expect.sample", !rows.isEmpty(), "> 0", rows.size());
        var drawn = values(sample, IDENTITY);
        Expect.that("expect.real", Collections.disjoint(drawn, real()), "-", drawn);
        stage.diary().held("held.sample", rows.size());
    }

    private Set<String> real() {
        try {
            var records = CsvRecords.of(new String(Files.readAllBytes(leases), GB18030));
            var at = records.getFirst().indexOf(IDENTITY);
            return records.stream()
                    .skip(1)
                    .filter(it -> it.size() > at)
                    .map(it -> it.get(at))
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> values(JsonNode sample, String column) {
        var names = sample.required("columns");
        var values = new HashSet<String>();
        for (var i = 0; i < names.size(); i++) {
            if (names.get(i).asString().equals(column)) {
                for (var row : sample.required("rows")) {
                    values.add(row.get(i).asString(""));
                }
            }
        }
        return values;
    }
}
