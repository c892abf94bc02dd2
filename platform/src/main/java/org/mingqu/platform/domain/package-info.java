/// The door to the domain, which is the enclave's process (art. 4, 16): the platform signs a warrant for each use and
/// the enclave does that and nothing else.
///
/// Its door is [Domain]: send an order, or sign a ticket for a browser. In the embedded default this room also keeps
/// the enclave's process alive; an enclave in a zone of its own is named by `mingqu.enclave.url`. Raw rows and data
/// keys never pass through here.
@ApplicationModule(
        displayName = "The domain's door",
        allowedDependencies = {})
@NullMarked
package org.mingqu.platform.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
