/// Rights of data subjects (art. 20, 37): a person, or somebody for an organisation, proves who they are; sees which
/// departments hold which of their data and for what they were used; gets a copy of the own rows; lets a named market
/// entity use them for one scenario, and takes that back as easily; objects; complains.
///
/// The platform keeps a token for a proven identity and not its number: the number goes to the enclave, which finds the
/// rows by it. It has no door; the workspaces ask it through their own [org.mingqu.platform.workspace.SubjectRule].
@ApplicationModule(
        displayName = "Rights of data subjects",
        allowedDependencies = {"workspace", "catalogue", "domain"})
@NullMarked
package org.mingqu.platform.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
