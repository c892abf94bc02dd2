package org.mingqu.platform.parties;

import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/organisations/{id}/acts`: new names and mergers.
@RestController
@RequestMapping("/api/organisations/{id}/acts")
class SuccessionsController {

    private final Successions successions;

    SuccessionsController(Successions successions) {
        this.successions = successions;
    }

    /// The organisation with all that happened to it.
    @GetMapping
    Successions.OrganisationHistory history(@PathVariable UUID id, Actor actor) {
        return successions.history(id, actor);
    }

    /// Gives it a new name, or merges it into another, with the document that this rests on.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Successions.OrganisationHistory act(
            @PathVariable UUID id, @RequestBody Successions.SuccessionRequest request, Actor actor) {
        return successions.act(id, request, actor);
    }

    /// The document that an act rests on.
    @GetMapping("/document")
    ResponseEntity<byte[]> document(@PathVariable UUID id, @RequestParam(defaultValue = "0") long place, Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"document-%d\"".formatted(place))
                .body(successions.document(id, place, actor));
    }
}
