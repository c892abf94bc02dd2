package org.mingqu.platform.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveText;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Draws partners' own tables for those who look at them.
@Component
class OwnTableViews {

    private static final int LEAST = 10;

    OwnTableViews() {}

    OwnTableView of(OwnTable it, boolean mine) {
        return new OwnTableView(
                it.id(),
                it.workspace(),
                it.name(),
                it.title(),
                it.basis(),
                it.statement(),
                it.state(),
                mine,
                it.subject(),
                it.subjectKind(),
                mine ? it.rows() : about(it.rows()),
                it.mostRows() <= 1,
                columns(it),
                mine ? problem(it.problem()) : null,
                it.personName(),
                it.at(),
                it.evidence());
    }

    private static List<OwnTableView.OwnColumn> columns(OwnTable it) {
        return it.columns().isEmpty()
                ? it.detected().stream()
                        .map(found -> new OwnTableView.OwnColumn(
                                found.name(),
                                found.proposedLabel(),
                                found.type(),
                                found.scale(),
                                found.proposedClass()))
                        .toList()
                : it.columns().stream()
                        .map(column -> new OwnTableView.OwnColumn(
                                column.name(), column.label(), column.type(), column.scale(), column.columnClass()))
                        .toList();
    }

    /// One digit of a number of rows, at least ten.
    static long about(long rows) {
        var step = (long) Math.pow(10, Math.max(1, Long.toString(rows).length() - 1));
        return Math.max(LEAST, (rows + step / 2) / step * step);
    }

    private static @Nullable String problem(@Nullable EnclaveRefusal it) {
        return it == null ? null : EnclaveText.of(it, LocaleContextHolder.getLocale());
    }
}
