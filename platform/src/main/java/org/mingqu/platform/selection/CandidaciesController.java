package org.mingqu.platform.selection;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.selection.Candidacy.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/candidacies`: applications to become operator.
@RestController
@RequestMapping("/api")
class CandidaciesController {

    private final Candidacies candidacies;
    private final SelectionViews views;

    CandidaciesController(Candidacies candidacies, SelectionViews views) {
        this.candidacies = candidacies;
        this.views = views;
    }

    /// The draft of the actor's organisation for a selection; asking again gives the one that there is.
    @PostMapping("/selections/{id}/candidacies")
    @ResponseStatus(HttpStatus.CREATED)
    CandidacyView begin(@PathVariable UUID id, Actor actor) {
        return views.candidacy(candidacies.begin(id, actor).id(), actor);
    }

    @GetMapping("/candidacies/{id}")
    CandidacyView read(@PathVariable UUID id, Actor actor) {
        return views.candidacy(id, actor);
    }

    @PutMapping("/candidacies/{id}")
    CandidacyView save(@PathVariable UUID id, @RequestBody AnswersRequest request, Actor actor) {
        return views.candidacy(candidacies.save(id, request, actor).id(), actor);
    }

    @PostMapping("/candidacies/{id}/moves")
    CandidacyView move(@PathVariable UUID id, @RequestBody CandidacyMove request, Actor actor) {
        return views.candidacy(candidacies.move(id, request, actor).id(), actor);
    }

    /// An expert's score.
    @PostMapping("/candidacies/{id}/scores")
    CandidacyView score(@PathVariable UUID id, @RequestBody ScoreRequest request, Actor actor) {
        views.score(id, request.points(), Objects.requireNonNullElse(request.comment(), ""), actor);
        return views.candidacy(id, actor);
    }

    /// A regulator's opinion.
    @PostMapping("/candidacies/{id}/opinions")
    CandidacyView opine(@PathVariable UUID id, @RequestBody OpinionRequest request, Actor actor) {
        views.opine(id, request.objects(), Objects.requireNonNullElse(request.text(), ""), actor);
        return views.candidacy(id, actor);
    }

    record AnswersRequest(int version, Map<Requirement, Answer> answers) {}

    /// A step of the procedure.
    ///
    /// @param defects with FIND_INCOMPLETE, what is missing of each requirement, all at once
    record CandidacyMove(
            int version,
            CandidacyStep step,
            @Nullable String opinion,
            @Nullable Map<Requirement, String> defects) {}

    record ScoreRequest(
            Map<Requirement, Integer> points, @Nullable String comment) {}

    record OpinionRequest(boolean objects, @Nullable String text) {}
}
