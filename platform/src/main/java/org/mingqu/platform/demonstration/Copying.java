package org.mingqu.platform.demonstration;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingqu.district.Scenario;
import tools.jackson.databind.json.JsonMapper;

/// Data sets of rows (art. 3, 22): one that waits for those who decide, and one that was handed over, a part
/// of which the authority finds again and traces (art. 25).
final class Copying {

    private static final String ELDERS = "SELECT living, age_band, street, consent FROM elders";
    private static final String COMPANIES =
            "SELECT capital, employees FROM companies WHERE registered_on >= DATE '2012-01-01'";

    private final Cast cast;
    private final Workbench bench;
    private final Words words;
    private final JsonMapper json;

    Copying(Cast cast, Workbench bench, Words words, JsonMapper json) {
        this.cast = cast;
        this.bench = bench;
        this.words = words;
        this.json = json;
    }

    /// A data set that the operator has forwarded.
    void waiting(String workspace, Scenario it) {
        var release = bench.ask(bench.rows(workspace, it, ELDERS), it, "release.purpose.rows");
        bench.move(release, Cases.OPERATOR, "FORWARD", "opinion.release.forward");
    }

    /// One that was handed over and leaked, and a file that is nobody's copy.
    void leaked(String workspace, Scenario it) {
        var release = bench.ask(bench.rows(workspace, it, COMPANIES), it, "release.purpose.rows");
        bench.move(release, Cases.OPERATOR, "FORWARD", "opinion.release.forward");
        bench.approve(release);
        var file = new String(
                cast.as(it.partner()).bytes("/api/releases/%s/file".formatted(release)), StandardCharsets.UTF_8);
        trace("leak.found", every(file.lines().toList()));
        var other = IntStream.range(0, 400)
                .mapToObj(row -> "%d.%02d,%d".formatted(60 + row * 7, row % 100, 1 + row % 90))
                .collect(Collectors.joining("\n", "capital,employees\n", "\n"));
        trace("leak.other", other);
    }

    /// Four rows of five, the last first.
    private static String every(List<String> lines) {
        return IntStream.range(1, lines.size())
                .filter(row -> row % 5 != 0)
                .mapToObj(row -> lines.get(lines.size() - row))
                .collect(Collectors.joining("\n", lines.getFirst() + "\n", "\n"));
    }

    private void trace(String name, String content) {
        var authority = cast.as(Cases.AUTHORITY);
        var form = json.createObjectNode()
                .put("fileName", words.of(name + ".file"))
                .put("note", words.of(name + ".note"));
        var ticket = authority.post("/api/traces", form);
        authority.upload(URI.create(ticket.required("url").asString()), content);
        authority.post("/api/traces/%s/finding".formatted(ticket.required("id").asString()), json.createObjectNode());
    }
}
