/// Regulators (art. 7): each sees what its remit names and nothing else. The remit is data in the register; every look
/// is an entry in the evidence, and so is what was refused; what is taken away is asked a purpose and verifies offline.
///
/// It needs no door. [Watch] stands before the pages that supervisors share with others.
@ApplicationModule(
        displayName = "Regulators",
        allowedDependencies = {"supervision", "pricing"})
@NullMarked
package org.mingqu.platform.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
