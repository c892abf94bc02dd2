package org.mingqu.platform.selection;

import java.util.UUID;

/// What ties an expert to an organisation, or to another expert, as declared.
///
/// @param about an organisation or an expert
record Interest(UUID person, UUID about, String reason) {}
