package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How an operator is selected: notice, window, completeness, drawn experts, regulators, the government's decision and
/// its publication (art. 8 to 11).
final class SelectionChapter {

    private static final List<String> EXPERTS = List.of("zhuanjiayi", "zhuanjiaer", "zhuanjiasan", "zhuanjiasi");
    private static final List<String> REGULATORS = List.of("wangxin", "gongan", "baomi", "fagai", "caizheng", "shenji");
    private static final int OPEN_FOR = 28;
    private static final int BEST = 92;
    private static final int OTHER = 71;

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Moves moves;

    SelectionChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.moves = new Moves(stage);
    }

    /// From the notice to the published result.
    ///
    /// @return id of the notice
    String play() {
        var from = stage.today();
        var call = notice(from);
        var chosen = filed(call, cast.operator());
        var other = filed(call, cast.stranger());
        stage.days().until(from.plusDays(OPEN_FOR + 1));
        late(call);
        for (var id : List.of(chosen, other)) {
            moves.take(cast.authority(), candidacy(id), "FIND_COMPLETE", "");
            diary.did(cast.authority(), "10", id, "act.find-complete");
        }
        move(cast.authority(), call, "DRAW", List.of());
        diary.did(cast.authority(), "11", call, "act.draw", text(file(call).required("notice"), "number"));
        recused(call, chosen);
        for (var expert : panel(call)) {
            score(expert, chosen, BEST);
            score(expert, other, OTHER);
        }
        REGULATORS.forEach(it -> {
            opine(cast.as(it), chosen);
            opine(cast.as(it), other);
        });
        decided(call, chosen);
        return call;
    }

    private String notice(LocalDate from) {
        var form = form().put("title", stage.words().of("years.selection.title"))
                .put("conditions", stage.words().of("years.selection.conditions"))
                .put("opensOn", from.toString())
                .put("closesOn", from.plusDays(OPEN_FOR).toString());
        var call = text(cast.authority().post("/api/selections", form).required("notice"), "id");
        move(cast.authority(), call, "PUBLISH", List.of());
        diary.did(
                cast.authority(),
                "9",
                call,
                "act.notice",
                from.plusDays(OPEN_FOR).toString());
        return call;
    }

    private String filed(String call, Person by) {
        var begun = by.post("/api/selections/%s/candidacies".formatted(call), form());
        var id = text(begun, "id");
        var form = form().put("version", begun.required("version").asInt());
        var answers = form.putObject("answers");
        for (var requirement : begun.required("notice").required("requirements")) {
            var answer = answers.putObject(requirement.asString())
                    .put("text", stage.words().of("years.answer"));
            answer.putArray("documents");
            if (requirement.asString().equals("SECURITY")) {
                answer.put("validUntil", stage.today().plusYears(3).toString());
            }
        }
        by.put(candidacy(id), form);
        moves.take(by, candidacy(id), "FILE", "");
        diary.did(by, "10", id, "act.file-candidacy");
        return id;
    }

    private void late(String call) {
        var problem = cast.partner()
                .refused("POST", "/api/selections/%s/candidacies".formatted(call), form(), 409, "selection-not-open");
        diary.refusal(cast.partner(), "10", problem, "refused.late-candidacy");
    }

    /// An expert who knows one of them gives up the seat and may not score.
    private void recused(String call, String candidacy) {
        var expert = panel(call).getFirst();
        expert.post(
                "/api/selections/%s/recusals".formatted(call),
                form().put("reason", stage.words().of("years.recusal")));
        diary.did(expert, "11", call, "act.recuse");
        var problem = expert.refused("POST", scores(candidacy), points(candidacy, BEST), 403, "");
        diary.refusal(expert, problem, "refused.recused");
    }

    private void score(Person expert, String candidacy, int around) {
        expert.post(scores(candidacy), points(candidacy, around));
        diary.did(expert, "11", candidacy, "act.score");
    }

    private ObjectNode points(String candidacy, int around) {
        var form = form().put("comment", stage.words().of("years.comment"));
        var points = form.putObject("points");
        var place = 0;
        for (var requirement : requirements(candidacy)) {
            points.put(requirement.asString(), around - place % 5);
            place++;
        }
        return form;
    }

    private JsonNode requirements(String candidacy) {
        return cast.authority().get(candidacy(candidacy)).required("notice").required("requirements");
    }

    private void opine(Person regulator, String candidacy) {
        regulator.post(
                candidacy(candidacy) + "/opinions",
                form().put("objects", false).put("text", stage.words().of("years.no-objection")));
    }

    /// The decision is the government's alone.
    private void decided(String call, String chosen) {
        move(cast.authority(), call, "SUBMIT", List.of(chosen));
        diary.did(cast.authority(), "11", call, "act.submit-selection");
        var problem = cast.authority().refused("POST", moves(call), step(call, "APPROVE", List.of()), 403, "");
        diary.refusal(cast.authority(), problem, "refused.approve-selection");
        move(cast.government(), call, "APPROVE", List.of());
        diary.did(cast.government(), "11", call, "act.approve-selection");
        move(cast.authority(), call, "ANNOUNCE", List.of());
        diary.did(cast.authority(), "11", call, "act.announce");
        var notice = cast.nobody().get("/api/notices/" + call);
        Expect.that(
                "expect.announced",
                notice.toString().contains(cast.operator().organisation()),
                cast.operator().organisation(),
                Person.shortened(notice.toString()));
        diary.held("held.announced", cast.operator().organisation());
    }

    private List<Person> panel(String call) {
        var seated = new ArrayList<String>();
        for (var seat : file(call).required("seats")) {
            if (text(seat, "state").equals("SEATED")) {
                seated.add(text(seat, "name"));
            }
        }
        return EXPERTS.stream()
                .map(cast::as)
                .filter(it -> seated.contains(it.name()))
                .toList();
    }

    private JsonNode file(String call) {
        return cast.authority().get("/api/selections/%s/file".formatted(call));
    }

    private void move(Person by, String call, String step, List<String> proposed) {
        by.post(moves(call), step(call, step, proposed));
    }

    private ObjectNode step(String call, String step, List<String> proposed) {
        var form = form().put(
                        "version",
                        file(call).required("notice").required("version").asInt())
                .put("step", step)
                .put("opinion", stage.words().of("opinion.any"));
        var ids = form.putArray("proposed");
        proposed.forEach(ids::add);
        return form;
    }

    private static String moves(String call) {
        return "/api/selections/%s/moves".formatted(call);
    }

    private static String candidacy(String id) {
        return "/api/candidacies/" + id;
    }

    private static String scores(String candidacy) {
        return candidacy(candidacy) + "/scores";
    }
}
