package org.mingqu.tour;

import static org.mingqu.tour.Person.text;

import java.time.LocalDate;
import org.mingqu.calendar.StateCouncil;
import org.mingqu.calendar.WorkingDays;
import tools.jackson.databind.JsonNode;

/// The terms of art. 18, counted a second time: working days by the State Council's calendar, from the receipt.
final class Terms {

    private final Stage stage;

    Terms(Stage stage) {
        this.stage = stage;
    }

    /// The open task of a case for a step, whose clock must run as the Measures say.
    JsonNode check(Person by, String caseId, String step, int days) {
        for (var task : by.get("/api/cases/" + caseId).required("tasks")) {
            if (!task.path("done").asBoolean() && text(task, "step").equals(step)) {
                check(task, days);
                return task;
            }
        }
        throw new Broken("expect.task", step, "none");
    }

    private void check(JsonNode task, int days) {
        var clock = task.required("clock");
        var deadline = StateCouncil.calendar().deadline(stage.today(), WorkingDays.workingDays(days));
        Expect.same("expect.term", days, clock.path("totalDays").asInt());
        Expect.same("expect.due", deadline.lastDay(), LocalDate.parse(text(clock, "due")));
        Expect.same(
                "expect.provisional",
                deadline.provisional(),
                clock.path("provisional").asBoolean());
        Expect.same("expect.article", "18", text(clock, "article"));
        stage.diary()
                .held(
                        "held.clock",
                        text(task.required("organisation"), "name"),
                        days,
                        String.valueOf(deadline.lastDay()));
    }
}
