package org.mingqu.platform.workspace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/releases`: exact results on their way out, and what was handed over.
@RestController
@RequestMapping("/api/releases")
class ReleaseController {

    private final Releases releases;

    ReleaseController(Releases releases) {
        this.releases = releases;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReleaseView ask(@RequestBody ReleaseRequest request, Actor actor) {
        return releases.ask(request, actor);
    }

    @GetMapping
    List<ReleaseView.ReleaseLine> list(Actor actor) {
        return releases.list(actor);
    }

    @GetMapping("/{id}")
    ReleaseView get(@PathVariable UUID id, Actor actor) {
        return releases.get(id, actor);
    }

    @PostMapping("/{id}/moves")
    ReleaseView move(@PathVariable UUID id, @RequestBody ReleaseMove request, Actor actor) {
        return releases.move(id, request, actor);
    }

    /// The file, once it is approved. `X-Evidence-Id` names the entry of the hand-over.
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id, Actor actor) {
        var handed = releases.handOver(id, actor);
        var file = handed.file();
        var disposition = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Evidence-Id", handed.evidence().toString())
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(file.content());
    }

    /// @param recipientNote who will receive the file, and how it will be kept
    record ReleaseRequest(
            UUID run, String purpose, @Nullable String recipientNote) {

        ReleaseRequest {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(purpose, "purpose");
        }
    }

    /// @param version the version of the release on which the decision was made up
    record ReleaseMove(
            int version, ReleaseStep step, @Nullable String opinion) {

        ReleaseMove {
            Objects.requireNonNull(step, "step");
        }
    }
}
