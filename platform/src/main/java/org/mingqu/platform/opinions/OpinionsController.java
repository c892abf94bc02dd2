package org.mingqu.platform.opinions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.opinions.Asking.OpinionAsking;
import org.mingqu.platform.opinions.Opinions.OpinionMove;
import org.mingqu.platform.opinions.ScenarioOpinion.Advice;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.OpenMove;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/scenario-opinions`: what experts were asked about a scenario, and what they answered.
@RestController
@RequestMapping("/api/scenario-opinions")
class OpinionsController {

    private final Opinions opinions;
    private final Asking asking;
    private final OpinionViews views;

    OpinionsController(Opinions opinions, Asking asking, OpinionViews views) {
        this.opinions = opinions;
        this.asking = asking;
        this.views = views;
    }

    /// The questions that the person may know of.
    ///
    /// @param origin only those about this case
    @GetMapping
    List<ScenarioOpinionView> list(@RequestParam @Nullable UUID origin, Actor actor, Locale locale) {
        return opinions.visibleTo(origin, actor).stream()
                .map(it -> views.of(it, actor, locale))
                .toList();
    }

    @GetMapping("/{id}")
    ScenarioOpinionView get(@PathVariable UUID id, Actor actor, Locale locale) {
        return views.of(opinions.get(id, actor), actor, locale);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ScenarioOpinionView ask(@RequestBody OpinionAsking request, Actor actor, Locale locale) {
        return views.of(asking.ask(request, actor), actor, locale);
    }

    @PostMapping("/{id}/moves")
    ScenarioOpinionView move(@PathVariable UUID id, @RequestBody OpinionMove move, Actor actor, Locale locale) {
        return views.of(opinions.move(id, move, actor), actor, locale);
    }

    /// A question as a person sees it.
    ///
    /// @param caseId null for who only knows that it was asked
    /// @param experts how many are asked
    /// @param given how many have answered
    record ScenarioOpinionView(
            UUID id,
            @Nullable UUID caseId,
            String number,
            ScenarioOpinion.Stage stage,
            UUID origin,
            String title,
            String question,
            LocalDate askedOn,
            LocalDate due,
            int experts,
            int given,
            List<ExpertSaid> said,
            List<Sheet.Section> scenario,
            List<OpenMove> open) {}

    /// What one expert said.
    ///
    /// @param advice null before all have answered, except for the expert
    record ExpertSaid(
            String name,
            String organisation,
            ScenarioOpinion.ExpertSeat.State state,
            @Nullable String ground,
            boolean given,
            @Nullable Advice advice,
            String text,
            @Nullable Instant at) {}
}
