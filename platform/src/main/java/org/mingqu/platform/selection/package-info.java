/// The selection of operators (articles 8 to 11): a notice with its window, applications with evidence for each of the
/// nine requirements, experts drawn by lot, the regulators' opinions, the district government's decision, the result.
///
/// Its door is [OperatorSelected] and [SelectionTold], by which others are told, and [ExpertPool] for whoever asks
/// experts of the district.
@ApplicationModule(
        displayName = "Selection of operators",
        allowedDependencies = {})
@NullMarked
package org.mingqu.platform.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
