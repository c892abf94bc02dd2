package org.mingqu.platform.workspace;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.agreements.AgreementUse.UseStep;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.web.Page;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.ModelSpec;
import org.mingqu.warrant.Sharing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/workspaces`: where granted data are used.
@RestController
@RequestMapping("/api/workspaces")
class WorkspaceController {

    private final Workspaces workspaces;
    private final WorkspaceViews views;
    private final Runs runs;

    WorkspaceController(Workspaces workspaces, WorkspaceViews views, Runs runs) {
        this.workspaces = workspaces;
        this.views = views;
        this.runs = runs;
    }

    @GetMapping
    List<WorkspaceView.WorkspaceLine> list(Actor actor) {
        return workspaces.visibleTo(actor).stream()
                .map(it -> WorkspaceViews.line(it, actor))
                .toList();
    }

    @GetMapping("/{id}")
    WorkspaceView get(@PathVariable UUID id, Actor actor) {
        return views.of(workspaces.visible(id, actor), actor);
    }

    /// What the guard says of a text, without running it.
    @PostMapping("/{id}/judgements")
    VerdictView judge(@PathVariable UUID id, @RequestBody QuestionRequest request, Actor actor) {
        return runs.judge(id, request.question(), actor);
    }

    @PostMapping("/{id}/runs")
    @ResponseStatus(HttpStatus.CREATED)
    RunView run(@PathVariable UUID id, @RequestBody QuestionRequest request, Actor actor) {
        return runs.run(id, request.question(), actor);
    }

    @GetMapping("/{id}/runs")
    Page<RunView> history(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Actor actor) {
        return runs.history(id, page, size, actor);
    }

    @PostMapping("/{id}/suspension")
    WorkspaceView suspend(@PathVariable UUID id, @RequestBody ReasonRequest request, Actor actor) {
        return views.of(workspaces.take(id, UseStep.SUSPEND, request.reason(), actor), actor);
    }

    @DeleteMapping("/{id}/suspension")
    WorkspaceView resume(@PathVariable UUID id, @RequestParam String reason, Actor actor) {
        return views.of(workspaces.take(id, UseStep.RESUME, reason, actor), actor);
    }

    @PostMapping("/{id}/termination")
    WorkspaceView terminate(@PathVariable UUID id, @RequestBody ReasonRequest request, Actor actor) {
        return views.of(workspaces.take(id, UseStep.TERMINATE, request.reason(), actor), actor);
    }

    /// A text to be judged or run.
    ///
    /// @param epsilon privacy loss to be spent by an instant answer; absent for the usual 0.1
    /// @param adjusted whether the numbers of an instant answer are made to fit together: totals the sums of
    ///     their
    ///     groups, counts not negative; absent for yes
    /// @param sharing to whom the rows of a data set go; absent for controlled sharing with the partner
    /// @param model what is to be made from the rows in the lane of models: kind, target and regularisation
    ///     in thousandths; absent in others
    record QuestionRequest(
            String sql,
            Lane lane,
            @Nullable Double epsilon,
            @Nullable Boolean adjusted,
            @Nullable Sharing sharing,
            @Nullable ModelSpec model) {

        Question question() {
            return new Question(sql, lane, epsilon, adjusted, sharing, model);
        }
    }

    record ReasonRequest(String reason) {}
}
