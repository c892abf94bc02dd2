package org.mingqu.platform.enforcement;

import java.time.LocalDate;
import java.util.UUID;
import org.mingqu.platform.parties.Party;

/// A credit record was made, or stands otherwise now: disputed, upheld, withdrawn, repaired (art. 39). Published in the
/// transaction in which that is entered, so that whoever was told of the record is told of its end as well.
///
/// @param stage PUBLISHED, DISPUTED, REPAIR_ASKED, REPAIRED or WITHDRAWN
public record CreditChanged(
        UUID id,
        String number,
        Party subject,
        String fact,
        String stage,
        LocalDate recordedOn,
        LocalDate publicityUntil) {

    static CreditChanged of(CreditRecord it) {
        return new CreditChanged(
                it.id(), it.number(), it.subject(), it.fact(), it.stage().name(), it.recordedOn(), it.publicityUntil());
    }
}
