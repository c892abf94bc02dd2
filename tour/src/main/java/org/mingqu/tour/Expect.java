package org.mingqu.tour;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What must hold; each `what` is the key of a sentence in the message files.
final class Expect {

    private Expect() {}

    static void same(String what, Object wanted, @Nullable Object came) {
        if (!Objects.equals(wanted, came)) {
            throw new Broken(what, wanted, String.valueOf(came));
        }
    }

    /// Something that must be true.
    ///
    /// @param wanted what would have been right, for the reader
    /// @param came what there is instead
    static void that(String what, boolean holds, Object wanted, Object came) {
        if (!holds) {
            throw new Broken(what, wanted, came);
        }
    }
}
