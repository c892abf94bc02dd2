package org.mingqu.platform.workspace;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.ModelSpec;
import org.mingqu.warrant.Sharing;

/// A text with the lane it is meant for.
///
/// @param epsilon privacy loss to be spent by an instant answer; null for the usual
/// @param adjusted whether the numbers of an instant answer are made to fit together; null for yes
/// @param sharing to whom the rows of a data set go; null for controlled sharing with the partner
/// @param model what is to be made from the rows in the lane of models; null in others
record Question(
        String sql,
        Lane lane,
        @Nullable Double epsilon,
        @Nullable Boolean adjusted,
        @Nullable Sharing sharing,
        @Nullable ModelSpec model) {

    private static final int MILLI = 1_000;

    /// Whom the rows of a data set go to.
    Sharing audience() {
        return requireNonNullElse(sharing, Sharing.CONTROLLED);
    }

    @Nullable
    Integer epsilonMilli() {
        return lane != Lane.INSTANT || epsilon == null ? null : Integer.valueOf((int) Math.round(epsilon * MILLI));
    }
}
