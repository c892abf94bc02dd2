package org.mingqu.platform.procedures;

import java.util.UUID;
import org.mingqu.platform.parties.Role;

/// An organisation has done in a role what it had to do in a case. Published in the act's own transaction.
public record CaseActed(UUID caseId, UUID organisation, Role role) {}
