package org.mingqu.platform.demands;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;

/// A demand for data that the catalogue lacks.
///
/// @param scenario what the data would be used for
/// @param fields what is wanted, one by one
/// @param department who is to answer; null while nobody is known
/// @param resource what was registered for it; null before
/// @param answer what was said last; empty before
record Demand(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Stage stage,
        Party poster,
        String title,
        String scenario,
        List<String> fields,
        String why,
        @Nullable Party department,
        @Nullable UUID resource,
        String answer,
        LocalDate postedOn) {

    enum Stage {
        OPEN,
        WITH_SOURCE,
        TO_REGISTER,
        SUPPLIED,
        DECLINED,
        WITHDRAWN
    }

    enum Step {
        ASSIGN,
        OFFER,
        CANNOT,
        PASS,
        LINK,
        WITHDRAW
    }

    boolean isOf(Actor actor) {
        return poster.id().equals(actor.organisation()) && actor.is(Role.PARTNER, Role.OPERATOR);
    }

    /// Whether the person's own party is the one that a move of that role means.
    boolean isFor(Actor actor) {
        return switch (actor.role()) {
            case PARTNER, OPERATOR -> isOf(actor);
            case SOURCE -> department != null && department.id().equals(actor.organisation());
            default -> true;
        };
    }

    Demand moved(Stage next, @Nullable Party to, @Nullable UUID registered, String said) {
        return new Demand(
                id,
                caseId,
                version + 1,
                number,
                next,
                poster,
                title,
                scenario,
                fields,
                why,
                to,
                registered,
                said.isEmpty() ? answer : said,
                postedOn);
    }
}
