/// Incidents (art. 21, 25, 35): what went wrong or may go wrong, since when it was known, within how many
/// hours it has to be reported, what was stopped at once, what was done, and what was learnt; and the same as
/// a drill.
///
/// It needs no door.
@ApplicationModule(displayName = "Incidents", allowedDependencies = "workspace")
@NullMarked
package org.mingqu.platform.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
