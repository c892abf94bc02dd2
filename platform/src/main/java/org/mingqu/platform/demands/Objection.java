package org.mingqu.platform.demands;

import java.time.LocalDate;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;

/// An objection to an entry of the catalogue, or to how its department has dealt with it.
///
/// @param answer what was said last; empty before
record Objection(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Stage stage,
        Party objector,
        UUID resource,
        String title,
        Party department,
        Kind kind,
        String text,
        String answer,
        LocalDate raisedOn) {

    enum Kind {
        /// What the entry says is wrong.
        WRONG,
        /// It says too little.
        INCOMPLETE,
        /// Its data are older than it promises.
        OUTDATED,
        /// A field is graded too high or too low.
        GRADE,
        /// The resource was refused without a ground.
        REFUSED_WITHOUT_GROUND
    }

    enum Stage {
        WITH_SOURCE,
        REJECTED,
        WITH_AUTHORITY,
        UPHELD,
        CORRECTED,
        CONFIRMED,
        WITHDRAWN
    }

    enum Step {
        UPHOLD,
        REJECT,
        APPEAL,
        KEEP,
        CORRECT,
        WITHDRAW
    }

    boolean isOf(Actor actor) {
        return objector.id().equals(actor.organisation()) && actor.is(Role.PARTNER, Role.OPERATOR);
    }

    /// Whether the person's own party is the one that a move of that role means.
    boolean isFor(Actor actor) {
        return switch (actor.role()) {
            case PARTNER, OPERATOR -> isOf(actor);
            case SOURCE -> department.id().equals(actor.organisation());
            default -> true;
        };
    }

    Objection moved(Stage next, String said) {
        return new Objection(
                id,
                caseId,
                version + 1,
                number,
                next,
                objector,
                resource,
                title,
                department,
                kind,
                text,
                said.isEmpty() ? answer : said,
                raisedOn);
    }
}
