package org.mingqu.guard;

/// How much a question may take and how few an answer may stand for.
///
/// @param threshold the fewest distinct subjects behind a group of an exact answer; at least 2
/// @param maxGroups the most groups of an answer
/// @param maxRows the most rows of an answer on synthetic data
/// @param timeoutSeconds how long the engine may take
public record Limits(int threshold, int maxGroups, int maxRows, int timeoutSeconds) {

    public Limits {
        if (threshold < 2 || maxGroups < 1 || maxRows < 1 || timeoutSeconds < 1) {
            throw new IllegalArgumentException("limits of %d subjects, %d groups, %d rows, %d s"
                    .formatted(threshold, maxGroups, maxRows, timeoutSeconds));
        }
    }
}
