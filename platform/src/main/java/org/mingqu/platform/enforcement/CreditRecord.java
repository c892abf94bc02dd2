package org.mingqu.platform.enforcement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;

/// A violation on record.
///
/// @param subject whose it is; its kind is the role in which it took part
/// @param rectification that it came of; null if of none
/// @param publicityUntil the last day of the shortest publicity: repair can be asked for after it
record CreditRecord(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Party subject,
        @Nullable UUID rectification,
        String fact,
        CreditStage stage,
        LocalDate recordedOn,
        LocalDate publicityUntil) {

    /// Where a record stands.
    enum CreditStage {
        PUBLISHED,
        DISPUTED,
        REPAIR_ASKED,
        REPAIRED,
        WITHDRAWN
    }

    /// What can be done about it.
    enum CreditStep {
        OBJECT,
        UPHOLD,
        CORRECT,
        ASK_REPAIR,
        REPAIR,
        REFUSE
    }

    boolean isOf(Actor actor) {
        return subject.id().equals(actor.organisation())
                && subject.kind().equals(actor.role().name());
    }

    CreditRecord in(CreditStage next) {
        return new CreditRecord(
                id, caseId, version + 1, number, subject, rectification, fact, next, recordedOn, publicityUntil);
    }
}
