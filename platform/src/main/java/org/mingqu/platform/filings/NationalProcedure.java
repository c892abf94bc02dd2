package org.mingqu.platform.filings;

import static org.mingqu.platform.filings.NationalRecord.RecordStage.ACCEPTED;
import static org.mingqu.platform.filings.NationalRecord.RecordStage.APPLIED;
import static org.mingqu.platform.filings.NationalRecord.RecordStage.CANCELLED;
import static org.mingqu.platform.filings.NationalRecord.RecordStage.CODED;
import static org.mingqu.platform.filings.NationalRecord.RecordStage.EXPIRED;
import static org.mingqu.platform.filings.NationalRecord.RecordStage.PREPARING;
import static org.mingqu.platform.filings.NationalRecord.RecordStage.PUBLICISED;
import static org.mingqu.platform.filings.NationalRecord.RecordStage.REFUSED;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import java.util.stream.Stream;
import org.mingqu.platform.filings.NationalRecord.RecordStage;
import org.mingqu.platform.filings.NationalRecord.RecordStep;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Lapse;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.Procedure;

/// The steps of the national registration (公共数据资源登记管理暂行办法): application, acceptance with a formal review,
/// publicity, code; first, correction, renewal, cancellation. The agency acts elsewhere: whoever registers writes it
/// down, with its certificate.
final class NationalProcedure {

    static final String APPLY = "national-apply";
    static final String REVIEW = "national-review";
    static final String PUBLICITY = "national-publicity";

    static final Procedure<RecordStage, RecordStep> RULES = new Procedure<>(
            "NATIONAL_RECORD",
            List.of(PREPARING, APPLIED, ACCEPTED, PUBLICISED, CODED, REFUSED, EXPIRED, CANCELLED),
            Stream.of(Role.OPERATOR, Role.PARTNER, Role.SOURCE)
                    .flatMap(role -> moves(role).stream())
                    .toList(),
            List.of(new Lapse<>(CODED, RecordStep.EXPIRE, EXPIRED, "22")));

    private NationalProcedure() {}

    // spotless:off
    private static List<Move<RecordStage, RecordStep>> moves(Role by) {
        return List.of(
                move(PREPARING,  RecordStep.HAND_IN,           APPLIED,    by, "22").within(REVIEW),
                move(PREPARING,  RecordStep.NOTE_CANCELLATION, CANCELLED,  by, "22").withOpinion(),
                move(APPLIED,    RecordStep.NOTE_ACCEPTANCE,   ACCEPTED,   by, "22").within(REVIEW),
                move(APPLIED,    RecordStep.NOTE_REFUSAL,      REFUSED,    by, "22").withOpinion(),
                move(ACCEPTED,   RecordStep.NOTE_PUBLICITY,    PUBLICISED, by, "22").within(PUBLICITY),
                move(ACCEPTED,   RecordStep.NOTE_REFUSAL,      REFUSED,    by, "22").withOpinion(),
                move(PUBLICISED, RecordStep.NOTE_CODE,         CODED,      by, "22"),
                move(PUBLICISED, RecordStep.NOTE_REFUSAL,      REFUSED,    by, "22").withOpinion(),
                move(CODED,      RecordStep.NOTE_CORRECTION,   CODED,      by, "22").withOpinion(),
                move(CODED,      RecordStep.NOTE_RENEWAL,      CODED,      by, "22").withOpinion(),
                move(CODED,      RecordStep.NOTE_CANCELLATION, CANCELLED,  by, "22").withOpinion());
    }
    // spotless:on
}
