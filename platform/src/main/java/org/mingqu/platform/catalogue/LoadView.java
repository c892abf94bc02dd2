package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.DetectedColumn;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveText;
import org.springframework.context.i18n.LocaleContextHolder;

/// A load as the department that started it sees it.
///
/// @param columns what was found and is proposed, from STAGED on
/// @param confirmation what a person made of it
record LoadView(
        UUID id,
        UUID resource,
        Load.State state,
        LoadRequest.Format format,
        String fileName,
        Progress progress,
        long rows,
        long rejected,
        int dataVersion,
        Instant at,
        List<DetectedColumn> columns,
        @Nullable ConfirmedColumns confirmation,
        @Nullable LoadProblem problem) {

    /// How far the bytes and rows have come.
    ///
    /// @param total bytes as announced; 0 where not known
    record Progress(long bytes, long total, long rows) {}

    record ConfirmedColumns(
            List<CatalogueColumn> columns, @Nullable String subject, String subjectKind, String personName) {}

    /// What went wrong.
    ///
    /// @param type stable code
    /// @param detail the sentence, in the reader's language
    record LoadProblem(String type, String detail) {

        static LoadProblem of(EnclaveRefusal it) {
            return new LoadProblem(it.type(), EnclaveText.of(it, LocaleContextHolder.getLocale()));
        }
    }

    static LoadView of(Load it) {
        var confirmed = it.confirmed();
        var problem = it.problem();
        return new LoadView(
                it.id(),
                it.resource(),
                it.state(),
                it.format(),
                it.fileName(),
                new Progress(it.bytes(), it.size(), it.rows()),
                it.rows(),
                it.rejected(),
                it.dataVersion(),
                it.at(),
                it.detected(),
                confirmed == null
                        ? null
                        : new ConfirmedColumns(
                                confirmed.columns(),
                                confirmed.subject(),
                                confirmed.subjectKind(),
                                confirmed.by().personName()),
                problem == null ? null : LoadProblem.of(problem));
    }
}
