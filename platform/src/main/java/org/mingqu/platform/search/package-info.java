/// Search across all rooms: what a person may see, grouped, with the way to it. Rooms offer what they have as
/// `parties.Searchable`; this room knows none of them.
///
/// It needs no door.
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {})
@NullMarked
package org.mingqu.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
