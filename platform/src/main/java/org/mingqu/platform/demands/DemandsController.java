package org.mingqu.platform.demands;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.demands.Demands.DemandMove;
import org.mingqu.platform.demands.Demands.DemandPosting;
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

/// `/api/demands`: data that somebody needs and the catalogue lacks.
@RestController
@RequestMapping("/api/demands")
class DemandsController {

    private final Demands demands;
    private final DemandViews views;
    private final Parties parties;

    DemandsController(Demands demands, DemandViews views, Parties parties) {
        this.demands = demands;
        this.views = views;
        this.parties = parties;
    }

    /// The board, the latest first.
    @GetMapping
    List<DemandView> board(Actor actor) {
        return demands.board(actor).stream().map(it -> views.of(it, actor)).toList();
    }

    /// The departments that may be asked.
    @GetMapping("/departments")
    List<Party> departments(Actor actor) {
        actor.must(Demands.READERS);
        return parties.withRole(Role.SOURCE).stream()
                .map(it -> new Party(it.id(), it.name(), Role.SOURCE.name()))
                .toList();
    }

    @GetMapping("/{id}")
    DemandView get(@PathVariable UUID id, Actor actor) {
        return views.of(demands.get(id, actor), actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DemandView post(@RequestBody DemandPosting posting, Actor actor) {
        return views.of(demands.post(posting, actor), actor);
    }

    @PostMapping("/{id}/moves")
    DemandView move(@PathVariable UUID id, @RequestBody DemandMove move, Actor actor) {
        return views.of(demands.move(id, move, actor), actor);
    }

    /// The person's organisation needs the same.
    @PostMapping("/{id}/support")
    DemandView support(@PathVariable UUID id, Actor actor) {
        return views.of(demands.support(id, actor), actor);
    }

    /// A demand as a person sees it.
    ///
    /// @param caseId null for who only reads the board
    /// @param supporters how many other organisations need the same
    /// @param maySupport whether the person's organisation may say so
    record DemandView(
            UUID id,
            @Nullable UUID caseId,
            int version,
            String number,
            Demand.Stage stage,
            Party poster,
            String title,
            String scenario,
            List<String> fields,
            String why,
            @Nullable Party department,
            @Nullable UUID resource,
            @Nullable String resourceTitle,
            String answer,
            LocalDate postedOn,
            int supporters,
            boolean maySupport,
            List<OpenMove> open) {}
}
