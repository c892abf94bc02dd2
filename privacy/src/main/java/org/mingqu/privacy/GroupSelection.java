package org.mingqu.privacy;

import java.math.BigInteger;

/// Which groups may show that they exist at all, where the groups are found in the data: those whose noisy
/// number of subjects (or of rows) reaches a threshold that a group of one subject reaches with a chance of
/// at most delta.
///
/// Source: Korolova and others, Releasing Search Queries and Clicks Privately (2009); the threshold for
/// Laplace noise as in Google's differential privacy library, "Delta for thresholding". The noise is
/// symmetric and the chance of one subject is split over the groups it may be in.
///
/// @param noise the noise on the number of subjects of a group
/// @param delta the chance that any group of a single subject shows; above 0 and below 1
/// @param maxGroupsPerSubject the most groups in which one subject counts; at least 1
/// @param weight the most that one subject adds to the number of a group: 1 where subjects are counted, the
///     rows of a subject where rows are
public record GroupSelection(Noise noise, double delta, long maxGroupsPerSubject, long weight) {

    public GroupSelection {
        if (!(delta > 0 && delta < 1) || maxGroupsPerSubject < 1 || weight < 1) {
            throw new IllegalArgumentException("delta %s over %d groups of weight %d selects nothing"
                    .formatted(delta, maxGroupsPerSubject, weight));
        }
    }

    /// Groups that show by their number of subjects.
    public GroupSelection(Noise noise, double delta, long maxGroupsPerSubject) {
        this(noise, delta, maxGroupsPerSubject, 1);
    }

    /// The least noisy number with which a group shows.
    public long threshold() {
        return weight + noise.tail(delta / maxGroupsPerSubject);
    }

    /// Whether a group with this *noisy* number may show.
    public boolean shows(BigInteger noisy) {
        return noisy.compareTo(BigInteger.valueOf(threshold())) >= 0;
    }
}
