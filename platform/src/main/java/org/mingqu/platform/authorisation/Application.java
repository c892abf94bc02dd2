package org.mingqu.platform.authorisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.warrant.Mask;

/// An application for resources, for one scenario.
///
/// @param basedOn an earlier application of the same organisation from which it was filled in; null for none
/// @param fast whether it goes by the fast lane, because that one was granted
record Application(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Stage stage,
        Party applicant,
        Scenario scenario,
        List<Item> items,
        @Nullable UUID agreement,
        @Nullable UUID basedOn,
        boolean fast) {

    /// One resource that is asked for.
    ///
    /// @param version of the data when it was asked for; null in old applications
    /// @param reasons why a field is needed, by field; a field without one goes by the resource's necessity
    /// @param decision of its department; null until it has decided
    record Item(
            UUID resource,
            String title,
            Party department,
            List<String> columns,
            String necessity,
            Map<String, String> reasons,
            @Nullable Integer version,
            @Nullable Decision decision) {

        Item {
            reasons = reasons == null ? Map.of() : Map.copyOf(reasons);
        }

        Item decided(Decision by) {
            return new Item(resource, title, department, columns, necessity, reasons, version, by);
        }
    }

    /// What a department decided for its resource. Conditions are binding on the grant.
    record Decision(
            boolean consent,
            String opinion,
            List<String> dropColumns,
            Map<String, Mask> masks,
            @Nullable LocalDate until,
            String by,
            Instant at) {}

    boolean isApplicant(Actor actor) {
        return applicant.id().equals(actor.organisation()) && actor.is(Role.PARTNER, Role.OPERATOR);
    }

    boolean concerns(Actor actor) {
        return actor.role() == Role.SOURCE
                && items.stream().anyMatch(it -> it.department().id().equals(actor.organisation()));
    }

    /// Whether the person reads it by the role alone; an operator reads what was brought to it, which the case knows.
    boolean isVisibleTo(Actor actor) {
        if (isApplicant(actor)) {
            return true;
        }
        return switch (actor.role()) {
            case AUTHORITY -> stage != Stage.DRAFT;
            case SOURCE ->
                concerns(actor)
                        && items.stream().noneMatch(it -> stage == Stage.DRAFT)
                        && (stage == Stage.WITH_SOURCE || stage == Stage.GRANTED || stage == Stage.REFUSED);
            default -> false;
        };
    }

    /// Whether the person's own party is the one that a move of that role means.
    boolean isFor(Actor actor, Role by) {
        return actor.role() == by
                && switch (by) {
                    case PARTNER -> isApplicant(actor);
                    case OPERATOR -> isApplicant(actor) || (stage != Stage.DRAFT && stage != Stage.RETURNED);
                    case SOURCE ->
                        concerns(actor)
                                && items.stream()
                                        .anyMatch(it -> it.decision() == null
                                                && it.department().id().equals(actor.organisation()));
                    default -> true;
                };
    }

    /// The same, filled in from an earlier one.
    Application from(@Nullable UUID earlier, boolean goesFast, Scenario filled, List<Item> wanted) {
        return new Application(
                id, caseId, version + 1, number, stage, applicant, filled, wanted, agreement, earlier, goesFast);
    }

    Application in(Stage next) {
        return new Application(
                id, caseId, version + 1, number, next, applicant, scenario, items, agreement, basedOn, fast);
    }

    Application with(Scenario changed, List<Item> wanted) {
        return new Application(
                id, caseId, version + 1, number, stage, applicant, changed, wanted, agreement, basedOn, fast);
    }

    Application stage(Stage other) {
        return new Application(
                id, caseId, version, number, other, applicant, scenario, items, agreement, basedOn, fast);
    }

    Application agreed(UUID with) {
        return new Application(id, caseId, version + 1, number, stage, applicant, scenario, items, with, basedOn, fast);
    }
}
