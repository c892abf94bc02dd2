package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.DetectedColumn;
import org.mingqu.warrant.EnclaveRefusal;

/// A table that a partner brought along for one workspace (art. 16). Its rows are in the domain only.
///
/// @param id the domain's name of it
/// @param load the domain's name of the file on its way
/// @param name what queries call it
/// @param title what people call it
/// @param statement by what right the partner has the data and brings them, in its words
/// @param subject the column that names the data subject; null before the columns are confirmed and for data
///     about nobody
/// @param mostRows the most rows of one subject, rounded up; 0 before it landed
/// @param detected what the domain found in the file
/// @param columns what a person made of it; empty before
/// @param problem why it is not there; null while nothing went wrong
record OwnTable(
        UUID id,
        UUID workspace,
        UUID load,
        String name,
        String title,
        Basis basis,
        String statement,
        String fileName,
        State state,
        @Nullable String subject,
        String subjectKind,
        long rows,
        int mostRows,
        List<DetectedColumn> detected,
        List<ColumnSpec> columns,
        @Nullable EnclaveRefusal problem,
        UUID person,
        String personName,
        Instant at,
        Instant expiresAt,
        UUID evidence) {

    /// By what right a partner brings data (PIPL art. 13; Data Security Law art. 32).
    enum Basis {
        CONSENT,
        CONTRACT,
        OWN_RECORDS,
        PUBLIC
    }

    /// How far it is. All but the last are the domain's too.
    enum State {
        WAITING,
        RECEIVING,
        READING,
        STAGED,
        LANDING,
        LANDED,
        FAILED,
        DISCARDED,
        DESTROYED;

        boolean isOver() {
            return this == FAILED || this == DISCARDED || this == DESTROYED;
        }

        boolean isUnderWay() {
            return this == WAITING || this == RECEIVING || this == READING || this == LANDING;
        }
    }

    OwnTable in(State next, long count, List<DetectedColumn> found, @Nullable EnclaveRefusal why) {
        return with(next, subject, subjectKind, count, mostRows, found, columns, why);
    }

    OwnTable confirmed(@Nullable String of, String kind, List<ColumnSpec> as) {
        return with(State.LANDING, of, kind, rows, mostRows, detected, as, null);
    }

    OwnTable landed(long count, int most) {
        return with(State.LANDED, subject, subjectKind, count, most, detected, columns, null);
    }

    private OwnTable with(
            State next,
            @Nullable String of,
            String kind,
            long count,
            int most,
            List<DetectedColumn> found,
            List<ColumnSpec> as,
            @Nullable EnclaveRefusal why) {
        return new OwnTable(
                id,
                workspace,
                load,
                name,
                title,
                basis,
                statement,
                fileName,
                next,
                of,
                kind,
                count,
                most,
                found,
                as,
                why,
                person,
                personName,
                at,
                expiresAt,
                evidence);
    }
}
