package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.util.List;

/// Partners come in and leave by the operator's published rules, both filed with the authority (art. 17).
final class PartnerChapter {

    private static final List<String> CAPABILITIES = List.of("STANDING", "TEAM", "SECURITY", "EXPERIENCE");

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Moves moves;

    PartnerChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.moves = new Moves(stage);
    }

    void rules() {
        cast.operator()
                .post(
                        "/api/partner-rules",
                        form().put("admission", stage.words().of("years.admission"))
                                .put("leaving", stage.words().of("years.leaving")));
        diary.did(cast.operator(), "17", cast.operator().organisationId(), "act.partner-rules");
        var problem = cast.partner().refused("POST", "/api/applications", form(), 409, "");
        diary.refusal(cast.partner(), problem, "refused.not-filed");
    }

    /// A partner with its capabilities, admitted and filed.
    ///
    /// @return id of the partnership
    String filed(Person partner) {
        var form = form().put("operator", cast.operator().organisationId())
                .put("introduction", stage.words().of("years.introduction"))
                .put("affiliated", false);
        var shown = form.putArray("capabilities");
        for (var kind : CAPABILITIES) {
            var one = shown.addObject()
                    .put("kind", kind)
                    .put("text", stage.words().of("years.capability"));
            if (kind.equals("SECURITY")) {
                one.put("validUntil", stage.today().plusYears(4).toString());
            }
        }
        var id = text(partner.post("/api/partnerships", form), "id");
        diary.did(partner, "17", id, "act.partner-apply");
        moves.take(cast.operator(), path(id), "ADMIT", "");
        moves.take(cast.operator(), path(id), "FILE", "");
        diary.did(cast.operator(), "17", id, "act.partner-file", partner.organisation());
        moves.take(cast.authority(), path(id), "ACKNOWLEDGE", "");
        diary.did(cast.authority(), "17", id, "act.partner-acknowledge", partner.organisation());
        return id;
    }

    /// Access ends with the leaving, not with the last paper of it.
    void left(Person partner, String id) {
        moves.take(partner, path(id), "LEAVE", "years.leave");
        diary.did(partner, "17", id, "act.partner-leave");
        var problem = partner.refused("POST", "/api/applications", form(), 409, "");
        diary.refusal(partner, problem, "refused.left");
        moves.take(partner, path(id), "CERTIFY", "years.certify");
        moves.take(cast.operator(), path(id), "FILE_EXIT", "");
        moves.take(cast.authority(), path(id), "ACKNOWLEDGE_EXIT", "");
        diary.did(cast.authority(), "17", id, "act.partner-exit", partner.organisation());
    }

    private static String path(String id) {
        return "/api/partnerships/" + id;
    }
}
