/// Procedures as tables, and the cases that go by them: tasks with clocks, acts, opinions, documents,
/// reminders.
///
/// What everybody's desk takes away is made here as well: a case on paper, a list as CSV or XLSX, a procedure as
/// BPMN, the last days of tasks as a calendar; and who stands in for whom.
///
/// Its door is [Procedure] to write a table down, [CaseFiles] to keep a case, [CaseDocuments] and
/// [CaseRegister] to read it, and [TermUses] to ask what went by a term. Each room
/// says as [CaseTaking], by [TakenSteps], which of its steps need nothing but an opinion, so that several cases can be
/// decided at once and decisions can wait for a colleague; [CaseMatter] and [CaseAccess] say what a case is about and
/// who may know of it, [RestingClocks]
/// lets terms rest, [StepObstacle] says what another room has against a step. It tells others by [CaseNews] and
/// [CaseActed].
@ApplicationModule(
        displayName = "Procedures",
        allowedDependencies = {"rules", "web", "parties", "evidence", "documents"})
@NullMarked
package org.mingqu.platform.procedures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
