/// Who takes part (art. 3, 5–7): organisations, people, their roles, how they sign in, and who is acting now.
///
/// Its door is [Actor] as an argument of any controller method, and [Parties] to ask and to add.
/// Rooms answer through it what others need not know them for: [Standing], [Conduct], [Searchable].
@ApplicationModule(
        displayName = "Parties",
        allowedDependencies = {"rules", "web"})
@NullMarked
package org.mingqu.platform.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
