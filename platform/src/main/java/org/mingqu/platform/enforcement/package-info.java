/// Enforcement (art. 33, 38, 39): a finding, the order to put it right, access suspended meanwhile,
/// acceptance or the end of the agreement; the credit record with objection and repair; referral to a
/// regulator with its evidence.
///
/// Its door is [Findings] for what was found about somebody, and [PartyTerminated] and [CreditChanged], by
/// which others are told; besides that, what it does is seen in the state of workspaces and agreements.
@ApplicationModule(displayName = "Enforcement", allowedDependencies = "workspace")
@NullMarked
package org.mingqu.platform.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
