package org.mingqu.platform.incidents;

import static org.mingqu.platform.incidents.Incident.Stage.CLOSED;
import static org.mingqu.platform.incidents.Incident.Stage.CONTAINED;
import static org.mingqu.platform.incidents.Incident.Stage.OPEN;
import static org.mingqu.platform.incidents.Incident.Stage.REPORTED;
import static org.mingqu.platform.incidents.Incident.Stage.RESOLVED;
import static org.mingqu.platform.incidents.Incident.Stage.SUMMARISED;
import static org.mingqu.platform.procedures.Move.move;

import java.util.ArrayList;
import java.util.List;
import org.mingqu.platform.incidents.Incident.Stage;
import org.mingqu.platform.incidents.Incident.Step;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.Procedure;

/// Articles 21 and 35 as a table: report, contain, resolve, learn. Use that was stopped begins again by the authority
/// alone.
final class IncidentProcedure {

    static final String SUMMARY = "incident-summary";

    /// Who may open an incident and handles it.
    static final List<Role> REPORTERS = List.of(Role.OPERATOR, Role.PARTNER, Role.SOURCE, Role.AUTHORITY);

    static final Procedure<Stage, Step> RULES = new Procedure<>(
            "INCIDENT", List.of(OPEN, REPORTED, CONTAINED, RESOLVED, SUMMARISED, CLOSED), moves());

    private IncidentProcedure() {}

    private static List<Move<Stage, Step>> moves() {
        var moves = new ArrayList<Move<Stage, Step>>();
        for (var by : REPORTERS) {
            moves.add(move(OPEN, Step.REPORT, REPORTED, by, "35").withOpinion());
            moves.add(move(REPORTED, Step.CONTAIN, CONTAINED, by, "35").withOpinion());
            moves.add(move(CONTAINED, Step.RESOLVE, RESOLVED, by, "35").withOpinion().within(SUMMARY));
            moves.add(move(RESOLVED, Step.SUMMARISE, SUMMARISED, by, "35").withOpinion());
        }
        moves.add(move(SUMMARISED, Step.ACCEPT, CLOSED, Role.AUTHORITY, "35").withOpinion());
        moves.add(move(SUMMARISED, Step.RETURN, RESOLVED, Role.AUTHORITY, "35").withOpinion().within(SUMMARY));
        for (var at : List.of(OPEN, REPORTED, CONTAINED, RESOLVED, SUMMARISED)) {
            moves.add(move(at, Step.RESUME, at, Role.AUTHORITY, "21").withOpinion());
            for (var by : REPORTERS) {
                moves.add(move(at, Step.NOTE, at, by, "35").withOpinion());
            }
            moves.add(move(at, Step.NOTE, at, Role.SECURITY_REGULATOR, "35").withOpinion());
        }
        return moves;
    }
}
