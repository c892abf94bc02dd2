package org.mingqu.platform.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/closings`: what is left to do when an agreement has ended (art. 14).
@RestController
@RequestMapping("/api/closings")
class ClosingsController {

    private final Closings closings;
    private final ClosedAccess access;

    ClosingsController(Closings closings, ClosedAccess access) {
        this.closings = closings;
        this.access = access;
    }

    @GetMapping("/{id}")
    ClosingView get(@PathVariable UUID id, Actor actor) {
        return view(closings.get(id, actor), actor);
    }

    @PostMapping("/{id}/proofs")
    ClosingView prove(@PathVariable UUID id, @RequestBody ClosingProof request, Actor actor) {
        return view(closings.prove(id, request.version(), request.item(), request.text(), actor), actor);
    }

    @PostMapping("/{id}/closure")
    ClosingView close(@PathVariable UUID id, @RequestBody ClosureRequest request, Actor actor) {
        return view(closings.close(id, request.version(), actor), actor);
    }

    /// Lets the network logs go; refused while the law keeps them.
    @DeleteMapping("/{id}/logs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void releaseLogs(@PathVariable UUID id, Actor actor) {
        closings.releaseLogs(id, actor);
    }

    private ClosingView view(Closing it, Actor actor) {
        return new ClosingView(
                it.id(),
                it.mandate(),
                it.caseId(),
                it.version(),
                it.number(),
                it.operator(),
                it.stage(),
                it.reason(),
                it.beganAt(),
                it.workspaces().size(),
                access.destroyed(it).size(),
                it.items().stream().map(item -> ClosingItem.of(item, actor)).toList(),
                it.logsFrom(),
                it.logsWhole(),
                it.logsUntil(),
                Closings.open(it, actor));
    }

    record ClosingProof(int version, UUID item, String text) {}

    record ClosureRequest(int version) {}

    /// @param mine whether it is for whoever looks to evidence it
    /// @param millis until the last key was confirmed as destroyed
    record ClosingItem(
            UUID id,
            Closing.Duty duty,
            Role owner,
            @Nullable Party about,
            LocalDate due,
            boolean mine,
            @Nullable String text,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable Long millis,
            @Nullable String keyId) {

        static ClosingItem of(Closing.Item it, Actor actor) {
            var seal = it.seal();
            return new ClosingItem(
                    it.id(),
                    it.duty(),
                    it.duty().owner(),
                    it.about(),
                    it.due(),
                    it.duty().isOf(actor),
                    it.text(),
                    it.by(),
                    it.at(),
                    it.millis(),
                    seal == null ? null : seal.keyId());
        }
    }

    /// @param closed how many workspaces the end has closed
    /// @param destroyed of how many the enclave has confirmed that the key is gone
    record ClosingView(
            UUID id,
            UUID mandate,
            UUID caseId,
            int version,
            String number,
            Party operator,
            Closing.Stage stage,
            String reason,
            Instant beganAt,
            int closed,
            int destroyed,
            List<ClosingItem> items,
            LocalDate logsFrom,
            boolean logsWhole,
            LocalDate logsUntil,
            List<OpenMove> open) {}
}
