package org.mingqu.platform.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/catalogue-batches`: how the authority publishes the catalogue.
@RestController
@RequestMapping("/api/catalogue-batches")
class BatchesController {

    private final Publication publication;

    BatchesController(Publication publication) {
        this.publication = publication;
    }

    @GetMapping
    List<Batch> batches() {
        return publication.batches();
    }

    /// The submitted resources that wait for a batch.
    @GetMapping("/candidates")
    List<ResourceView> candidates(Actor actor) {
        return publication.candidates(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Batch publish(@RequestBody BatchRequest request, Actor actor) {
        return publication.publish(request.title(), request.resources(), actor);
    }

    record BatchRequest(String title, List<UUID> resources) {

        BatchRequest {
            Objects.requireNonNull(title, "title");
            resources = List.copyOf(resources);
        }
    }
}
