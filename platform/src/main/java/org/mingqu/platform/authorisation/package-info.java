/// Resource authorisation (art. 18): an application for one scenario goes to the operator, the authority, and every
/// source department concerned, each within its own term; silence is not consent.
///
/// Its door is [Applications] to ask, [ApplicationGranted] to be told.
@ApplicationModule(displayName = "Resource authorisation", allowedDependencies = "catalogue")
@NullMarked
package org.mingqu.platform.authorisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
