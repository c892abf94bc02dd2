/// The register of duties (art. 26–31, 34–36, and the yearly disclosure): who owes what, how often, by which article;
/// each duty becomes a case in time, and one wall shows who is behind, the authority included.
///
/// Its door is [RemitRegister], which says who is which regulator, and [DisclosurePublished], by which others are told.
/// Else what it does is seen in its cases, and in what [org.mingqu.platform.rules.ArticleCoverage] says of it.
@ApplicationModule(
        displayName = "Supervision",
        allowedDependencies = {"agreements", "workspace"})
@NullMarked
package org.mingqu.platform.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
