package org.mingqu.platform.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.incidents.Incident.Harm;
import org.mingqu.platform.incidents.IncidentOpening.Assessment;
import org.mingqu.platform.incidents.IncidentOpening.Opening;
import org.mingqu.platform.incidents.Incidents.IncidentMove;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/incidents`: what went wrong, by whom it is handled, and how many hours are left.
@RestController
@RequestMapping("/api/incidents")
class IncidentsController {

    private final Incidents incidents;
    private final IncidentOpening opening;
    private final Parties parties;
    private final Clock clock;

    IncidentsController(Incidents incidents, IncidentOpening opening, Parties parties, Clock clock) {
        this.incidents = incidents;
        this.opening = opening;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping
    List<IncidentView> list(Actor actor) {
        return incidents.visibleTo(actor).stream().map(it -> view(it, actor)).toList();
    }

    @GetMapping("/{id}")
    IncidentView get(@PathVariable UUID id, Actor actor) {
        return view(incidents.get(id, actor), actor);
    }

    /// Whose use the person can have stopped.
    @GetMapping("/targets")
    List<Party> targets(Actor actor) {
        actor.must(IncidentProcedure.REPORTERS.toArray(Role[]::new));
        return parties.withRole(Role.PARTNER).stream()
                .filter(it -> !actor.is(Role.PARTNER) || it.id().equals(actor.organisation()))
                .map(it -> new Party(it.id(), it.name(), Role.PARTNER.name()))
                .toList();
    }

    /// How grave it would be and until when it would have to be reported; nothing is opened.
    @PostMapping("/assessment")
    Assessment assess(@RequestBody Opening request, Actor actor) {
        return opening.assess(request, actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IncidentView open(@RequestBody Opening request, Actor actor) {
        return view(opening.open(request, actor), actor);
    }

    @PostMapping("/{id}/moves")
    IncidentView move(@PathVariable UUID id, @RequestBody IncidentMove request, Actor actor) {
        return view(incidents.move(id, request, actor), actor);
    }

    private IncidentView view(Incident it, Actor actor) {
        return new IncidentView(
                it.id(),
                it.caseId(),
                it.version(),
                it.number(),
                it.reporter(),
                it.kind(),
                it.drill(),
                it.title(),
                it.text(),
                it.harm(),
                it.level(),
                it.awareAt(),
                it.dueAt(),
                it.reportedAt(),
                it.late() || (it.reportedAt() == null && clock.instant().isAfter(it.dueAt())),
                it.target(),
                it.stopped().size(),
                it.stage(),
                incidents.openTo(it, actor));
    }

    /// An incident as a person sees it.
    ///
    /// @param stopped how many workspaces are stopped for it
    record IncidentView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            Party reporter,
            Incident.Kind kind,
            boolean drill,
            String title,
            String text,
            Harm harm,
            Incident.Level level,
            Instant awareAt,
            Instant dueAt,
            @Nullable Instant reportedAt,
            boolean late,
            @Nullable Party target,
            int stopped,
            Incident.Stage stage,
            List<OpenMove> open) {}
}
