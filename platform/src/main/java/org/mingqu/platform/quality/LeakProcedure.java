package org.mingqu.platform.quality;

import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.procedures.Move.move;
import static org.mingqu.platform.quality.Leak.LeakStage.DISMISSED;
import static org.mingqu.platform.quality.Leak.LeakStage.ENDED;
import static org.mingqu.platform.quality.Leak.LeakStage.FOUND;
import static org.mingqu.platform.quality.Leak.LeakStage.REPORTED;
import static org.mingqu.platform.quality.Leak.LeakStage.RESUMED;
import static org.mingqu.platform.quality.Leak.LeakStage.STOPPED;
import static org.mingqu.platform.quality.Leak.LeakStage.TRACED;

import java.util.List;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.quality.Leak.LeakStage;
import org.mingqu.platform.quality.Leak.LeakStep;

/// Article 25, leaks: first all use by the suspect stops, then the leaked file is traced to who received it, then what
/// was found decides whether the use goes on or the operation ends.
final class LeakProcedure {

    static final String STOP = "leak-stop";
    static final String TRACE = "leak-trace";

    // spotless:off
    static final Procedure<LeakStage, LeakStep> RULES = new Procedure<>("LEAK",
            List.of(REPORTED, STOPPED, TRACED, FOUND, RESUMED, ENDED, DISMISSED),
            List.of(
                move(REPORTED, LeakStep.STOP,      STOPPED,   AUTHORITY, "25").withOpinion().within(TRACE),
                move(REPORTED, LeakStep.DISMISS,   DISMISSED, AUTHORITY, "25").withOpinion(),
                move(STOPPED,  LeakStep.TRACE,     TRACED,    AUTHORITY, "25").withOpinion().within(TRACE),
                move(TRACED,   LeakStep.FIND,      FOUND,     AUTHORITY, "25").withOpinion().within(TRACE),
                move(FOUND,    LeakStep.RESUME,    RESUMED,   AUTHORITY, "25").withOpinion(),
                move(FOUND,    LeakStep.TERMINATE, ENDED,     AUTHORITY, "25").withOpinion()));
    // spotless:on

    private LeakProcedure() {}
}
