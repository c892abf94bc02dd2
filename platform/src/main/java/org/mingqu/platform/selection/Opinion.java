package org.mingqu.platform.selection;

import java.time.Instant;
import java.util.UUID;
import org.mingqu.platform.parties.Role;

/// What a regulator says of an application within its remit (art. 7, 11).
///
/// @param objects whether it objects
record Opinion(
        UUID candidacy,
        UUID organisation,
        String organisationName,
        Role role,
        boolean objects,
        String text,
        Instant at) {}
