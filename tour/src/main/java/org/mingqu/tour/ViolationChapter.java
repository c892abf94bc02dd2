package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/// A finding that is not put right in time: access is suspended with the order, ends with the last day, goes on the
/// credit record and to the regulator (art. 33, 38, 39).
final class ViolationChapter {

    private static final int GIVEN_DAYS = 10;

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Moves moves;

    ViolationChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.moves = new Moves(stage);
    }

    void play(Desk desk) {
        var partner = cast.partner();
        var reported = cast.housing()
                .post(
                        "/api/rectifications",
                        form().put("target", partner.organisationId())
                                .put("role", "PARTNER")
                                .put("finding", stage.words().of("years.finding")));
        var id = text(reported.required("line"), "id");
        var path = "/api/rectifications/" + id;
        diary.did(cast.housing(), "33", id, "act.report");
        var until = stage.today().plusDays(GIVEN_DAYS);
        moves.take(cast.authority(), path, "ORDER", "rectification", form().put("deadline", until.toString()));
        diary.did(cast.authority(), "38", id, "act.order", until.toString());
        Expect.same("expect.suspended", "SUSPENDED", text(desk.now(), "state"));
        refer(path, id);
        stage.days().until(until.plusDays(1));
        Expect.same("expect.terminated", "TERMINATED", text(desk.now(), "state"));
        diary.held("held.terminated", until.toString());
        credit();
    }

    private void refer(String path, String id) {
        String regulator = null;
        for (var it : cast.authority().get("/api/rectifications/parties").required("regulators")) {
            if (text(it, "id").equals(cast.as("wangxin").organisationId())) {
                regulator = text(it, "id");
            }
        }
        Expect.that("expect.regulator", regulator != null, "wangxin", "-");
        moves.take(cast.authority(), path, "REFER", "rectification", form().put("regulator", regulator));
        diary.did(cast.authority(), "39", id, "act.refer");
        moves.take(cast.as("wangxin"), path, "RECEIVE", "");
    }

    /// What stands on record can be objected to, and repaired.
    private void credit() {
        var record = one(cast.partner().get("/api/credit-records"));
        var path = "/api/credit-records/" + text(record, "id");
        moves.take(cast.partner(), path, "OBJECT", "years.credit-objection");
        moves.take(cast.authority(), path, "UPHOLD", "years.answered");
        stage.days().until(LocalDate.parse(text(record, "publicityUntil")).plusDays(1));
        moves.take(cast.partner(), path, "ASK_REPAIR", "years.repair");
        moves.take(cast.authority(), path, "REPAIR", "years.answered");
        diary.did(
                cast.authority(),
                "39",
                text(record, "id"),
                "act.repair",
                cast.partner().organisation());
    }

    private static JsonNode one(JsonNode records) {
        Expect.that("expect.record", !records.isEmpty(), "> 0", records.size());
        return records.get(0);
    }
}
