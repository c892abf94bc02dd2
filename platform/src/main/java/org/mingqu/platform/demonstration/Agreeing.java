package org.mingqu.platform.demonstration;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The authorisation agreements of the district (art. 12 to 14): the one that is in force and is being amended, and one
/// that has ended by agreement and is being closed.
final class Agreeing {

    /// Who operated before.
    static final String FORMER = "lianchuang";

    private static final int SIGNED_BEFORE = 25;
    private static final int FORMER_SIGNED_BEFORE = 110;
    private static final int ENDED = 14;
    private static final int PROVEN = 12;
    private static final int AMENDED = 3;
    private static final Set<String> PROVEN_BY_AUTHORITY = Set.of("ACCESS", "LOGS");

    private final Cast cast;
    private final Words words;
    private final int begin;
    private final JsonMapper json;

    Agreeing(Cast cast, Words words, int begin, JsonMapper json) {
        this.cast = cast;
        this.words = words;
        this.begin = begin;
        this.json = json;
    }

    /// What must be there before anybody can act as operator or partner.
    List<Play.Scene> scenes() {
        return List.of(
                new Play.Scene(
                        "mandate.former", () -> cast.daysAgo(begin + FORMER_SIGNED_BEFORE, () -> signedByBoth(FORMER))),
                new Play.Scene(
                        "mandate.first",
                        () -> cast.daysAgo(begin + SIGNED_BEFORE, () -> signedByBoth(Cases.OPERATOR))));
    }

    List<Play.Scene> afterwards() {
        return List.of(
                new Play.Scene("mandate.ended", this::ended),
                new Play.Scene("mandate.amending", () -> cast.daysAgo(AMENDED, this::amending)));
    }

    private String signedByBoth(String operator) {
        var id = mandate(operator);
        sign(operator, id);
        sign(Cases.AUTHORITY, id);
        return id;
    }

    private String ended() {
        var id = mandate(FORMER);
        cast.daysAgo(ENDED, () -> {
            move(FORMER, id, "PROPOSE_END", words.of("mandate.end"));
            return move(Cases.AUTHORITY, id, "AGREE_END", "");
        });
        var closing = read(FORMER, id).required("closing").asString();
        cast.daysAgo(PROVEN, () -> {
            prove(FORMER, closing, Set.of("DELETION"));
            prove(Cases.AUTHORITY, closing, PROVEN_BY_AUTHORITY);
            return closing;
        });
        return closing;
    }

    /// The operator has proposed a change and signed it; the authority has not yet.
    private String amending() {
        var id = mandate(Cases.OPERATOR);
        move(Cases.OPERATOR, id, "AMEND", words.of("mandate.amend"));
        var now = read(Cases.OPERATOR, id);
        var form =
                json.createObjectNode().put("version", now.required("version").asInt());
        var heads = form.putObject("heads");
        for (var head : now.required("heads")) {
            if (head.required("key").asString().equals("SUPERVISION")) {
                heads.put("SUPERVISION", head.required("text").asString() + words.of("mandate.amended"));
            }
        }
        cast.as(Cases.OPERATOR).put("/api/mandates/%s/heads".formatted(id), form);
        sign(Cases.OPERATOR, id);
        return id;
    }

    private void prove(String username, String closing, Set<String> duties) {
        var person = cast.as(username);
        var path = "/api/closings/" + closing;
        for (var item : person.get(path).required("items")) {
            var duty = item.required("duty").asString();
            if (duties.contains(duty)) {
                var form = json.createObjectNode()
                        .put("version", person.get(path).required("version").asInt())
                        .put("item", item.required("id").asString())
                        .put("text", words.of("closing." + duty));
                person.post(path + "/proofs", form);
            }
        }
    }

    private String mandate(String username) {
        return cast.as(username).get("/api/mandates").get(0).required("id").asString();
    }

    private JsonNode read(String username, String id) {
        return cast.as(username).get("/api/mandates/" + id);
    }

    private void sign(String username, String id) {
        var now = read(username, id);
        var form = json.createObjectNode()
                .put("version", now.required("version").asInt())
                .put("sm3", now.required("sm3").asString());
        cast.as(username).post("/api/mandates/%s/signatures".formatted(id), form);
    }

    private String move(String username, String id, String step, String opinion) {
        var form = json.createObjectNode()
                .put("version", read(username, id).required("version").asInt())
                .put("step", step)
                .put("opinion", opinion);
        cast.as(username).post("/api/mandates/%s/moves".formatted(id), form);
        return id;
    }
}
