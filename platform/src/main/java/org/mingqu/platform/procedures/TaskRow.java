package org.mingqu.platform.procedures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;

/// Something that an organisation is to do in a case.
///
/// @param restsOn since when its clock rests; null while it runs
/// @param restsFor the number of the matter for which it rests
record TaskRow(
        UUID id,
        CaseFile file,
        String stage,
        String step,
        Party organisation,
        Role role,
        Instant receivedAt,
        LocalDate receivedOn,
        @Nullable LocalDate due,
        boolean provisional,
        int days,
        String article,
        @Nullable LocalDate restsOn,
        @Nullable String restsFor,
        boolean done,
        @Nullable LocalDate doneOn,
        int reminded) {}
