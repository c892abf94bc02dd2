/// Official documents 文书: what a room has to say on paper, as a PDF with a number, the seal of the organisation that
/// issued it and a verification code, by which anybody who holds a copy can see whether it is the one that was issued.
///
/// Its door is [OfficialDocuments]. A document is made when it is asked for and handed over; what is kept is its SM3.
@ApplicationModule(
        displayName = "Official documents",
        allowedDependencies = {"rules", "web", "parties", "evidence"})
@NullMarked
package org.mingqu.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
