/// Authorisation agreements between the authority and an operator (art. 12, 13), and what follows when one
/// ends (art. 14): drafted from a template with ten heads, signed by both, amended edition by edition,
/// renewed on the assessments. An organisation without an agreement in force cannot act as operator.
///
/// Its door is [org.mingqu.platform.parties.Standing]: others ask there whether an operator may act.
@ApplicationModule(
        displayName = "Authorisation agreements",
        allowedDependencies = {"selection", "supervision", "partners", "enforcement", "workspace"})
@NullMarked
package org.mingqu.platform.mandate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
