package org.mingqu.platform.filings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;

/// A product's place in the district's register (art. 22).
///
/// @param content what is filed, as it is now: scenario, audience, wayOfUse, limits, priceBasis
/// @param corrections what was corrected, the first one first
/// @param reason why it was cancelled; null if it was not
record Filing(
        UUID id,
        UUID product,
        UUID caseId,
        int version,
        String filingNo,
        String productName,
        Party owner,
        State state,
        LocalDate issuedOn,
        LocalDate validUntil,
        boolean warned,
        Map<String, String> content,
        List<Correction> corrections,
        @Nullable String reason) {

    Filing {
        content = Map.copyOf(content);
        corrections = List.copyOf(corrections);
    }

    /// How it stands.
    enum State {
        VALID,
        EXPIRED,
        CANCELLED
    }

    /// A correction.
    ///
    /// @param evidence the entry of it
    record Correction(String field, String before, String after, String reason, String by, Instant at, UUID evidence) {}

    boolean holdsOn(LocalDate day) {
        return state == State.VALID && !day.isAfter(validUntil);
    }

    Filing corrected(Correction it) {
        var texts = new LinkedHashMap<>(content);
        texts.put(it.field(), it.after());
        var all = new ArrayList<>(corrections);
        all.add(it);
        return with(state, issuedOn, validUntil, warned, texts, all, reason);
    }

    Filing renewed(LocalDate day, LocalDate until) {
        return with(State.VALID, day, until, false, content, corrections, null);
    }

    Filing warnedOfItsEnd() {
        return with(state, issuedOn, validUntil, true, content, corrections, reason);
    }

    Filing expired() {
        return with(State.EXPIRED, issuedOn, validUntil, warned, content, corrections, reason);
    }

    Filing cancelled(String why) {
        return with(State.CANCELLED, issuedOn, validUntil, warned, content, corrections, why);
    }

    private Filing with(
            State next,
            LocalDate issued,
            LocalDate until,
            boolean told,
            Map<String, String> texts,
            List<Correction> corrected,
            @Nullable String why) {
        return new Filing(
                id,
                product,
                caseId,
                version + 1,
                filingNo,
                productName,
                owner,
                next,
                issued,
                until,
                told,
                texts,
                corrected,
                why);
    }
}
