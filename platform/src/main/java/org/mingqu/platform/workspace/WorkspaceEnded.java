package org.mingqu.platform.workspace;

import java.util.UUID;

/// A workspace has ended for good; its key is destroyed.
public record WorkspaceEnded(UUID workspace, UUID agreement) {}
