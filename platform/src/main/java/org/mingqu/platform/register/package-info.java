/// The register of rules (art. 1, 2, 40, 41): which rules are in force, where they contradict one another, every figure
/// that a term is made of with the day from which it holds, and what a change of one would do.
///
/// It has no door: rooms read figures from [org.mingqu.platform.rules.Rules].
@ApplicationModule(
        displayName = "Register of rules",
        allowedDependencies = {"rules", "web", "parties", "evidence", "procedures"})
@NullMarked
package org.mingqu.platform.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
