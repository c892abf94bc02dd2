package org.mingqu.platform.workspace;

import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/runs`: one query, followed or cancelled.
@RestController
@RequestMapping("/api/runs/{id}")
class RunsController {

    private final Runs runs;

    RunsController(Runs runs) {
        this.runs = runs;
    }

    @GetMapping
    RunView get(@PathVariable UUID id, Actor actor) {
        return runs.get(id, actor);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, Actor actor) {
        runs.cancel(id, actor);
    }
}
