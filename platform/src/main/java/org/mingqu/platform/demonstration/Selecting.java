package org.mingqu.platform.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How the district selects an operator (art. 9 to 11): twice to the end, once as far as the review, and one notice
/// whose window is open.
final class Selecting {

    private static final List<String> REGULATORS = List.of("wangxin", "gongan", "baomi", "fagai", "caizheng", "shenji");
    private static final List<String> EXPERTS = List.of("zhuanjiayi", "zhuanjiaer", "zhuanjiasan", "zhuanjiasi");
    private static final String GOVERNMENT = "zhengfu";
    /// Before the first day on which the operator acted by its agreement.
    private static final int BEFORE = 60;
    private static final int EARLIER = 150;
    private static final int A_MONTH_AGO = 40;
    private static final int OPEN_FOR = 20;
    private static final int DAYS_TO_FILE = 5;

    private final Cast cast;
    private final Words words;
    private final LocalDate now;
    private final int begin;
    private final JsonMapper json;

    /// @param begin so many days ago the operation began
    Selecting(Cast cast, Words words, LocalDate today, int begin, JsonMapper json) {
        this.cast = cast;
        this.words = words;
        this.now = today;
        this.begin = begin;
        this.json = json;
    }

    List<Play.Scene> scenes() {
        return List.of(
                new Play.Scene(
                        "selection.earlier",
                        () -> announced("selection.earlier", begin + EARLIER, Agreeing.FORMER, "wenrui")),
                new Play.Scene(
                        "selection.announced",
                        () -> announced("selection.first", begin + BEFORE, Cases.OPERATOR, "xinhe")),
                new Play.Scene("selection.review", this::underReview),
                new Play.Scene("selection.open", this::open));
    }

    /// A selection to its end, such as that of the operator that there is.
    private String announced(String title, int daysAgo, String first, String second) {
        var id = cast.daysAgo(daysAgo, () -> published(title, daysAgo));
        var chosen = candidacy(id, first, daysAgo - DAYS_TO_FILE);
        var other = candidacy(id, second, daysAgo - DAYS_TO_FILE);
        return cast.daysAgo(daysAgo - OPEN_FOR - DAYS_TO_FILE, () -> {
            move(Cases.AUTHORITY, id, "DRAW", "", List.of());
            for (var expert : panel(id)) {
                score(expert, chosen, 92);
                score(expert, other, 71);
            }
            for (var regulator : REGULATORS) {
                opine(regulator, chosen);
                opine(regulator, other);
            }
            move(Cases.AUTHORITY, id, "SUBMIT", "selection.submit", List.of(chosen));
            move(GOVERNMENT, id, "APPROVE", "selection.approve", List.of());
            move(Cases.AUTHORITY, id, "ANNOUNCE", "", List.of());
            return id;
        });
    }

    /// Experts and regulators have something to do.
    private String underReview() {
        var id = cast.daysAgo(A_MONTH_AGO, () -> published("selection.second", A_MONTH_AGO));
        var one = candidacy(id, "xinhe", A_MONTH_AGO - DAYS_TO_FILE);
        candidacy(id, "kangning", A_MONTH_AGO - DAYS_TO_FILE);
        return cast.daysAgo(DAYS_TO_FILE, () -> {
            move(Cases.AUTHORITY, id, "DRAW", "", List.of());
            score(panel(id).getFirst(), one, 84);
            opine(REGULATORS.getFirst(), one);
            return id;
        });
    }

    private String open() {
        return published("selection.third", 0);
    }

    private String published(String title, int daysAgo) {
        var from = now.minusDays(daysAgo);
        var form = json.createObjectNode()
                .put("title", words.of(title))
                .put("conditions", words.of("selection.conditions"))
                .put("opensOn", from.toString())
                .put("closesOn", from.plusDays(OPEN_FOR).toString());
        var id = cast.as(Cases.AUTHORITY)
                .post("/api/selections", form)
                .required("notice")
                .required("id")
                .asString();
        move(Cases.AUTHORITY, id, "PUBLISH", "", List.of());
        return id;
    }

    /// An application that was filed on a day and found complete on the next.
    private String candidacy(String call, String username, int daysAgo) {
        var id = cast.daysAgo(daysAgo, () -> filed(call, username));
        cast.daysAgo(daysAgo - 1, () -> moveCandidacy(Cases.AUTHORITY, id, "FIND_COMPLETE"));
        return id;
    }

    private String filed(String call, String username) {
        var begun = cast.as(username).post("/api/selections/%s/candidacies".formatted(call), json.createObjectNode());
        var id = begun.required("id").asString();
        var form =
                json.createObjectNode().put("version", begun.required("version").asInt());
        var answers = form.putObject("answers");
        for (var requirement : begun.required("notice").required("requirements")) {
            var answer = answers.putObject(requirement.asString());
            answer.put("text", words.of("selection.answer." + requirement.asString()));
            answer.putArray("documents");
            if (requirement.asString().equals("SECURITY")) {
                answer.put("validUntil", now.plusYears(1).toString());
            }
        }
        cast.as(username).put("/api/candidacies/" + id, form);
        return moveCandidacy(username, id, "FILE");
    }

    private String moveCandidacy(String username, String id, String step) {
        var visitor = cast.as(username);
        var form = json.createObjectNode()
                .put(
                        "version",
                        visitor.get("/api/candidacies/" + id)
                                .required("version")
                                .asInt())
                .put("step", step);
        visitor.post("/api/candidacies/%s/moves".formatted(id), form);
        return id;
    }

    private JsonNode file(String username, String call) {
        return cast.as(username).get("/api/selections/%s/file".formatted(call));
    }

    private void move(String username, String call, String step, String opinion, List<String> proposed) {
        var form = json.createObjectNode()
                .put(
                        "version",
                        file(username, call)
                                .required("notice")
                                .required("version")
                                .asInt())
                .put("step", step)
                .put("opinion", opinion.isEmpty() ? "" : words.of(opinion));
        var ids = form.putArray("proposed");
        proposed.forEach(ids::add);
        cast.as(username).post("/api/selections/%s/moves".formatted(call), form);
    }

    /// The experts who were drawn, by their user names.
    private List<String> panel(String call) {
        var seated = new ArrayList<String>();
        for (var seat : file(Cases.AUTHORITY, call).required("seats")) {
            if (seat.required("state").asString().equals("SEATED")) {
                seated.add(seat.required("name").asString());
            }
        }
        return EXPERTS.stream().filter(it -> seated.contains(name(it))).toList();
    }

    private String name(String username) {
        return cast.as(username)
                .get("/api/session")
                .required("user")
                .required("name")
                .asString();
    }

    private void score(String expert, String candidacy, int around) {
        var form = json.createObjectNode().put("comment", words.of("selection.comment"));
        var points = form.putObject("points");
        var place = 0;
        for (var requirement : requirements(expert, candidacy)) {
            points.put(requirement.asString(), around - place % 5);
            place++;
        }
        cast.as(expert).post("/api/candidacies/%s/scores".formatted(candidacy), form);
    }

    private JsonNode requirements(String username, String candidacy) {
        return cast.as(username)
                .get("/api/candidacies/" + candidacy)
                .required("notice")
                .required("requirements");
    }

    private void opine(String regulator, String candidacy) {
        var form = json.createObjectNode().put("objects", false).put("text", words.of("selection.opinion"));
        cast.as(regulator).post("/api/candidacies/%s/opinions".formatted(candidacy), form);
    }
}
