package org.mingqu.platform.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

/// `/api/resources`: a source department's own resources, in every state.
@RestController
@RequestMapping("/api/resources")
class ResourcesController {

    private final Resources resources;
    private final Intake intake;

    ResourcesController(Resources resources, Intake intake) {
        this.resources = resources;
        this.intake = intake;
    }

    @GetMapping
    List<ResourceView> own(Actor actor) {
        return resources.own(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResourceView register(@RequestBody ResourceRequest request, Actor actor) {
        return resources.register(request.name(), request.description(), actor);
    }

    @GetMapping("/{id}")
    ResourceView get(@PathVariable UUID id, Actor actor) {
        return resources.get(id, actor);
    }

    @PutMapping("/{id}")
    ResourceView describe(@PathVariable UUID id, @RequestBody ResourceChange change, Actor actor) {
        return resources.describe(id, change.version(), change.description(), actor);
    }

    /// Opens a load: the answer's address takes the file, at the enclave's own door.
    @PostMapping("/{id}/loads")
    @ResponseStatus(HttpStatus.CREATED)
    LoadTicket load(@PathVariable UUID id, @RequestBody LoadRequest request, Actor actor) {
        return intake.open(id, request, actor);
    }

    @PostMapping("/{id}/submission")
    ResourceView submit(@PathVariable UUID id, Actor actor) {
        return resources.submit(id, actor);
    }

    @PostMapping("/{id}/withdrawal")
    ResourceView withdraw(@PathVariable UUID id, Actor actor) {
        return resources.withdraw(id, actor);
    }

    record ResourceRequest(
            String name,
            String title,
            String summary,
            UpdateCycle updateCycle,
            String legalBasis,
            String contact,
            String retention) {

        ResourceRequest {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(updateCycle, "updateCycle");
        }

        Resource.Description description() {
            return new Resource.Description(title, summary, updateCycle, legalBasis, contact, retention);
        }
    }

    /// What a department says about its resource from now on.
    ///
    /// @param version the version that the person saw when changing it
    record ResourceChange(
            int version,
            String title,
            String summary,
            UpdateCycle updateCycle,
            String legalBasis,
            String contact,
            String retention) {

        ResourceChange {
            Objects.requireNonNull(updateCycle, "updateCycle");
        }

        Resource.Description description() {
            return new Resource.Description(title, summary, updateCycle, legalBasis, contact, retention);
        }
    }
}
