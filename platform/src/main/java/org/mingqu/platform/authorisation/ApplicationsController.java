package org.mingqu.platform.authorisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.Mask;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/applications`: applications for resources.
@RestController
@RequestMapping("/api/applications")
class ApplicationsController {

    private final Applications applications;

    ApplicationsController(Applications applications) {
        this.applications = applications;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApplicationView open(Actor actor) {
        return applications.open(actor);
    }

    @GetMapping("/{id}")
    ApplicationView get(@PathVariable UUID id, Actor actor) {
        return applications.get(id, actor);
    }

    @PutMapping("/{id}")
    ApplicationView save(@PathVariable UUID id, @RequestBody ApplicationDraft draft, Actor actor) {
        return applications.save(id, draft, actor);
    }

    @PostMapping("/{id}/moves")
    ApplicationView move(@PathVariable UUID id, @RequestBody ApplicationMove move, Actor actor) {
        return applications.move(id, move, actor);
    }

    record ApplicationDraft(int version, Scenario scenario, List<ItemDraft> items) {}

    /// One resource that is asked for.
    ///
    /// @param reasons why a field is needed, by field
    record ItemDraft(
            UUID resource,
            List<String> columns,
            @Nullable String necessity,
            @Nullable Map<String, String> reasons) {}

    record ApplicationMove(
            int version,
            Step step,
            @Nullable String opinion,
            @Nullable List<SourceDecision> decisions) {}

    record SourceDecision(
            UUID resource,
            boolean consent,
            @Nullable List<String> dropColumns,
            @Nullable Map<String, Mask> masks,
            @Nullable LocalDate until) {}

    /// An application as a person sees it.
    ///
    /// @param basedOn an earlier application from which it was filled in
    /// @param fast whether it goes by the fast lane
    /// @param reasonGrade a field of this grade or above needs a reason of its own
    record ApplicationView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            Stage stage,
            Party applicant,
            Scenario scenario,
            List<ItemView> items,
            List<OpenMove> open,
            @Nullable UUID agreement,
            int reasonGrade,
            @Nullable UUID basedOn,
            boolean fast) {}

    record ItemView(
            UUID resource,
            String title,
            Party department,
            List<ItemColumn> columns,
            String necessity,
            Application.@Nullable Decision decision) {}

    record ItemColumn(
            String name,
            String label,
            int grade,
            ColumnClass columnClass,
            @Nullable String reason,
            @Nullable Boolean granted,
            @Nullable Mask mask) {}
}
