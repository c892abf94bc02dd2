package org.mingqu.platform.parties;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Whether an organisation may act in a role at all, said by the room that admits to the role. An organisation that a
/// system administrator has given people in a role is not admitted by that.
public interface Standing {

    /// The role that the room admits to.
    Role role();

    /// Refuses an organisation that is not admitted.
    ///
    /// @throws org.mingqu.platform.rules.Refusal.NotOpen if the organisation is not admitted on that day, with the
    ///     article and what is open to it instead
    void check(UUID organisation, LocalDate day);

    /// The operators with whom an organisation acts in the role; an operator acts with itself.
    List<UUID> operators(UUID organisation);
}
