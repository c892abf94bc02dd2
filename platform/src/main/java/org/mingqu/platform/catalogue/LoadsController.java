package org.mingqu.platform.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/loads`: one load from its ticket to the landed version.
@RestController
@RequestMapping("/api/loads/{id}")
class LoadsController {

    private final Intake intake;

    LoadsController(Intake intake) {
        this.intake = intake;
    }

    @GetMapping
    LoadView get(@PathVariable UUID id, Actor actor) {
        return intake.get(id, actor);
    }

    /// Confirms what each column is and how sensitive; then the good rows land, all or none.
    @PutMapping("/confirmation")
    LoadView confirm(@PathVariable UUID id, @RequestBody ConfirmationRequest request, Actor actor) {
        return intake.confirm(id, request, actor);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, Actor actor) {
        intake.discard(id, actor);
    }

    /// Where the rows that did not land can be fetched, with their numbers and reasons, once.
    @GetMapping("/rejects")
    RejectsTicket rejects(@PathVariable UUID id, Actor actor) {
        return intake.rejects(id, actor);
    }

    record RejectsTicket(String url) {}

    /// What the columns of a staged load are.
    ///
    /// @param subject the column that names the data subject; null or empty where no row is about anybody
    record ConfirmationRequest(
            List<ColumnRequest> columns,
            @Nullable String subject,
            @Nullable String subjectKind) {

        ConfirmationRequest {
            columns = List.copyOf(columns);
        }
    }

    /// What one column is.
    ///
    /// @param lower the least value that a sum counts, in units of the last decimal place
    /// @param confirmed the detector whose form each value must have, by its check digit where it has one, or its
    ///     row is sent back: ID_NUMBER, CREDIT_CODE, BANK_CARD, MOBILE, PHONE, EMAIL, PLATE or GENDER; null if
    ///     only the type counts
    record ColumnRequest(
            String name,
            String label,
            @Nullable String meaning,
            ColumnType type,
            int scale,
            ColumnClass columnClass,
            int grade,
            @Nullable Long lower,
            @Nullable Long upper,
            @Nullable String confirmed) {

        ColumnRequest {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(columnClass, "columnClass");
        }
    }
}
