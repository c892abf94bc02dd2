package org.mingqu.platform.enforcement;

import java.util.UUID;
import org.mingqu.platform.parties.Role;

/// What was ordered was not done by its last day, and all that a party used has been ended (art. 38). Published in the
/// transaction in which that is entered.
///
/// @param role in which it was found about
public record PartyTerminated(UUID organisation, Role role, String reason) {}
