/// Who takes part (art. 3, 5–7): organisations, people, their roles, how they sign in, and who is acting now.
///
/// Its door is [Actor] as an argument of any controller method, and [Parties] to ask and to add. Others are told by
/// [OrganisationSucceeded] that somebody goes on for an organisation, and hand their running rows on by [Handover].
/// Rooms answer through it what others need not know them for: [Standing], [Conduct], [Searchable],
/// [OperatingTimes].
@ApplicationModule(
        displayName = "Parties",
        allowedDependencies = {"rules", "web"})
@NullMarked
package org.mingqu.platform.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
