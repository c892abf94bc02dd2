package org.mingqu.warrant;

import java.util.Map;

/// One automatic check of a release, for its reviewers.
///
/// @param rule `release.group-size`, `release.suppressed`, `release.difference`, `release.raw-value`, …
/// @param message the sentence, by language: `zh` and `en`
public record ReleaseCheck(
        String rule, String article, Outcome outcome, Map<String, String> parameters, Map<String, String> message) {

    public ReleaseCheck {
        parameters = Map.copyOf(parameters);
        message = Map.copyOf(message);
    }

    /// What came out.
    public enum Outcome {
        PASS,
        /// A person should look at it.
        FLAG,
        /// It does not leave.
        FAIL
    }
}
