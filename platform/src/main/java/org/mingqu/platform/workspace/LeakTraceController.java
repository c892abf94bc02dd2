package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/traces`: files that are suspected to be leaked, and whose copies they are (art. 25).
@RestController
@RequestMapping("/api/traces")
class LeakTraceController {

    private final LeakTraces leaks;

    LeakTraceController(LeakTraces leaks) {
        this.leaks = leaks;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LeakTicket report(@RequestBody LeakTraceRequest request, Actor actor) {
        var reported = leaks.report(request.fileName(), Objects.requireNonNullElse(request.note(), ""), actor);
        var ticket = reported.ticket();
        return new LeakTicket(reported.leak(), ticket.url().toString(), ticket.expiresAt());
    }

    @GetMapping
    List<LeakTraceView> list(Actor actor) {
        return leaks.list(actor);
    }

    @GetMapping("/{id}")
    LeakTraceView get(@PathVariable UUID id, Actor actor) {
        return leaks.get(id, actor);
    }

    /// What the enclave found in the file that was brought to its door.
    @PostMapping("/{id}/finding")
    LeakTraceView finding(@PathVariable UUID id, Actor actor) {
        return leaks.finding(id, actor);
    }

    /// @param note where the file was found
    record LeakTraceRequest(
            String fileName,
            @org.jspecify.annotations.Nullable String note) {

        LeakTraceRequest {
            Objects.requireNonNull(fileName, "fileName");
        }
    }

    /// @param url where to PUT the file, once
    record LeakTicket(UUID id, String url, Instant expiresAt) {}
}
