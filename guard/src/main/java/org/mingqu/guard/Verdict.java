package org.mingqu.guard;

import java.util.List;

/// What the guard says to a question.
public sealed interface Verdict {

    /// The plan may run, in its lane and no other.
    record Allowed(Plan plan) implements Verdict {}

    /// Nothing may run.
    ///
    /// @param findings at least one, in the order of their places in the text
    record Refused(List<Finding> findings) implements Verdict {

        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a refusal must say why");
            }
        }
    }
}
