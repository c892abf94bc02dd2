package org.mingqu.privacy;

import java.math.BigInteger;

/// Which groups may show that they exist at all, where the groups are found in the data: those whose noisy
/// number of subjects reaches a threshold that a group of one subject reaches with a chance of at most delta.
///
/// Source: Korolova and others, Releasing Search Queries and Clicks Privately (2009); the threshold for
/// Laplace noise as in Google's differential privacy library, "Delta for thresholding". The noise is
/// symmetric and the chance of one subject is split over the groups it may be in.
///
/// @param noise the noise on the number of subjects of a group
/// @param delta the chance that any group of a single subject shows; above 0 and below 1
/// @param maxGroupsPerSubject the most groups in which one subject counts; at least 1
public record GroupSelection(Noise noise, double delta, long maxGroupsPerSubject) {

    public GroupSelection {
        if (!(delta > 0 && delta < 1) || maxGroupsPerSubject < 1) {
            throw new IllegalArgumentException(
                    "delta %s over %d groups selects nothing".formatted(delta, maxGroupsPerSubject));
        }
    }

    /// The least noisy number of subjects with which a group shows.
    public long threshold() {
        return 1 + noise.tail(delta / maxGroupsPerSubject);
    }

    /// Whether a group with this *noisy* number of subjects may show.
    public boolean shows(BigInteger noisySubjects) {
        return noisySubjects.compareTo(BigInteger.valueOf(threshold())) >= 0;
    }
}
