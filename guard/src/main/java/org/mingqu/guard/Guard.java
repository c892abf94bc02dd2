package org.mingqu.guard;

import java.util.List;
import java.util.Map;

/// The judge of questions.
///
/// Safe for use by several threads at once.
public final class Guard {

    /// Judges a question.
    ///
    /// @param sql the partner's text; hostile until proven otherwise
    /// @param grant what the scenario may use
    /// @param lane how the answer is wanted
    /// @return the plan, or why not; never an exception for anything in the text
    public Verdict judge(String sql, Grant grant, Lane lane) {
        return new Verdict.Refused(List.of(new Finding("statement.not-understood", "4", 1, 1, 1, 1, Map.of())));
    }
}
