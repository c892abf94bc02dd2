package org.mingqu.platform.procedures;

import java.time.LocalDate;
import java.util.UUID;
import org.mingqu.platform.parties.Party;

/// A case: where it stands in its procedure, and who brought it.
///
/// @param subject what it is about, by the id that its own room gave
public record CaseFile(
        UUID id,
        String kind,
        String number,
        String title,
        String stage,
        Party applicant,
        LocalDate startedOn,
        int version,
        boolean closed,
        UUID subject) {}
