package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What everybody owes month by month (art. 26 to 36), seen to at the beginning of each, but for one report that is
/// late.
final class DutyYears {

    private static final Set<String> TO_DO = Set.of("OPEN", "SOON", "OVERDUE", "RETURNED");
    private static final Set<String> TO_ACCEPT = Set.of("SUBMITTED", "WAITING_LONG");
    private static final Map<String, String> REMITS = Map.of(
            "caizheng", "FINANCE",
            "fagai", "DEVELOPMENT",
            "shenji", "AUDIT",
            "wangxin", "CYBERSPACE",
            "gongan", "POLICE",
            "baomi", "SECRECY");
    private static final List<String> ACCEPTING = List.of("shuju", "caizheng", "wangxin", "gongan", "baomi");

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final YearMonth late;
    private int kept;

    /// The duties of this walk.
    ///
    /// @param late the month at whose beginning the report on partners is forgotten
    DutyYears(Stage stage, YearMonth late) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.late = late;
    }

    /// Which regulator is which.
    void remits() {
        for (var line : cast.authority().get("/api/remits")) {
            var organisation = line.required("organisation");
            REMITS.forEach((username, remit) -> {
                if (text(organisation, "id").equals(cast.as(username).organisationId())) {
                    cast.authority().put("/api/remits/" + text(organisation, "id"), form().put("remit", remit));
                }
            });
        }
    }

    void month(YearMonth month) {
        var before = kept;
        keep(cast.authority(), month);
        keep(cast.operator(), month);
        ACCEPTING.forEach(it -> accept(cast.as(it)));
        if (kept > before) {
            diary.held("held.month", month.toString(), kept - before);
        }
    }

    /// On the wall on the day after, and by whom.
    void forgotten() {
        for (var line : cast.authority().get("/api/duties/wall").required("late")) {
            if (text(line, "code").equals("partner-report")) {
                diary.held("held.forgotten", text(line, "actBy"));
                return;
            }
        }
        throw new Broken("expect.forgotten", "partner-report", "none");
    }

    /// Both disclosures of a year are there for anybody, as they were signed.
    void disclosed() {
        var disclosures = cast.nobody().get("/api/disclosures");
        Expect.that("expect.disclosures", disclosures.size() >= 2, "≥ 2", disclosures.size());
        for (var line : disclosures) {
            var disclosure = cast.nobody().get("/api/disclosures/" + text(line, "id"));
            Expect.same("expect.disclosure", true, disclosure.required("holds").asBoolean());
        }
        diary.held("held.disclosures", disclosures.size());
    }

    int kept() {
        return kept;
    }

    private void keep(Person by, YearMonth month) {
        for (var line : by.get("/api/duties?size=200").required("items")) {
            if (TO_DO.contains(text(line, "state")) && !isForgotten(line, month)) {
                keep(by, text(line, "id"));
            }
        }
    }

    private boolean isForgotten(JsonNode line, YearMonth month) {
        return month.equals(late) && text(line, "code").equals("partner-report");
    }

    private void keep(Person by, String id) {
        var duty = by.get("/api/duties/" + id);
        var steps = duty.required("open").findValuesAsString("step");
        if (steps.isEmpty()) {
            return;
        }
        if (duty.required("rule").required("needsDocument").asBoolean()) {
            by.attach(
                    "/api/cases/" + text(duty.required("line"), "caseId"),
                    stage.words().of("years.document"),
                    stage.words().of("years.document").getBytes(StandardCharsets.UTF_8));
        }
        by.post(
                "/api/duties/%s/moves".formatted(id),
                step(duty, steps.getFirst()).set("form", filled(duty)));
        kept++;
    }

    private void accept(Person by) {
        for (var line : by.get("/api/duties?size=200").required("items")) {
            if (TO_ACCEPT.contains(text(line, "state"))) {
                var duty = by.get("/api/duties/" + text(line, "id"));
                if (duty.required("open").findValuesAsString("step").contains("ACCEPT")) {
                    by.post("/api/duties/%s/moves".formatted(text(line, "id")), step(duty, "ACCEPT"));
                }
            }
        }
    }

    private ObjectNode step(JsonNode duty, String step) {
        return form().put("version", duty.required("version").asInt())
                .put("step", step)
                .put("opinion", stage.words().of("opinion.any"));
    }

    private ObjectNode filled(JsonNode duty) {
        var form = form();
        for (var field : duty.required("rule").required("fields")) {
            var isDay = field.asString().equals("validUntil");
            form.put(
                    field.asString(),
                    isDay
                            ? stage.today().plusYears(2).toString()
                            : stage.words().of("years.duty"));
        }
        return form;
    }
}
