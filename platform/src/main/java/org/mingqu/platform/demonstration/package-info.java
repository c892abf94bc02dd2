/// The demonstration district (only with `mingqu.demo`): organisations, people, resources with their data, and cases in
/// every state, so that each screen shows life. All of it is fictional.
///
/// It has no door. It plays its scenes as the people of the district would: through the platform's own public
/// interface, signed in as each of them, and with the files brought to the enclave's door by ticket. So nothing here is
/// a way around anything. The files are written by a process of their own, as the departments' would be.
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {"domain", "rights"})
@NullMarked
package org.mingqu.platform.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
