package org.mingqu.platform.rights;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.domain.DoorTicket;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/rights/requests`: copies, objections, complaints, as those see them who ask and who decide.
@RestController
@RequestMapping("/api/rights/requests")
class RequestsController {

    private final Requests requests;
    private final RequestMaking making;

    RequestsController(Requests requests, RequestMaking making) {
        this.requests = requests;
        this.making = making;
    }

    @GetMapping
    Page<RightsRequestView> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Actor actor) {
        var paging = new Paging(page, size);
        var found = requests.list(paging, actor);
        return paging.of(
                found.items().stream()
                        .map(it -> RightsRequestView.of(it, actor))
                        .toList(),
                found.total());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RightsRequestView make(@RequestBody NewRequest form, Actor actor) {
        return RightsRequestView.of(making.make(form, actor), actor);
    }

    @GetMapping("/{id}")
    RightsRequestView get(@PathVariable UUID id, Actor actor) {
        return RightsRequestView.of(requests.visible(id, actor), actor);
    }

    @PostMapping("/{id}/moves")
    RightsRequestView move(@PathVariable UUID id, @RequestBody RequestMove form, Actor actor) {
        return RightsRequestView.of(requests.move(id, form, actor), actor);
    }

    /// A ticket for the enclave's door that gives the rows once.
    @PostMapping("/{id}/ticket")
    DoorTicket ticket(@PathVariable UUID id, Actor actor) {
        return requests.ticket(id, actor);
    }

    /// What is asked for.
    ///
    /// @param resource that a copy or an objection is about
    /// @param department that a complaint is about
    /// @param wish CORRECT or DELETE, of an objection
    /// @param fields labels of the columns that an objection is about
    /// @param reason why; a copy needs none
    record NewRequest(
            RequestKind kind,
            @Nullable UUID resource,
            @Nullable UUID department,
            @Nullable String wish,
            @Nullable List<String> fields,
            @Nullable String reason) {}

    record RequestMove(
            int version, RequestStep step, @Nullable String opinion) {}

    /// What has become of the rows.
    ///
    /// @param columns whose values differ
    record CorrectionView(long before, long after, List<String> columns) {}

    /// A request.
    ///
    /// @param remedies what is open instead to a person whose request was refused
    record RightsRequestView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            RequestKind kind,
            RequestStage stage,
            String name,
            UUID department,
            String departmentName,
            @Nullable UUID resource,
            String title,
            @Nullable String wish,
            List<String> fields,
            String reason,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable CorrectionView outcome,
            Instant at,
            List<OpenMove> open,
            boolean mayFetch,
            List<String> remedies) {

        static RightsRequestView of(RightsRequest it, Actor actor) {
            var outcome = it.outcome();
            return new RightsRequestView(
                    it.id(),
                    it.caseId(),
                    it.version(),
                    it.number(),
                    it.kind(),
                    it.stage(),
                    it.name(),
                    it.department(),
                    it.departmentName(),
                    it.resource(),
                    it.title(),
                    it.wish(),
                    it.fields(),
                    it.reason(),
                    it.answer(),
                    it.answeredAt(),
                    outcome == null ? null : new CorrectionView(outcome.before(), outcome.after(), outcome.columns()),
                    it.at(),
                    RequestCases.open(it, actor),
                    it.stage() == RequestStage.GRANTED || it.stage() == RequestStage.FETCHED || it.isOpenTo(actor),
                    remedies(it));
        }

        private static List<String> remedies(RightsRequest it) {
            if (it.stage() != RequestStage.REFUSED) {
                return List.of();
            }
            return it.kind() == RequestKind.COMPLAINT ? List.of("REVIEW") : List.of("COMPLAINT", "REVIEW");
        }
    }
}
