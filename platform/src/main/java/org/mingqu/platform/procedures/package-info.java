/// Procedures as tables, and the cases that go by them: tasks with clocks, acts, opinions, documents, reminders.
///
/// Its door is [Procedure] to write a table down, and [CaseFiles] to keep a case.
@ApplicationModule(
        displayName = "Procedures",
        allowedDependencies = {"rules", "web", "parties", "evidence", "documents"})
@NullMarked
package org.mingqu.platform.procedures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
