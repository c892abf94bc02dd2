package org.mingqu.platform.demands;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.demands.Objections.ObjectionMove;
import org.mingqu.platform.demands.Objections.ObjectionRaising;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.procedures.OpenMove;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/catalogue-objections`: what is objected to in the catalogue, and how it was answered.
@RestController
@RequestMapping("/api/catalogue-objections")
class ObjectionsController {

    private final Objections objections;
    private final ObjectionViews views;

    ObjectionsController(Objections objections, ObjectionViews views) {
        this.objections = objections;
        this.views = views;
    }

    @GetMapping
    List<ObjectionView> list(Actor actor) {
        return objections.visibleTo(actor).stream()
                .map(it -> views.of(it, actor))
                .toList();
    }

    @GetMapping("/{id}")
    ObjectionView get(@PathVariable UUID id, Actor actor) {
        return views.of(objections.get(id, actor), actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectionView raise(@RequestBody ObjectionRaising raising, Actor actor) {
        return views.of(objections.raise(raising, actor), actor);
    }

    @PostMapping("/{id}/moves")
    ObjectionView move(@PathVariable UUID id, @RequestBody ObjectionMove move, Actor actor) {
        return views.of(objections.move(id, move, actor), actor);
    }

    /// An objection as a person sees it.
    record ObjectionView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            Objection.Stage stage,
            Party objector,
            UUID resource,
            String title,
            Party department,
            Objection.Kind kind,
            String text,
            String answer,
            LocalDate raisedOn,
            List<OpenMove> open) {}
}
