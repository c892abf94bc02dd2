/// Demand and supply, and objections (art. 5, 6): whoever needs data that the catalogue lacks says so on a
/// board and gets an answer on a clock; whoever finds an entry of the catalogue wrong, or a refusal without
/// ground, objects to it.
///
/// It needs no door.
@ApplicationModule(displayName = "Demands and objections", allowedDependencies = "catalogue")
@NullMarked
package org.mingqu.platform.demands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
