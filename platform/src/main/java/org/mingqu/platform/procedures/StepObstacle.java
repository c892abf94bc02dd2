package org.mingqu.platform.procedures;

import org.mingqu.platform.parties.Actor;

/// What another room has against a step of a case. It is asked in the act's own transaction; with a refusal nothing
/// of the act remains.
public interface StepObstacle {

    /// Checks that nothing stands against a step.
    ///
    /// @throws org.mingqu.platform.rules.Refusal if something does, saying what is open instead
    void check(CaseFile file, String step, Actor actor);
}
