/// Service agreements (art. 19): signed by the authority, every source department and the users; no use before all have
/// signed, and no signature before all heads are filled.
///
/// Its door is [AgreementInForce] and [AgreementExpired], by which others are told, [Agreements#workspace], and
/// [AgreementUse] for what the authority does about the use, and
/// [AgreementRegister] for what was in force when.
@ApplicationModule(displayName = "Service agreements", allowedDependencies = "authorisation")
@NullMarked
package org.mingqu.platform.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
