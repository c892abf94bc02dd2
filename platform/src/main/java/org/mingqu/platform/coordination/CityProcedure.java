package org.mingqu.platform.coordination;

import static org.mingqu.platform.coordination.CityRequest.Stage.*;
import static org.mingqu.platform.procedures.Move.move;

import java.util.ArrayList;
import java.util.List;
import org.mingqu.platform.coordination.CityRequest.Stage;
import org.mingqu.platform.coordination.CityRequest.Step;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.Procedure;

/// The last sentence of article 18 as a table. The city answers itself, or the authority records what came on paper.
final class CityProcedure {

    static final String ANSWER = "city-answer";
    static final String SUPPLEMENT = "city-supplement";
    static final String RESTS = "city-clock-rests";

    static final Procedure<Stage, Step> RULES = new Procedure<>(
            "CITY_REQUEST", List.of(SENT, RECEIVED, MORE_ASKED, GRANTED, PARTLY, REFUSED, WITHDRAWN), moves());

    private CityProcedure() {}

    private static List<Move<Stage, Step>> moves() {
        var moves = new ArrayList<Move<Stage, Step>>();
        for (var by : List.of(Role.CITY, Role.AUTHORITY)) {
            moves.add(move(SENT, Step.RECEIVE, RECEIVED, by, "18"));
            for (var from : List.of(SENT, RECEIVED)) {
                moves.add(move(from, Step.ASK_MORE, MORE_ASKED, by, "18")
                        .withOpinion()
                        .within(SUPPLEMENT));
                moves.add(move(from, Step.GRANT, GRANTED, by, "18"));
                moves.add(move(from, Step.GRANT_PARTLY, PARTLY, by, "18").withOpinion());
                moves.add(move(from, Step.REFUSE, REFUSED, by, "18").withOpinion());
            }
        }
        moves.add(move(MORE_ASKED, Step.SUPPLY, SENT, Role.AUTHORITY, "18")
                .withOpinion()
                .within(ANSWER));
        for (var from : List.of(SENT, RECEIVED, MORE_ASKED)) {
            moves.add(move(from, Step.WITHDRAW, WITHDRAWN, Role.AUTHORITY, "18").withOpinion());
        }
        return moves;
    }

    /// The step that an answer of the city's is.
    static Step step(CityAnswer.Kind kind) {
        return switch (kind) {
            case RECEIVED -> Step.RECEIVE;
            case MORE_ASKED -> Step.ASK_MORE;
            case GRANTED -> Step.GRANT;
            case PARTLY -> Step.GRANT_PARTLY;
            case REFUSED -> Step.REFUSE;
        };
    }

    /// What a step of the city's says.
    static CityAnswer.Kind kind(Step step) {
        return switch (step) {
            case RECEIVE -> CityAnswer.Kind.RECEIVED;
            case ASK_MORE -> CityAnswer.Kind.MORE_ASKED;
            case GRANT -> CityAnswer.Kind.GRANTED;
            case GRANT_PARTLY -> CityAnswer.Kind.PARTLY;
            case REFUSE -> CityAnswer.Kind.REFUSED;
            case SUPPLY, WITHDRAW -> throw new IllegalArgumentException("the authority's own: " + step);
        };
    }

    static boolean isTheCitys(Step step) {
        return step != Step.SUPPLY && step != Step.WITHDRAW;
    }
}
