package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.FileFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/workspaces/{id}/own-tables`: tables that a partner brings along (art. 16). Their rows go from the
/// browser to the domain's door.
@RestController
@RequestMapping("/api/workspaces/{workspace}/own-tables")
class OwnTableController {

    private final OwnTables tables;

    OwnTableController(OwnTables tables) {
        this.tables = tables;
    }

    @GetMapping
    List<OwnTableView> list(@PathVariable UUID workspace, Actor actor) {
        return tables.list(workspace, actor);
    }

    @GetMapping("/{id}")
    OwnTableView get(@PathVariable UUID workspace, @PathVariable UUID id, Actor actor) {
        return tables.get(workspace, id, actor);
    }

    /// Says what is brought and by what right, and gives leave to bring it to the domain's door.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OwnTableTicket bring(@PathVariable UUID workspace, @RequestBody OwnTableRequest request, Actor actor) {
        var brought = tables.bring(workspace, request, actor);
        return new OwnTableTicket(
                brought.id(),
                brought.ticket().url().toString(),
                brought.ticket().expiresAt());
    }

    /// Says what each column is and whose rows they are, and lets the table land.
    @PostMapping("/{id}/confirmation")
    OwnTableView confirm(
            @PathVariable UUID workspace, @PathVariable UUID id, @RequestBody OwnConfirmation request, Actor actor) {
        return tables.confirm(workspace, id, request, actor);
    }

    /// Destroys it, landed or not.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable UUID workspace, @PathVariable UUID id, Actor actor) {
        tables.destroy(workspace, id, actor);
    }

    /// @param name what queries call it
    /// @param title what people call it
    /// @param statement by what right the data are held and brought, in words
    record OwnTableRequest(
            String name, String title, OwnTable.Basis basis, String statement, String fileName, FileFormat format) {}

    /// @param url where to PUT the file, once
    record OwnTableTicket(UUID id, String url, Instant expiresAt) {}

    /// @param subject the column that names the data subject; absent for data about nobody
    /// @param subjectKind `person`, `household` or `enterprise`
    record OwnConfirmation(
            @Nullable String subject, @Nullable String subjectKind, List<OwnColumnRequest> columns) {}

    /// @param lower with `upper` the range to which a value counts in noisy sums, in units of the last
    ///     decimal place
    record OwnColumnRequest(
            String name,
            String label,
            ColumnClass columnClass,
            @Nullable Long lower,
            @Nullable Long upper) {}
}
