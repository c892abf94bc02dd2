/// The compliance page (art. 1–41): each article with its live state in this installation, made from what the rooms
/// themselves say, so that it cannot lie. An article that no room covers is shown as such.
///
/// It has no door.
@ApplicationModule(
        displayName = "Compliance",
        allowedDependencies = {})
@NullMarked
package org.mingqu.platform.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
