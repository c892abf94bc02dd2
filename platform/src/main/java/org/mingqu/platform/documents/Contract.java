package org.mingqu.platform.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Signature;

/// What parties have agreed on and signed, before it is set on pages.
///
/// @param kind stable code of the kind of document
/// @param edition of the text; 1 where a text has but one
/// @param stage what it is called where the contract stands now
/// @param heads what is agreed on, by heading, in its order
/// @param sm3 of the canonical text that each has signed
public record Contract(
        String kind,
        String number,
        String title,
        UUID caseId,
        int edition,
        LocalDate from,
        LocalDate until,
        String stage,
        Map<String, String> heads,
        String sm3,
        List<Signed> signatures) {

    public Contract {
        heads = new LinkedHashMap<>(heads);
        signatures = List.copyOf(signatures);
    }

    /// Who has signed.
    ///
    /// @param side as what it has signed, in words
    /// @param entry of the act of signing in the evidence
    /// @param seal the signature itself; null for what was signed before there were keys
    public record Signed(
            Party party,
            String side,
            @Nullable String person,
            @Nullable Instant at,
            @Nullable String entry,
            @Nullable Signature seal) {}
}
