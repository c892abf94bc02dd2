package org.mingqu.platform.filings;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;

/// The national registration of a product or a resource (国家公共数据资源登记): the agency registers, its holder writes down
/// here what the agency did.
///
/// @param holder who registers (登记主体): its kind is the role in which it does
/// @param agency the registration agency (登记机构)
/// @param code that the agency gave (登记结果查询码); null before
/// @param certificate SM3 of the certificate that was put to the case; null before
record NationalRecord(
        UUID id,
        UUID caseId,
        int version,
        String number,
        About about,
        UUID subject,
        String subjectName,
        Party holder,
        String agency,
        RecordStage stage,
        @Nullable String code,
        @Nullable String certificate,
        @Nullable LocalDate codedOn,
        @Nullable LocalDate validUntil,
        boolean warned) {

    /// What is registered.
    enum About {
        PRODUCT,
        RESOURCE
    }

    /// Where it stands.
    enum RecordStage {
        PREPARING,
        APPLIED,
        ACCEPTED,
        PUBLICISED,
        CODED,
        REFUSED,
        EXPIRED,
        CANCELLED
    }

    /// What is written down.
    enum RecordStep {
        HAND_IN,
        NOTE_ACCEPTANCE,
        NOTE_PUBLICITY,
        NOTE_CODE,
        NOTE_REFUSAL,
        NOTE_CORRECTION,
        NOTE_RENEWAL,
        NOTE_CANCELLATION,
        EXPIRE
    }

    boolean isHeldBy(Actor actor) {
        return holder.id().equals(actor.organisation())
                && holder.kind().equals(actor.role().name());
    }

    boolean isVisibleTo(Actor actor) {
        return isHeldBy(actor)
                || actor.is(
                        Role.AUTHORITY,
                        Role.OPERATOR,
                        Role.AUDIT_ADMIN,
                        Role.SECURITY_REGULATOR,
                        Role.MARKET_REGULATOR);
    }

    boolean holdsOn(LocalDate day) {
        return stage == RecordStage.CODED && validUntil != null && !day.isAfter(validUntil);
    }

    NationalRecord in(RecordStage next) {
        return with(next, code, certificate, codedOn, validUntil, warned);
    }

    NationalRecord coded(String given, String sm3, LocalDate day, LocalDate until) {
        return with(RecordStage.CODED, given, sm3, day, until, false);
    }

    NationalRecord warnedOfItsEnd() {
        return with(stage, code, certificate, codedOn, validUntil, true);
    }

    private NationalRecord with(
            RecordStage next,
            @Nullable String given,
            @Nullable String sm3,
            @Nullable LocalDate day,
            @Nullable LocalDate until,
            boolean told) {
        return new NationalRecord(
                id,
                caseId,
                version + 1,
                number,
                about,
                subject,
                subjectName,
                holder,
                agency,
                next,
                given,
                sm3,
                day,
                until,
                told);
    }
}
