package org.mingqu.platform.opinions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;

/// A question to experts about the scenario of a case.
///
/// @param origin the case whose scenario it is
/// @param question what the authority wants to know in particular; may be empty
/// @param seed from which anybody can draw the experts again
record ScenarioOpinion(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Stage stage,
        UUID origin,
        String question,
        String seed,
        LocalDate askedOn,
        Deadline due,
        List<ExpertSeat> seats) {

    enum Stage {
        ASKED,
        /// All who were asked have answered.
        GIVEN,
        /// The authority has decided, or asks no more.
        CLOSED
    }

    enum Step {
        GIVE,
        RECUSE,
        END_ASKING
    }

    enum Advice {
        SUPPORT,
        CONDITIONAL,
        AGAINST
    }

    /// An expert in the order of the lot.
    ///
    /// @param state `ASKED`, `RESERVE` or `RECUSED`
    /// @param ground why the expert stands back; null while not
    /// @param advice null before it is given
    record ExpertSeat(
            UUID person,
            String name,
            UUID organisation,
            String organisationName,
            int place,
            State state,
            @Nullable String ground,
            String reason,
            @Nullable Advice advice,
            String text,
            @Nullable Instant givenAt) {

        enum State {
            ASKED,
            RESERVE,
            RECUSED
        }

        ExpertSeat in(State next, @Nullable String why, String said) {
            return new ExpertSeat(
                    person, name, organisation, organisationName, place, next, why, said, advice, text, givenAt);
        }

        ExpertSeat given(Advice is, String said, Instant at) {
            return new ExpertSeat(
                    person, name, organisation, organisationName, place, state, ground, reason, is, said, at);
        }
    }

    List<ExpertSeat> asked() {
        return seats.stream().filter(it -> it.state() == ExpertSeat.State.ASKED).toList();
    }

    boolean isAsked(UUID person) {
        return asked().stream().anyMatch(it -> it.person().equals(person));
    }

    boolean isComplete() {
        return asked().stream().allMatch(it -> it.advice() != null);
    }

    ScenarioOpinion with(Stage next, List<ExpertSeat> others) {
        return new ScenarioOpinion(id, caseId, version + 1, number, next, origin, question, seed, askedOn, due, others);
    }

    /// The same with one seat in place of that person's.
    List<ExpertSeat> replaced(ExpertSeat by) {
        return seats.stream()
                .map(it -> it.person().equals(by.person()) ? by : it)
                .toList();
    }
}
