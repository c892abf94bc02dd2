package org.mingqu.platform.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/selections`: selections as those see them who take part.
@RestController
@RequestMapping("/api/selections")
class SelectionsController {

    private final Calls calls;
    private final Panel panel;
    private final SelectionViews views;

    SelectionsController(Calls calls, Panel panel, SelectionViews views) {
        this.calls = calls;
        this.panel = panel;
        this.views = views;
    }

    /// The notices that are not published yet.
    @GetMapping("/drafts")
    List<SelectionNotice> drafts(Actor actor) {
        return views.drafts(actor);
    }

    /// A selection as those see it who take part in it.
    @GetMapping("/{id}/file")
    SelectionFile file(@PathVariable UUID id, Actor actor) {
        return views.file(id, actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SelectionFile create(@RequestBody CallRequest request, Actor actor) {
        return views.file(calls.create(request, actor).id(), actor);
    }

    @PutMapping("/{id}")
    SelectionFile change(@PathVariable UUID id, @RequestBody CallRequest request, Actor actor) {
        return views.file(calls.change(id, request, actor).id(), actor);
    }

    @PostMapping("/{id}/moves")
    SelectionFile move(@PathVariable UUID id, @RequestBody CallMove request, Actor actor) {
        return views.file(calls.move(id, request, actor).id(), actor);
    }

    /// The expert who asks stands back from a selection.
    @PostMapping("/{id}/recusals")
    SelectionFile recuse(@PathVariable UUID id, @RequestBody RecusalRequest request, Actor actor) {
        views.recuse(id, request.reason(), actor);
        return views.file(id, actor);
    }

    /// What the expert who asks has declared.
    @GetMapping("/interests")
    List<InterestView> interests(Actor actor) {
        return views.named(panel.interests(actor));
    }

    @PutMapping("/interests")
    List<InterestView> declare(@RequestBody InterestsRequest request, Actor actor) {
        var interests = request.interests().stream()
                .map(it -> new Interest(actor.person(), it.about(), it.reason().strip()))
                .toList();
        return views.named(panel.declare(interests, actor));
    }

    /// A notice as it is written.
    ///
    /// @param version of what is changed; null for a new one
    /// @param experts how many are to score; null for as many as the rules say
    record CallRequest(
            @Nullable Integer version,
            String title,
            String conditions,
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable Integer experts) {}

    /// A step of the procedure.
    ///
    /// @param proposed with SUBMIT, the applications that are proposed
    record CallMove(
            int version,
            CallStep step,
            @Nullable String opinion,
            @Nullable List<UUID> proposed) {}

    record RecusalRequest(String reason) {}

    record InterestRequest(UUID about, String reason) {}

    record InterestsRequest(List<InterestRequest> interests) {}

    /// @param name of the organisation or expert
    record InterestView(UUID about, String name, String reason) {}
}
