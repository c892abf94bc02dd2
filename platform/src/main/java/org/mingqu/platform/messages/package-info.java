/// Messages 消息: what somebody should hear of, in the platform always, by mail to whoever gave an address, and to an
/// organisation's own system by a signed call. A message is written with the act that it tells of; mail and calls go
/// out after it, again and again until they arrive or have failed for good.
///
/// It has no door: it listens to [org.mingqu.platform.procedures.CaseNews], and to
/// [org.mingqu.platform.procedures.CaseActed], by which what was done is read.
@ApplicationModule(
        displayName = "Messages",
        allowedDependencies = {"rules", "web", "parties", "evidence", "procedures"})
@NullMarked
package org.mingqu.platform.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
