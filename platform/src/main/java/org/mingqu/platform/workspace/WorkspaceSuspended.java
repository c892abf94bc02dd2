package org.mingqu.platform.workspace;

import java.util.UUID;

/// The use of a workspace was stopped, by order, by an incident or by a leak. Published in the transaction in which
/// that is entered.
public record WorkspaceSuspended(UUID workspace, UUID agreement) {}
