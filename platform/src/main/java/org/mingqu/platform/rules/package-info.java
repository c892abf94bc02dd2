/// The rules that all chapters share: refusals, dated figures, the working calendar (art. 40, 41), and what each room
/// says
/// of the articles that it covers ([ArticleCoverage]).
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {})
@NullMarked
package org.mingqu.platform.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
