package org.mingqu.platform.procedures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.CountersignStore.Countersignature;
import org.mingqu.platform.procedures.Countersigning.CountersignAnswer;
import org.mingqu.platform.procedures.Countersigning.CountersignRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/countersignatures` and those of a case: decisions that wait for a colleague.
@RestController
@RequestMapping("/api")
class CountersignController {

    private final Countersigning countersigning;
    private final CaseStore cases;

    CountersignController(Countersigning countersigning, CaseStore cases) {
        this.countersigning = countersigning;
        this.cases = cases;
    }

    /// What waits for the person's signature.
    @GetMapping("/countersignatures")
    List<CountersignView> waiting(Actor actor) {
        return countersigning.waitingFor(actor).stream()
                .map(it -> view(it, actor))
                .toList();
    }

    /// Those of a case, as the person's own organisation knows them.
    @GetMapping("/cases/{id}/countersignatures")
    List<CountersignView> ofCase(@PathVariable UUID id, Actor actor) {
        return countersigning.of(id, actor).stream().map(it -> view(it, actor)).toList();
    }

    @PostMapping("/cases/{id}/countersignatures")
    @ResponseStatus(HttpStatus.CREATED)
    CountersignView ask(@PathVariable UUID id, @RequestBody CountersignRequest request, Actor actor) {
        return view(countersigning.ask(id, request, actor), actor);
    }

    /// Signs, or does not.
    @PostMapping("/countersignatures/{id}/answer")
    CountersignView answer(@PathVariable UUID id, @RequestBody CountersignAnswer request, Actor actor) {
        return view(countersigning.answer(id, request, actor), actor);
    }

    @DeleteMapping("/countersignatures/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, Actor actor) {
        countersigning.withdraw(id, actor);
    }

    private CountersignView view(Countersignature it, Actor actor) {
        var file = cases.find(it.caseId()).orElseThrow();
        return new CountersignView(
                it.id(),
                it.caseId(),
                file.number(),
                file.title(),
                file.kind(),
                it.step(),
                it.opinion(),
                it.asker().personName(),
                it.colleagueName(),
                it.askedAt(),
                it.state(),
                it.answer(),
                it.answeredAt(),
                it.colleague().equals(actor.person()),
                it.asker().person().equals(actor.person()));
    }

    /// A decision that waits, as a person sees it.
    ///
    /// @param mine whether it waits for the person's own signature
    /// @param asked whether the person asked for it
    record CountersignView(
            UUID id,
            UUID caseId,
            String number,
            String title,
            String kind,
            String step,
            String opinion,
            String asker,
            String colleague,
            Instant askedAt,
            CountersignStore.State state,
            String answer,
            @Nullable Instant answeredAt,
            boolean mine,
            boolean asked) {}
}
