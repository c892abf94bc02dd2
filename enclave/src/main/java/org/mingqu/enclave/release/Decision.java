package org.mingqu.enclave.release;

import java.util.List;
import java.util.Set;

/// What of an answer may leave.
///
/// @param withheld the numbers of the groups that may not
/// @param suppressed why, for each of them
/// @param cells whose data the others are
public record Decision(Set<Integer> withheld, List<Suppressed> suppressed, Cells cells) {

    public Decision {
        withheld = Set.copyOf(withheld);
        suppressed = List.copyOf(suppressed);
    }
}
