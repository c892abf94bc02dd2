package org.mingqu.platform.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingqu.district.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Findings in every stage (art. 33, 38, 39): about the operator, and about a partner that lets the last day pass.
final class Enforcing {

    private static final int BEGIN = 40;
    private static final int REPORTED = 32;
    private static final int ORDERED = 30;
    private static final int GIVEN_DAYS = 10;

    private final Cast cast;
    private final Cases cases;
    private final Words words;
    private final LocalDate today;
    private final JsonMapper json;

    Enforcing(Cast cast, Cases cases, Words words, LocalDate today, JsonMapper json) {
        this.cast = cast;
        this.cases = cases;
        this.words = words;
        this.today = today;
        this.json = json;
    }

    List<Play.Scene> scenes(Scenario use) {
        var scenes = new ArrayList<Play.Scene>();
        scenes.add(new Play.Scene("finding.overdue", () -> overdue(use)));
        scenes.add(new Play.Scene("finding.reported", () -> report("minzheng", "kangning", "finding.reported")));
        scenes.add(new Play.Scene("finding.dismissed", () -> {
            var id = report("shuiwu", "xinhe", "finding.dismissed");
            move(id, Cases.AUTHORITY, "DISMISS", "finding.dismiss", json.createObjectNode());
            return id;
        }));
        scenes.add(new Play.Scene("finding.ordered", this::ordered));
        scenes.add(new Play.Scene("finding.submitted", () -> submitted("finding.submitted")));
        scenes.add(new Play.Scene("finding.accepted", () -> {
            var id = submitted("finding.accepted");
            move(id, Cases.AUTHORITY, "ACCEPT", "finding.accept", json.createObjectNode());
            return id;
        }));
        return scenes;
    }

    /// Ordered a month ago, and nothing came by the last day: what time does to it is done by now. Its target objects
    /// to
    /// the record.
    private String overdue(Scenario use) {
        cast.daysAgo(BEGIN, () -> cases.inForce(cases.granted(use, words.of("variant.violated"), Map.of()), use));
        var id = cast.daysAgo(REPORTED, () -> report("zhujian", use.partner(), "finding.overdue"));
        cast.daysAgo(ORDERED, () -> {
            order(id, today.minusDays(ORDERED - GIVEN_DAYS));
            return id;
        });
        cast.as(Cases.AUTHORITY).post("/api/rectifications/look", json.createObjectNode());
        object(use.partner());
        return id;
    }

    private void object(String username) {
        for (var it : cast.as(username).get("/api/credit-records")) {
            var form = json.createObjectNode()
                    .put("version", it.required("version").asInt())
                    .put("step", "OBJECT")
                    .put("opinion", words.of("credit.object"));
            cast.as(username)
                    .post(
                            "/api/credit-records/%s/moves"
                                    .formatted(it.required("id").asString()),
                            form);
        }
    }

    private String ordered() {
        var id = report("shichang", Cases.OPERATOR, "finding.ordered");
        order(id, today.plusDays(GIVEN_DAYS));
        var regulator = party(cast.as(Cases.AUTHORITY).get("/api/rectifications/parties"), "regulators", "互联网");
        move(
                id,
                Cases.AUTHORITY,
                "REFER",
                "finding.refer",
                json.createObjectNode().put("regulator", regulator));
        move(id, "wangxin", "RECEIVE", "", json.createObjectNode());
        return id;
    }

    private String submitted(String finding) {
        var id = report(Cases.AUTHORITY, Cases.OPERATOR, finding);
        order(id, today.plusDays(GIVEN_DAYS));
        move(id, Cases.OPERATOR, "SUBMIT", "finding.done", json.createObjectNode());
        return id;
    }

    private void order(String id, LocalDate until) {
        move(
                id,
                Cases.AUTHORITY,
                "ORDER",
                "finding.order",
                json.createObjectNode().put("deadline", until.toString()));
    }

    private String report(String username, String about, String finding) {
        var person = cast.as(username);
        var home = cast.as(about).get("/api/session").required("user").required("organisation");
        var role = about.equals(Cases.OPERATOR) ? "OPERATOR" : "PARTNER";
        var form = json.createObjectNode()
                .put("target", home.required("id").asString())
                .put("role", role)
                .put("finding", words.of(finding));
        var line = person.post("/api/rectifications", form).required("line");
        return line.required("id").asString();
    }

    private static String party(JsonNode parties, String list, String name) {
        for (var it : parties.required(list)) {
            if (it.required("name").asString().contains(name)) {
                return it.required("id").asString();
            }
        }
        throw new SceneFailed("there is no %s among the %s".formatted(name, list));
    }

    private void move(String id, String username, String step, String opinion, ObjectNode form) {
        var person = cast.as(username);
        var version =
                person.get("/api/rectifications/" + id).required("version").asInt();
        form.put("version", version).put("step", step).put("opinion", opinion.isEmpty() ? "" : words.of(opinion));
        person.post("/api/rectifications/%s/moves".formatted(id), form);
    }
}
