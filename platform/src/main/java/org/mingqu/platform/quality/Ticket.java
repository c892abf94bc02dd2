package org.mingqu.platform.quality;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;

/// A wrong or missing value of a product, with the department that answers for where it came from.
///
/// @param column of the product
/// @param origin columns of the resource that the product's one was made of; the resource alone where it counts rows
/// @param sample what is wrong, in the words of who uses it
/// @param reporter its kind is the role in which it reports
/// @param dataVersion of the resource when it was reported
/// @param fixedVersion that corrects it; null before
record Ticket(
        UUID id,
        UUID caseId,
        int version,
        String number,
        UUID product,
        String productName,
        String column,
        String origin,
        String sample,
        Party reporter,
        Party department,
        UUID resource,
        String resourceTitle,
        int dataVersion,
        Stage stage,
        @Nullable String answer,
        @Nullable Integer fixedVersion,
        LocalDate reportedOn) {

    /// Where a ticket stands.
    enum Stage {
        REPORTED,
        FIXING,
        FIXED,
        REJECTED,
        CONTESTED,
        CLOSED
    }

    /// What can be done with it.
    enum TicketStep {
        CONFIRM,
        EXPLAIN,
        FIX,
        CONTEST,
        ORDER_FIX,
        SETTLE,
        URGE
    }

    boolean isReportedBy(Actor actor) {
        return reporter.id().equals(actor.organisation())
                && reporter.kind().equals(actor.role().name());
    }

    boolean isVisibleTo(Actor actor) {
        return actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN, Role.OPERATOR)
                || isReportedBy(actor)
                || (actor.is(Role.SOURCE) && department.id().equals(actor.organisation()));
    }

    Ticket in(Stage next, @Nullable String said, @Nullable Integer corrected) {
        return new Ticket(
                id,
                caseId,
                version + 1,
                number,
                product,
                productName,
                column,
                origin,
                sample,
                reporter,
                department,
                resource,
                resourceTitle,
                dataVersion,
                next,
                said == null ? answer : said,
                corrected,
                reportedOn);
    }
}
