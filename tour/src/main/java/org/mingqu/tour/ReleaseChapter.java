package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.nio.charset.StandardCharsets;
import org.mingqu.ledger.HashFunction;
import tools.jackson.databind.JsonNode;

/// An exact result leaves only after four eyes, and with its evidence (art. 20, 32).
final class ReleaseChapter {

    private static final int GRADES_THRESHOLD = 10;

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;

    ReleaseChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
    }

    /// From the asking to the file.
    ///
    /// @return id of the release that was handed over
    String play(String run) {
        var request = form().put("run", run)
                .put("purpose", stage.words().of("release.purpose"))
                .put("recipientNote", stage.words().of("release.recipient"));
        var asked = cast.partner().post("/api/releases", request);
        var id = text(asked, "id");
        diary.act(cast.partner(), "20", "release-asked", id, "act.ask-release", text(asked, "number"));
        Expect.that("expect.author-sees", !asked.hasNonNull("result"), "null", asked.path("result"));
        var own = cast.partner().refused("POST", moves(id), step(cast.partner(), id, "FORWARD"), 403, "");
        diary.refusal(cast.partner(), "20", own, "refused.own-release");
        var early = cast.partner().refused("GET", file(id), null, 409, "release-not-approved");
        diary.refusal(cast.partner(), "20", early, "refused.early-file");
        checks(id);
        move(cast.operator(), id, "FORWARD", "act.release-forward");
        var twice = cast.operator().refused("POST", moves(id), step(cast.operator(), id, "APPROVE"), 403, "");
        diary.refusal(cast.operator(), "20", twice, "refused.second-review");
        approve(id);
        handOver(id);
        return id;
    }

    /// One person of the authority, or two of them where the grade of the data asks for it.
    private void approve(String id) {
        var open = cast.authority().get("/api/releases/" + id).required("open");
        if (open.findValuesAsString("step").contains("APPROVE_FIRST")) {
            move(cast.authority(), id, "APPROVE_FIRST", "act.release-approve-first");
            var same = cast.authority().refused("POST", moves(id), step(cast.authority(), id, "APPROVE"), 403, "");
            diary.refusal(cast.authority(), "20", same, "refused.same-person");
            move(cast.authorityColleague(), id, "APPROVE", "act.release-approve");
        } else {
            move(cast.authority(), id, "APPROVE", "act.release-approve");
        }
    }

    /// What the reviewers have beside the result.
    private void checks(String id) {
        var seen = cast.operator().get("/api/releases/" + id);
        var checks = seen.required("checks");
        Expect.that("expect.checks", !checks.isEmpty(), "> 0", checks);
        for (var check : checks) {
            Expect.that("expect.check-message", !text(check, "message").isBlank(), "message", check);
            Expect.that("expect.check", !text(check, "outcome").equals("FAIL"), "PASS, FLAG", check);
        }
        Expect.that("expect.reviewer-sees", seen.hasNonNull("result"), "result", "null");
        diary.held("held.checks", checks.size());
    }

    private void handOver(String id) {
        var partner = cast.partner();
        var answer = partner.fetch(file(id));
        var entry = answer.headers().firstValue("X-Evidence-Id").orElse("");
        var recorded = diary.act(partner, "20", "release-handed-over", id, "act.hand-over");
        Expect.same("expect.file-evidence", recorded, entry);
        var release = partner.get("/api/releases/" + id);
        Expect.same("expect.handed-over", "HANDED_OVER", text(release, "stage"));
        Expect.same(
                "expect.file-sm3",
                text(release, "fileSm3"),
                HashFunction.SM3.of(answer.body()).hex());
        groups(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private void groups(String csv) {
        var records = CsvRecords.of(csv);
        var at = records.getFirst().indexOf("合同数");
        Expect.that("expect.file", at >= 0 && records.size() > 1, "合同数", records.getFirst());
        var least = Long.MAX_VALUE;
        for (var record : records.subList(1, records.size())) {
            least = Math.min(least, Long.parseLong(record.get(at)));
        }
        Expect.that("expect.threshold", least >= GRADES_THRESHOLD, "≥ " + GRADES_THRESHOLD, least);
        diary.held("held.file", records.size() - 1, least);
    }

    private void move(Person by, String id, String step, String key) {
        by.post(moves(id), step(by, id, step));
        diary.act(by, "20", "release-moved", id, key);
    }

    private JsonNode step(Person by, String id, String step) {
        var version = by.get("/api/releases/" + id).path("version").asInt();
        return form().put("version", version)
                .put("step", step)
                .put("opinion", stage.words().of("opinion.release"));
    }

    private static String moves(String id) {
        return "/api/releases/%s/moves".formatted(id);
    }

    static String file(String id) {
        return "/api/releases/%s/file".formatted(id);
    }
}
