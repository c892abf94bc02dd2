package org.mingqu.platform.parties;

import java.util.UUID;

/// An organisation goes on under another name, or in another organisation that it was merged into. Published in the
/// transaction of that act: each room hands on what still runs, and leaves what is over as it was.
///
/// @param before the organisation; for a new name the same as after
/// @param after who it is from now on
public record OrganisationSucceeded(UUID before, Party after) {}
