/// Data from beyond the district (art. 18): where a matter needs data of another level or region, the authority applies
/// to the city's department and follows the request to its answer; meanwhile the clock of whoever waits for it rests.
/// While it runs, nobody grants what waits for it; it ends with its matter.
///
/// Its door is [CityRequests] to bring an answer of the city's, once by its own number; others are told by
/// [CityRequestSent] and [CityRequestWithdrawn].
@ApplicationModule(
        displayName = "Requests to the city",
        allowedDependencies = {"outside"})
@NullMarked
package org.mingqu.platform.coordination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
