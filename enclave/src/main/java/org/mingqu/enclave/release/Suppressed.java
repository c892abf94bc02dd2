package org.mingqu.enclave.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group that is left out of a file, and why.
///
/// @param keys the group's keys; empty where so few are in it that the keys alone would be about them
/// @param reason why
/// @param releases earlier files that it would have to be kept apart from
/// @param cells how many released cells would be combined; 0 where that is not known
/// @param remedies what would let its numbers out, the mildest first
public record Suppressed(
        List<@Nullable String> keys, Reason reason, List<String> releases, int cells, List<Remedy> remedies) {

    public Suppressed {
        keys = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(keys));
        releases = List.copyOf(releases);
        remedies = List.copyOf(remedies);
    }

    /// Why a group is left out.
    public enum Reason {
        TOO_FEW,
        HOMOGENEOUS,
        DOMINATED,
        /// Nearly everybody of a group of an own table is in it.
        OWN,
        DIFFERENCE,
        UNION,
        COMPLEMENT,
        COMBINATION,
        BEYOND_BOUND
    }

    /// What would help.
    public enum Remedy {
        MERGE,
        COARSER,
        DROP
    }
}
