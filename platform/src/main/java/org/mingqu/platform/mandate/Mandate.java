package org.mingqu.platform.mandate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.Entry;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Signature;

/// An authorisation agreement.
///
/// @param edition of the text in force; 0 before the first
/// @param text in force; null before
/// @param proposed what is being drafted or amended; null for nothing
/// @param from the first day; null before it is in force
/// @param until the last day; null before it is in force
/// @param selection by which the operator was chosen; null for a renewal
/// @param predecessor that it renews; null for none
/// @param reason of the amendment or the end that is on its way or done; empty for none
/// @param begunOn the day on which it began, by whose rules it goes to its end
record Mandate(
        UUID id,
        UUID caseId,
        int version,
        String number,
        String title,
        MandateStage stage,
        Party authority,
        Party operator,
        int edition,
        @Nullable Text text,
        @Nullable Text proposed,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID selection,
        @Nullable UUID predecessor,
        String reason,
        LocalDate begunOn) {

    /// What is agreed on, and who has signed it.
    ///
    /// @param months of its term
    record Text(Map<Head, String> heads, int months, List<Signatory> parties) {

        String head(Head it) {
            return heads.getOrDefault(it, "");
        }

        List<Head> missing() {
            return Arrays.stream(Head.values()).filter(it -> head(it).isBlank()).toList();
        }

        boolean isSignedByAll() {
            return parties.stream().allMatch(it -> it.signedAt() != null);
        }
    }

    /// @param entry of the act of signing in the evidence; null before
    record Signatory(
            Party party,
            Role role,
            @Nullable Instant signedAt,
            @Nullable String signedBy,
            @Nullable String entry,
            @Nullable Signature seal) {

        static Signatory unsigned(Party party, Role role) {
            return new Signatory(party, role, null, null, null, null);
        }

        Signatory fresh() {
            return unsigned(party, role);
        }
    }

    /// The text that people look at: what is worked on, else what is in force.
    Text shown() {
        var working = proposed == null ? text : proposed;
        if (working == null) {
            throw new IllegalStateException("an agreement has a text");
        }
        return working;
    }

    /// The edition that the shown text is or will be.
    int shownEdition() {
        return proposed == null ? edition : edition + 1;
    }

    /// SM3 of the canonical text of all that is agreed on.
    String sm3() {
        return sm3(shown(), shownEdition());
    }

    private String sm3(Text it, int number) {
        var all = new LinkedHashMap<String, Object>();
        all.put("agreement", id.toString());
        all.put("number", this.number);
        all.put("title", title);
        all.put("edition", number);
        all.put("months", it.months());
        var heads = new LinkedHashMap<String, String>();
        for (var head : Head.values()) {
            heads.put(head.name(), it.head(head));
        }
        all.put("heads", heads);
        all.put("parties", List.of(authority.id().toString(), operator.id().toString()));
        return HashFunction.SM3.of(Entry.of(all).bytes()).hex();
    }

    /// What a party signs: this very text, by whom, when.
    Map<String, String> signed(Actor actor, Instant at) {
        return Map.of(
                "agreement", id.toString(),
                "number", number,
                "edition", Integer.toString(shownEdition()),
                "sm3", sm3(),
                "organisation", actor.organisation().toString(),
                "organisationName", actor.organisationName(),
                "person", actor.person().toString(),
                "personName", actor.personName(),
                "role", actor.role().name(),
                "at", at.toString());
    }

    /// Whether a signature is good for the text as it is shown, and for this signatory.
    boolean isSealedBy(Signatory it) {
        var seal = it.seal();
        if (seal == null || !seal.holds()) {
            return false;
        }
        var said = Entry.of(seal.text().getBytes(StandardCharsets.UTF_8)).json();
        return said.path("sm3").asString("").equals(sm3())
                && said.path("organisation").asString("").equals(it.party().id().toString());
    }

    boolean isVisibleTo(Actor actor) {
        return actor.is(Role.AUTHORITY) || isOperators(actor);
    }

    boolean isOperators(Actor actor) {
        return actor.is(Role.OPERATOR, Role.PARTNER) && operator.id().equals(actor.organisation());
    }

    @Nullable
    Signatory signatory(Actor actor) {
        return shown().parties().stream()
                .filter(it -> it.party().id().equals(actor.organisation())
                        && (it.role() == Role.AUTHORITY) == actor.is(Role.AUTHORITY))
                .findFirst()
                .orElse(null);
    }

    Mandate working(@Nullable Text it, MandateStage next, String why) {
        return copy(next, edition, text, it, from, until, why);
    }

    Mandate in(MandateStage next, String why) {
        return copy(next, edition, text, proposed, from, until, why);
    }

    /// All have signed what was proposed.
    Mandate effective(Text signed, LocalDate first, LocalDate last) {
        return copy(MandateStage.IN_FORCE, edition + 1, signed, null, first, last, "");
    }

    private Mandate copy(
            MandateStage next,
            int number,
            @Nullable Text current,
            @Nullable Text working,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            String why) {
        return new Mandate(
                id,
                caseId,
                version + 1,
                this.number,
                title,
                next,
                authority,
                operator,
                number,
                current,
                working,
                first,
                last,
                selection,
                predecessor,
                why,
                begunOn);
    }
}
