package org.mingqu.platform.parties;

import java.time.LocalDate;
import java.util.UUID;

/// What an organisation has to its account, said by the room that keeps it; so that those who ask need not know the
/// room.
public interface Conduct {

    /// How much was found about an organisation from a day on, or is still open.
    int findings(UUID organisation, LocalDate since);
}
