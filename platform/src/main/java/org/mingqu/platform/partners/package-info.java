/// Partners of the operator (art. 17): the operator's published rules of admission and exit, applications
/// with evidence, the operator's decision, the filing with the authority; a partner that is not filed can do
/// nothing, and an exit closes its access at once.
///
/// Its door is [PartnerRegister], and [org.mingqu.platform.parties.Standing] by which others ask whether a partner may
/// act.
@ApplicationModule(
        displayName = "Partners",
        allowedDependencies = {"workspace", "enforcement"})
@NullMarked
package org.mingqu.platform.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
