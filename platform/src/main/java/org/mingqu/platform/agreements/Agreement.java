package org.mingqu.platform.agreements;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.Entry;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.authorisation.ApplicationGranted.GrantedTable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Signature;

/// A service agreement.
///
/// @param heads what art. 19 demands, by key
/// @param workspace that it has opened; null before
record Agreement(
        UUID id,
        UUID caseId,
        int version,
        String number,
        String title,
        Stage stage,
        LocalDate from,
        LocalDate until,
        Party partner,
        Map<String, String> heads,
        List<Signatory> parties,
        List<GrantedTable> tables,
        @Nullable UUID workspace) {

    static final List<String> HEADS = List.of(
            "SCENARIO",
            "DATA_LIST",
            "CALL_METHOD",
            "PERIOD",
            "FEES",
            "RESPONSIBILITY",
            "SUPERVISION",
            "CONFIDENTIALITY");

    /// Where an agreement stands.
    enum Stage {
        DRAFT,
        SIGNING,
        IN_FORCE,
        SUSPENDED,
        TERMINATED,
        EXPIRED
    }

    /// What can be done with it.
    enum Step {
        FILL,
        SIGN,
        SUSPEND,
        RESUME,
        TERMINATE,
        EXPIRE
    }

    /// Who is to sign, and has.
    ///
    /// @param signature id of the entry in the evidence that holds the act of signing
    /// @param seal the signature itself; null before, and for what was signed before there were keys
    record Signatory(
            Party party,
            Role role,
            @Nullable Instant signedAt,
            @Nullable String signedBy,
            @Nullable String signature,
            @Nullable Signature seal) {}

    /// What a party signs: this very text, by whom, when.
    Map<String, String> signed(Actor actor, Instant at) {
        return Map.of(
                "agreement", id.toString(),
                "number", number,
                "sm3", sm3(),
                "organisation", actor.organisation().toString(),
                "organisationName", actor.organisationName(),
                "person", actor.person().toString(),
                "personName", actor.personName(),
                "role", actor.role().name(),
                "at", at.toString());
    }

    /// Whether a signature is good for the text as it stands, and for this signatory.
    boolean isSealedBy(Signatory it) {
        var seal = it.seal();
        if (seal == null || !seal.holds()) {
            return false;
        }
        var signed = Entry.of(seal.text().getBytes(StandardCharsets.UTF_8)).json();
        return signed.path("sm3").asString("").equals(sm3())
                && signed.path("agreement").asString("").equals(id.toString())
                && signed.path("organisation")
                        .asString("")
                        .equals(it.party().id().toString())
                && signed.path("role").asString("").equals(it.role().name());
    }

    List<String> missing() {
        return HEADS.stream().filter(it -> heads.getOrDefault(it, "").isBlank()).toList();
    }

    /// What is signed: SM3 of the canonical text of all that the parties agree on.
    String sm3() {
        var text = new LinkedHashMap<String, Object>();
        text.put("number", number);
        text.put("title", title);
        text.put("from", from.toString());
        text.put("until", until.toString());
        text.put("heads", heads);
        text.put(
                "parties",
                parties.stream()
                        .map(it -> it.party().id() + " " + it.role().name())
                        .toList());
        text.put(
                "tables",
                tables.stream()
                        .map(it -> Map.of(
                                "resource", it.resource().toString(),
                                "columns", it.columns(),
                                "masks", new LinkedHashMap<String, Object>(names(it))))
                        .toList());
        return HashFunction.SM3.of(Entry.of(text).bytes()).hex();
    }

    private static Map<String, String> names(GrantedTable it) {
        var names = new LinkedHashMap<String, String>();
        it.masks().forEach((column, mask) -> names.put(column, mask.name()));
        return names;
    }

    boolean isPartyOf(Actor actor) {
        return signatory(actor) != null;
    }

    @Nullable
    Signatory signatory(Actor actor) {
        return parties.stream()
                .filter(it -> it.party().id().equals(actor.organisation()) && it.role() == actor.role())
                .findFirst()
                .orElse(null);
    }

    boolean isSignedByAll() {
        return parties.stream().allMatch(it -> it.signedAt() != null);
    }

    Agreement with(Map<String, String> filled) {
        return new Agreement(
                id,
                caseId,
                version + 1,
                number,
                title,
                stage,
                from,
                until,
                partner,
                filled,
                parties,
                tables,
                workspace);
    }

    Agreement signed(Actor actor, Instant at, String signature, Signature seal) {
        var after = parties.stream()
                .map(it -> it.party().id().equals(actor.organisation()) && it.role() == actor.role()
                        ? new Signatory(it.party(), it.role(), at, actor.personName(), signature, seal)
                        : it)
                .toList();
        var all = after.stream().allMatch(it -> it.signedAt() != null);
        return new Agreement(
                id,
                caseId,
                version + 1,
                number,
                title,
                all ? Stage.IN_FORCE : Stage.SIGNING,
                from,
                until,
                partner,
                heads,
                after,
                tables,
                workspace);
    }

    Agreement in(Stage next) {
        return new Agreement(
                id, caseId, version + 1, number, title, next, from, until, partner, heads, parties, tables, workspace);
    }

    Agreement opened(UUID it) {
        return new Agreement(
                id, caseId, version + 1, number, title, stage, from, until, partner, heads, parties, tables, it);
    }
}
