package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// A data set leaves, marked for its recipient; a part of it is found on the street and names whose copy it was
/// (art. 22, 25).
final class LeakChapter {

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Moves moves;

    LeakChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.moves = new Moves(stage);
    }

    void play(Desk desk, String sql) {
        var rows = released(desk, sql);
        var found = every(rows);
        var leak = text(
                cast.civilAffairs()
                        .post("/api/leaks", form().put("what", stage.words().of("years.leak"))),
                "id");
        diary.did(cast.civilAffairs(), "25", leak, "act.leak");
        moves.take(
                cast.authority(),
                path(leak),
                "STOP",
                "opinion.any",
                form().put("suspect", cast.partner().organisationId()));
        diary.did(cast.authority(), "25", leak, "act.leak-stop", cast.partner().organisation());
        var problem = desk.refused("SELECT 1", 409, "");
        diary.refusal(desk.partner(), problem, "refused.suspended");
        traced(found);
        cast.authority()
                .attach(
                        "/api/cases/" + text(cast.authority().get(path(leak)), "caseId"),
                        stage.words().of("years.document"),
                        found.getBytes(StandardCharsets.UTF_8));
        moves.take(cast.authority(), path(leak), "TRACE", "years.traced");
        moves.take(cast.authority(), path(leak), "FIND", "years.found");
        moves.take(cast.authority(), path(leak), "RESUME", "years.resumed");
        diary.did(cast.authority(), "25", leak, "act.leak-resume");
        Expect.same("expect.resumed", "OPEN", text(desk.now(), "state"));
    }

    private List<String> released(Desk desk, String sql) {
        var run = desk.run("DATASET", sql, 0, "DONE", "act.rows");
        var id = text(
                cast.partner()
                        .post(
                                "/api/releases",
                                form().put("run", text(run, "id"))
                                        .put("purpose", stage.words().of("release.purpose"))
                                        .put("recipientNote", stage.words().of("release.recipient"))),
                "id");
        var path = "/api/releases/" + id;
        moves.take(cast.operator(), path, "FORWARD", "opinion.release");
        if (cast.authority()
                .get(path)
                .required("open")
                .findValuesAsString("step")
                .contains("APPROVE_FIRST")) {
            moves.take(cast.authority(), path, "APPROVE_FIRST", "opinion.release");
            moves.take(cast.authorityColleague(), path, "APPROVE", "opinion.release");
        } else {
            moves.take(cast.authority(), path, "APPROVE", "opinion.release");
        }
        var lines = cast.partner().fetchText(ReleaseChapter.file(id)).lines().toList();
        diary.held("held.rows", lines.size() - 1);
        return lines;
    }

    /// Four rows of five, the last first.
    private static String every(List<String> lines) {
        return IntStream.range(1, lines.size())
                .filter(row -> row % 5 != 0)
                .mapToObj(row -> lines.get(lines.size() - row))
                .collect(Collectors.joining("\n", lines.getFirst() + "\n", "\n"));
    }

    private void traced(String content) {
        ObjectNode form = form().put("fileName", stage.words().of("years.leak-file"))
                .put("note", stage.words().of("years.leak"));
        var ticket = cast.authority().post("/api/traces", form);
        cast.authority().atDoor("PUT", text(ticket, "url"), BodyPublishers.ofString(content));
        var finding = cast.authority().post("/api/traces/%s/finding".formatted(text(ticket, "id")), form());
        Expect.that(
                "expect.recipient",
                finding.toString().contains(cast.partner().organisation()),
                cast.partner().organisation(),
                Person.shortened(finding.toString()));
        diary.held("held.traced", cast.partner().organisation());
    }

    private static String path(String id) {
        return "/api/leaks/" + id;
    }
}
