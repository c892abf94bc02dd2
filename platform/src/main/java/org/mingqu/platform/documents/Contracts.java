package org.mingqu.platform.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.documents.Sheet.Line;
import org.mingqu.platform.documents.Sheet.Section;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Issues contracts on paper: the text head by head, who has signed it and when, the SM3 that was signed, and the
/// signatures. A contract is made in Chinese, and so is its paper, whoever asks for it.
@Service
public class Contracts {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final OfficialDocuments documents;
    private final Texts texts;
    private final ZoneId zone;

    Contracts(OfficialDocuments documents, Texts texts, Clock clock) {
        this.documents = documents;
        this.texts = texts;
        this.zone = clock.getZone();
    }

    /// Sets a contract on pages with the seals of its parties, in the caller's transaction.
    ///
    /// @param address where the pages of this installation are opened
    @Transactional(propagation = Propagation.MANDATORY)
    public OfficialDocuments.Printed issue(Contract it, Actor actor, String address) {
        var sections = new ArrayList<Section>();
        sections.add(terms(it));
        var place = 1;
        for (var head : it.heads().entrySet()) {
            sections.add(Section.text(
                    texts.of("document.contract.head." + place, Map.of("heading", head.getKey()), LANGUAGE),
                    head.getValue()));
            place++;
        }
        sections.add(signed(it));
        sections.add(proof(it));
        var sheet = new Sheet(
                it.kind(),
                word(it.kind()),
                it.number(),
                it.title(),
                it.caseId(),
                sections,
                it.signatures().stream().map(each -> each.party().name()).toList());
        return documents.issue(sheet, actor, LANGUAGE, address);
    }

    private Section terms(Contract it) {
        return Section.lines(
                word("terms"),
                List.of(
                        new Line(word("edition"), Integer.toString(it.edition())),
                        new Line(word("from"), it.from().toString()),
                        new Line(word("until"), it.until().toString()),
                        new Line(word("stage"), it.stage())));
    }

    private Section signed(Contract it) {
        var head = List.of(word("party"), word("side"), word("person"), word("at"), word("key"));
        var rows = it.signatures().stream()
                .map(each -> List.of(
                        each.party().name(),
                        each.side(),
                        said(each.person()),
                        moment(each.at()),
                        each.seal() == null ? "" : each.seal().keyId()))
                .toList();
        return Section.table(word("signatures"), head, rows);
    }

    /// What a signature is checked with.
    private Section proof(Contract it) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(word("sm3"), it.sm3()));
        for (var each : it.signatures()) {
            var party = Map.of("party", each.party().name());
            if (each.seal() != null) {
                lines.add(new Line(
                        texts.of("document.contract.value", party, LANGUAGE),
                        each.seal().value()));
            }
            lines.add(new Line(texts.of("document.contract.entry", party, LANGUAGE), said(each.entry())));
        }
        return Section.lines(word("proof"), lines);
    }

    private String word(String key) {
        return texts.of("document.contract." + key, Map.of(), LANGUAGE);
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private String moment(@Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                        .withZone(zone)
                        .format(at);
    }
}
