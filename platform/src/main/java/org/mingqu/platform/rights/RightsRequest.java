package org.mingqu.platform.rights;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.warrant.Answer;

/// A request of a data subject.
///
/// @param organisation of the person who asks
/// @param subject token of whose rows it is about
/// @param department that is to decide, or is complained about
/// @param resource null for a complaint
/// @param title of the resource; empty without one
/// @param wish what an objection wants: CORRECT or DELETE
/// @param fields labels of the columns that an objection is about
/// @param reason in the words of the person who asks
/// @param dataVersion of the resource when it was asked
/// @param answer in the words of who decided
/// @param outcome what has become of the rows, of an objection that was carried out
record RightsRequest(
        UUID id,
        UUID caseId,
        int version,
        String number,
        RequestKind kind,
        RequestStage stage,
        UUID organisation,
        String name,
        String subject,
        UUID department,
        String departmentName,
        @Nullable UUID resource,
        String title,
        @Nullable String wish,
        List<String> fields,
        String reason,
        int dataVersion,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        Answer.@Nullable SubjectChange outcome,
        Instant at) {

    /// Whether it is this person's to look at and, by the table, to act on.
    boolean isFor(Actor actor) {
        return switch (actor.role()) {
            case SUBJECT -> organisation.equals(actor.organisation());
            case SOURCE -> kind != RequestKind.COMPLAINT && department.equals(actor.organisation());
            case AUTHORITY -> true;
            default -> false;
        };
    }

    /// Whether the department may still need the rows to decide about them.
    boolean isOpenTo(Actor actor) {
        return actor.role() == Role.SOURCE
                && switch (stage) {
                    case SUBMITTED, EXAMINING, EXTENDED, CORRECTING -> true;
                    default -> false;
                };
    }

    RightsRequest in(RequestStage next) {
        return with(next, answer, answeredAt, outcome);
    }

    RightsRequest answered(RequestStage next, String text, Instant when) {
        return with(next, text, when, outcome);
    }

    RightsRequest corrected(Answer.SubjectChange change) {
        return with(stage, answer, answeredAt, change);
    }

    private RightsRequest with(
            RequestStage next, @Nullable String text, @Nullable Instant when, Answer.@Nullable SubjectChange change) {
        return new RightsRequest(
                id,
                caseId,
                next == stage ? version : version + 1,
                number,
                kind,
                next,
                organisation,
                name,
                subject,
                department,
                departmentName,
                resource,
                title,
                wish,
                fields,
                reason,
                dataVersion,
                text,
                when,
                change,
                at);
    }
}
