package org.mingqu.platform.authorisation;

import java.util.List;
import java.util.UUID;
import org.mingqu.platform.authorisation.ApplicationsController.ApplicationView;
import org.mingqu.platform.authorisation.FastLane.FastLaneView;
import org.mingqu.platform.authorisation.Reuse.ChangeSince;
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

/// `/api/applications/{id}`: applying again, and the fast lane.
@RestController
@RequestMapping("/api/applications/{id}")
class ReuseController {

    private final Reuse reuse;

    ReuseController(Reuse reuse) {
        this.reuse = reuse;
    }

    /// Opens a draft filled in from this one.
    @PostMapping("/copies")
    @ResponseStatus(HttpStatus.CREATED)
    ApplicationView copy(@PathVariable UUID id, Actor actor) {
        return reuse.copy(id, actor);
    }

    /// What has changed since the application from which this one was filled in.
    @GetMapping("/changes")
    List<ChangeSince> changes(@PathVariable UUID id, Actor actor) {
        return reuse.changes(id, actor);
    }

    /// Which conditions of the fast lane are met.
    @GetMapping("/fast-lane")
    FastLaneView fastLane(@PathVariable UUID id, Actor actor) {
        return reuse.fastLane(id, actor);
    }

    /// Takes the fast lane, or leaves it.
    @PutMapping("/fast-lane")
    ApplicationView change(@PathVariable UUID id, @RequestBody LaneRequest request, Actor actor) {
        return request.fast() ? reuse.take(id, request.version(), actor) : reuse.leave(id, request.version(), actor);
    }

    record LaneRequest(int version, boolean fast) {}
}
