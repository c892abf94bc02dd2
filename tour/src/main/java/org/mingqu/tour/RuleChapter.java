package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/// A figure of the rules changes from a day on, and a year's working days are published (art. 40).
final class RuleChapter {

    private static final int USUAL = 5;
    private static final int SHORTER = 4;
    private static final int NOTICE_DAYS = 14;

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;

    RuleChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
    }

    /// What began under the old figure ends under it.
    void changed(Loaded resource) {
        var before = submitted(resource);
        var simulated = cast.authority().post("/api/rules/operator-review/simulation", form().put("value", SHORTER));
        diary.held("held.simulated", simulated.required("openNow").asInt());
        stage.days().until(change(SHORTER, "years.rule"));
        var after = submitted(resource);
        Expect.same("expect.term", USUAL, days(before));
        Expect.same("expect.term", SHORTER, days(after));
        diary.held("held.rule");
        for (var id : List.of(before, after)) {
            new Moves(stage).take(cast.partner(), "/api/applications/" + id, "WITHDRAW", "opinion.withdraw");
        }
    }

    /// The trial is over.
    void back() {
        stage.days().until(change(USUAL, "years.rule-back"));
    }

    private LocalDate change(int value, String reason) {
        var from = stage.today().plusDays(NOTICE_DAYS);
        cast.authority()
                .post(
                        "/api/rules/operator-review/changes",
                        form().put("value", value)
                                .put("from", from.toString())
                                .put("reason", stage.words().of(reason)));
        diary.did(cast.authority(), "40", "operator-review", "act.rule", value, from.toString());
        return from;
    }

    private String submitted(Loaded resource) {
        var opened = cast.partner().post("/api/applications", form());
        var id = text(opened, "id");
        var title = stage.words().of("years.rule-case", stage.today().toString());
        cast.partner()
                .put(
                        "/api/applications/" + id,
                        ApplicationForm.of(stage, opened.required("version").asInt(), title, List.of(resource)));
        new Moves(stage).take(cast.partner(), "/api/applications/" + id, "SUBMIT", "");
        return id;
    }

    private int days(String application) {
        var caseId = text(cast.operator().get("/api/applications/" + application), "caseId");
        for (var task : cast.operator().get("/api/cases/" + caseId).required("tasks")) {
            if (text(task, "step").equals("FORWARD")) {
                return task.required("clock").required("totalDays").asInt();
            }
        }
        throw new Broken("expect.task", "FORWARD", caseId);
    }

    /// The notice of a year. Its days are supposed: that of the real year is not known to this story.
    ///
    /// @param firstDays of its holidays
    /// @param lengths of them, in days
    void published(int year, List<LocalDate> firstDays, List<Integer> lengths) {
        var form = form().put("source", "https://www.gov.cn/supposed/%d".formatted(year));
        var days = form.putArray("days");
        for (var holiday = 0; holiday < firstDays.size(); holiday++) {
            off(days, firstDays.get(holiday), lengths.get(holiday));
        }
        cast.authority().put("/api/calendar/" + year, form);
        diary.did(cast.authority(), "18", Integer.toString(year), "act.calendar", Integer.toString(year));
    }

    private static void off(ArrayNode days, LocalDate first, int length) {
        first.datesUntil(first.plusDays(length))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .forEach(day -> days.addObject().put("day", day.toString()).put("works", false));
    }
}
