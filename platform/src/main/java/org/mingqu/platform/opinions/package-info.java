/// What experts say to the scenario of an application (art. 5): asked by the authority, drawn by lot without those who
/// have an interest, each alone until all have answered. It is advice; the decision stays with the authority.
///
/// It needs no door.
@ApplicationModule(displayName = "Opinions of experts", allowedDependencies = "selection")
@NullMarked
package org.mingqu.platform.opinions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
