/// The evidence (art. 4, 14, 30): every act in a log that nobody can rewrite unseen.
///
/// An act and its entry are written in the same transaction: there is no act without an entry and no entry without an
/// act. That is why callers call [Evidence#enter] and do not publish an event. A sequencer then puts the entries into a
/// Merkle tree and signs for it; the log's files can be verified with the platform stopped. [Packages] packs what is
/// handed to somebody outside so that it can be verified in the same way.
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"rules", "web", "parties"})
@NullMarked
package org.mingqu.platform.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
