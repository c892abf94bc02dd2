package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The service agreement: all heads, all signatures, and only then a workspace (art. 19).
final class AgreementChapter {

    private static final Duration OPENS_WITHIN = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(200);

    /// What of the eight heads no application says, and the parties have to agree on.
    private static final int LEFT = 4;

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final String id;

    AgreementChapter(Stage stage, String agreement) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.id = agreement;
    }

    /// Fills, signs and waits.
    ///
    /// @return id of the workspace that the last signature opens
    String inForce() {
        var left = now(cast.operator()).required("missing");
        Expect.same("expect.heads", LEFT, left.size());
        var last = left.get(LEFT - 1).asString();
        fill(left, last, false);
        var missing = now(cast.operator()).required("missing");
        Expect.same("expect.missing", "[\"%s\"]".formatted(last), missing.toString());
        var problem = cast.authority()
                .refused("POST", signatures(), signature(cast.authority()), 409, "agreement-heads-missing");
        diary.refusal(cast.authority(), "19", problem, "refused.heads", last);
        fill(left, last, true);
        sign(cast.partner());
        sign(cast.operator());
        sign(cast.housing());
        sign(cast.civilAffairs());
        beforeTheLastSignature();
        sign(cast.authority());
        Expect.same("expect.in-force", "IN_FORCE", text(now(cast.partner()), "stage"));
        return awaitWorkspace();
    }

    private void fill(JsonNode left, String last, boolean isLast) {
        var form = form().put("version", now(cast.operator()).path("version").asInt());
        var filled = form.putObject("heads");
        for (var head : left) {
            var key = head.asString();
            if (key.equals(last) == isLast) {
                filled.put(key, stage.words().of("head." + key));
            }
        }
        cast.operator().put("/api/agreements/%s/heads".formatted(id), form);
        diary.act(cast.operator(), "19", "agreement-filled", id, "act.fill", filled.size());
    }

    private void sign(Person by) {
        by.post(signatures(), signature(by));
        diary.act(by, "19", "agreement-signed", id, "act.sign");
    }

    private JsonNode signature(Person by) {
        var agreement = now(by);
        return form().put("version", agreement.path("version").asInt()).put("sm3", text(agreement, "sm3"));
    }

    /// With four of five signatures there is no workspace, and nothing to ask.
    private void beforeTheLastSignature() {
        Expect.same("expect.signing", "SIGNING", text(now(cast.partner()), "stage"));
        Expect.that("expect.no-workspace", workspace().isEmpty(), "-", workspace());
        var query = form().put("sql", "SELECT 1").put("lane", "SYNTHETIC");
        cast.partner().refused("POST", "/api/workspaces/%s/runs".formatted(id), query, 404, "");
        diary.held("held.no-workspace");
    }

    private String awaitWorkspace() {
        var until = System.nanoTime() + OPENS_WITHIN.toNanos();
        while (System.nanoTime() < until) {
            var opened = workspace();
            if (opened.isPresent()) {
                diary.held("held.workspace");
                return opened.get();
            }
            Pause.of(GLANCE);
        }
        throw new Broken("expect.workspace", "OPEN", OPENS_WITHIN);
    }

    private Optional<String> workspace() {
        for (var it : cast.partner().get("/api/workspaces")) {
            if (text(it, "agreement").equals(id)) {
                return Optional.of(text(it, "id"));
            }
        }
        return Optional.empty();
    }

    private JsonNode now(Person by) {
        return by.get("/api/agreements/" + id);
    }

    private String signatures() {
        return "/api/agreements/%s/signatures".formatted(id);
    }
}
