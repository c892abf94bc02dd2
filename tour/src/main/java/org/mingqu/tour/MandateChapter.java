package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The authorisation agreement: ten heads, two signatures, an amendment, and its end with the closing list
/// (art. 12 to 14).
final class MandateChapter {

    private static final String HEAD = "SECURITY";
    private static final String AMENDED = "SUPERVISION";

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Moves moves;

    MandateChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.moves = new Moves(stage);
    }

    /// Signed by both once no head is missing.
    ///
    /// @return id of the agreement
    String signed() {
        var id = text(cast.operator().get("/api/mandates").get(0), "id");
        var text = head(id, HEAD);
        fill(id, HEAD, "");
        var problem = cast.operator().refused("POST", signatures(id), signature(id), 409, "mandate-heads-missing");
        diary.refusal(cast.operator(), "13", problem, "refused.mandate-head", HEAD);
        fill(id, HEAD, text);
        sign(cast.operator(), id);
        sign(cast.authority(), id);
        var now = now(id);
        Expect.same("expect.in-force", "IN_FORCE", text(now, "stage"));
        var policy = cast.operator().get(path(id) + "/policy");
        Expect.that("expect.policy", policy.has("@context"), "@context", Person.shortened(policy.toString()));
        diary.held("held.mandate", now.required("months").asInt());
        return id;
    }

    /// A changed head is a new edition that both sign again.
    void amended(String id) {
        moves.take(cast.authority(), path(id), "AMEND", "years.amend");
        fill(id, AMENDED, head(id, AMENDED) + stage.words().of("years.amended"));
        sign(cast.authority(), id);
        sign(cast.operator(), id);
        Expect.same("expect.edition", 2, now(id).required("edition").asInt());
        diary.held("held.amended");
    }

    /// Taken back by the authority: every access ends with the act, and the list of what remains is worked off.
    ///
    /// @param desk whose query runs meanwhile
    void revoked(String id, Desk desk, String heavy) {
        var run = desk.start("REVIEWED", heavy, 0, "act.heavy");
        moves.take(cast.authority(), path(id), "REVOKE", "years.revoke");
        diary.did(cast.authority(), "14", text(now(id), "caseId"), "act.revoke");
        Expect.same("expect.cancelled", "CANCELLED", text(desk.await(run), "state"));
        var problem = desk.refused("SELECT 1", 409, "");
        diary.refusal(desk.partner(), problem, "refused.revoked");
        var application = cast.partner().refused("POST", "/api/applications", form(), 409, "partner-operator-ended");
        diary.refusal(cast.partner(), application, "refused.apply-ended");
        closed(text(now(id), "closing"));
    }

    private void closed(String closing) {
        var path = "/api/closings/" + closing;
        for (var round = 0; round < 2; round++) { // one proof may wait for another's
            for (var item : cast.authority().get(path).required("items")) {
                prove(path, item);
            }
        }
        cast.authority().refused("DELETE", path + "/logs", null, 409, "");
        diary.held("held.logs-kept");
        cast.authority()
                .post(
                        path + "/closure",
                        form().put(
                                        "version",
                                        cast.authority()
                                                .get(path)
                                                .required("version")
                                                .asInt()));
        var closed = cast.authority().get(path);
        Expect.same("expect.closed", "CLOSED", text(closed, "stage"));
        diary.did(
                cast.authority(),
                "14",
                closing,
                "act.close",
                closed.required("items").size());
    }

    private void prove(String path, JsonNode item) {
        if (item.hasNonNull("at")) {
            return;
        }
        for (var by : List.of(cast.authority(), cast.operator(), cast.partner(), cast.stranger())) {
            if (mine(by, path, text(item, "id"))) {
                by.post(
                        path + "/proofs",
                        form().put("version", by.get(path).required("version").asInt())
                                .put("item", text(item, "id"))
                                .put("text", stage.words().of("years.proof")));
                return;
            }
        }
    }

    private static boolean mine(Person by, String path, String item) {
        if (!Set.of("AUTHORITY", "OPERATOR", "PARTNER").contains(by.role()) || !by.mayGet(path)) {
            return false;
        }
        for (var seen : by.get(path).required("items")) {
            if (text(seen, "id").equals(item)) {
                return seen.path("mine").asBoolean() && !seen.hasNonNull("at");
            }
        }
        return false;
    }

    private void sign(Person by, String id) {
        by.post(signatures(id), signature(id));
        diary.did(by, "12", text(now(id), "caseId"), "act.sign-mandate");
    }

    private ObjectNode signature(String id) {
        var now = now(id);
        return form().put("version", now.required("version").asInt()).put("sm3", text(now, "sm3"));
    }

    private void fill(String id, String head, String text) {
        var form = form().put("version", now(id).required("version").asInt());
        form.putObject("heads").put(head, text);
        cast.authority().put(path(id) + "/heads", form);
    }

    private String head(String id, String key) {
        for (var head : now(id).required("heads")) {
            if (text(head, "key").equals(key)) {
                return text(head, "text");
            }
        }
        throw new Broken("expect.field", key, now(id).required("heads"));
    }

    private JsonNode now(String id) {
        return cast.authority().get(path(id));
    }

    private static String path(String id) {
        return "/api/mandates/" + id;
    }

    private static String signatures(String id) {
        return path(id) + "/signatures";
    }
}
