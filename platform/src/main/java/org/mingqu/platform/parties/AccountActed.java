package org.mingqu.platform.parties;

import java.util.Map;

/// An administrator has changed who takes part. Published in the transaction of the change; the evidence enters it
/// there.
///
/// @param act stable code of the act
/// @param facts what was changed; never a password or a secret
public record AccountActed(Actor actor, String act, Map<String, Object> facts) {}
