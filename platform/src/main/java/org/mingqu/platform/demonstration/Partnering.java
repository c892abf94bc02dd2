package org.mingqu.platform.demonstration;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The operator's partners (art. 17): three that are filed, one that has left, one that applies.
final class Partnering {

    private static final List<String> CAPABILITIES = List.of("STANDING", "TEAM", "SECURITY", "EXPERIENCE");
    private static final String LEFT = "wenrui";

    private static final int RULES_BEFORE = 20;
    private static final int APPLIED_BEFORE = 18;
    private static final int ADMITTED_BEFORE = 16;
    private static final int FILED_BEFORE = 14;
    private static final int NEW_RULES = 90;
    private static final int LEAVING = 40;
    private static final int CERTIFIED = 38;
    private static final int EXIT_FILED = 37;
    private static final int EXITED = 35;
    private static final int APPLIED = 2;
    private static final int ENDS_SOON = 20;

    private final Cast cast;
    private final Words words;
    private final LocalDate today;
    private final int begin;
    private final JsonMapper json;

    Partnering(Cast cast, Words words, LocalDate today, int begin, JsonMapper json) {
        this.cast = cast;
        this.words = words;
        this.today = today;
        this.begin = begin;
        this.json = json;
    }

    List<Play.Scene> scenes() {
        return List.of(
                new Play.Scene("partners.rules", () -> cast.daysAgo(begin + RULES_BEFORE, () -> rules("one"))),
                new Play.Scene("partners.kangning", () -> filed("kangning")),
                new Play.Scene("partners.xinhe", () -> filed("xinhe")),
                new Play.Scene("partners.tangyibo", () -> filed("tangyibo")),
                new Play.Scene("partners.left", this::left),
                new Play.Scene("partners.rules-anew", () -> cast.daysAgo(NEW_RULES, () -> rules("two"))),
                new Play.Scene("partners.applied", () -> cast.daysAgo(APPLIED, () -> applied("mingyan"))));
    }

    private String rules(String version) {
        var form = json.createObjectNode()
                .put("admission", words.of("partner.admission." + version))
                .put("leaving", words.of("partner.leaving"));
        cast.as(Cases.OPERATOR).post("/api/partner-rules", form);
        return "";
    }

    private String applied(String username) {
        var operator = cast.as(Cases.OPERATOR)
                .get("/api/session")
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
        var form = json.createObjectNode()
                .put("operator", operator)
                .put("introduction", words.of("partner.introduction"))
                .put("affiliated", false);
        var shown = form.putArray("capabilities");
        for (var kind : CAPABILITIES) {
            var one = shown.addObject().put("kind", kind).put("text", words.of("partner.capability." + kind));
            if (kind.equals("SECURITY")) {
                one.put(
                        "validUntil",
                        today.plusDays(username.equals("kangning") ? ENDS_SOON : 365)
                                .toString());
            }
        }
        return cast.as(username).post("/api/partnerships", form).required("id").asString();
    }

    private String filed(String username) {
        var id = cast.daysAgo(begin + APPLIED_BEFORE, () -> applied(username));
        cast.daysAgo(begin + ADMITTED_BEFORE, () -> {
            move(Cases.OPERATOR, id, "ADMIT", "");
            return move(Cases.OPERATOR, id, "FILE", "");
        });
        return cast.daysAgo(begin + FILED_BEFORE, () -> move(Cases.AUTHORITY, id, "ACKNOWLEDGE", ""));
    }

    private String left() {
        var id = filed(LEFT);
        cast.daysAgo(LEAVING, () -> move(LEFT, id, "LEAVE", words.of("partner.leave")));
        cast.daysAgo(CERTIFIED, () -> move(LEFT, id, "CERTIFY", words.of("partner.certify")));
        cast.daysAgo(EXIT_FILED, () -> move(Cases.OPERATOR, id, "FILE_EXIT", ""));
        return cast.daysAgo(EXITED, () -> move(Cases.AUTHORITY, id, "ACKNOWLEDGE_EXIT", ""));
    }

    private String move(String username, String id, String step, String opinion) {
        var person = cast.as(username);
        var form = json.createObjectNode()
                .put(
                        "version",
                        person.get("/api/partnerships/" + id)
                                .required("version")
                                .asInt())
                .put("step", step)
                .put("opinion", opinion);
        person.post("/api/partnerships/%s/moves".formatted(id), form);
        return id;
    }
}
