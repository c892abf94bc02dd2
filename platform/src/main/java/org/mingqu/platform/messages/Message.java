package org.mingqu.platform.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.procedures.CaseNews;

/// A message as its reader sees it; the pages word it by its kind.
///
/// @param read whether this person has read it
record Message(
        UUID id,
        CaseNews.Kind kind,
        UUID caseId,
        String caseKind,
        String number,
        String title,
        String stage,
        @Nullable LocalDate due,
        String article,
        Instant at,
        boolean read) {}
