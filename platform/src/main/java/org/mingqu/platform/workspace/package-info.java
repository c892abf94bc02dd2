/// Workspaces and what leaves them (art. 4, 19, 20, 21, 32, 38): a service agreement in force opens one; in
/// it the partner writes queries, which the enclave judges and runs under the grant's own conditions; exact
/// results leave only by a release that people who are not its author have decided.
///
/// Rows leave as data sets (art. 3, 22), generalised in the enclave and marked for their recipient;
/// [LeakTraces] says whose copy a leaked file is (art. 25), and tells other rooms by [LeakTraced].
///
/// The authority suspends and ends a workspace; what it says holds at once. Other rooms are told by
/// [WorkspaceEnded], make products of [ReleasedWorks], ask [UseFigures] for how much was used, and let the
/// authority stop and end all that somebody uses by [UseOfParty].
@ApplicationModule(
        displayName = "Workspaces and releases",
        allowedDependencies = {"agreements", "catalogue", "domain"})
@NullMarked
package org.mingqu.platform.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
