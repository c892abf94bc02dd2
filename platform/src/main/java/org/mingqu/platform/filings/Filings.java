package org.mingqu.platform.filings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.documents.OfficialDocuments;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Filing and registration of products for other rooms: whether they hold, and what they say.
@Service
@Transactional(readOnly = true)
public class Filings {

    private final FilingStore store;
    private final NationalStore national;
    private final OfficialDocuments documents;
    private final Texts texts;
    private final Clock clock;

    Filings(FilingStore store, NationalStore national, OfficialDocuments documents, Texts texts, Clock clock) {
        this.store = store;
        this.national = national;
        this.documents = documents;
        this.texts = texts;
        this.clock = clock;
    }

    /// The filing of a product.
    public record KnownFiling(String filingNo, LocalDate issuedOn, LocalDate validUntil, Map<String, String> content) {}

    /// The national registration of a product or a resource.
    ///
    /// @param caseId of the case that the agency's certificate was put to
    public record KnownRegistration(
            UUID caseId,
            String code,
            String agency,
            @Nullable LocalDate codedOn,
            @Nullable LocalDate validUntil) {}

    /// The filing of a product, if it holds today.
    public Optional<KnownFiling> valid(UUID product) {
        return store.of(product)
                .filter(it -> it.holdsOn(LocalDate.now(clock)))
                .map(it -> new KnownFiling(it.filingNo(), it.issuedOn(), it.validUntil(), it.content()));
    }

    /// The national registration of a product or a resource, if it holds today.
    public Optional<KnownRegistration> registered(UUID subject) {
        return national.of(subject).stream()
                .filter(it -> it.holdsOn(LocalDate.now(clock)))
                .findFirst()
                .map(it -> new KnownRegistration(
                        it.caseId(), String.valueOf(it.code()), it.agency(), it.codedOn(), it.validUntil()));
    }

    /// Issues the certificate of a filing, in the caller's transaction.
    ///
    /// @param address where the pages of this installation are opened
    @Transactional(propagation = Propagation.MANDATORY)
    public OfficialDocuments.Printed certificate(UUID product, Actor actor, Locale locale, String address) {
        var it = store.of(product).orElseThrow(() -> new Refusal.NotFound("filing"));
        if (!it.holdsOn(LocalDate.now(clock))) {
            throw new Refusal.NotOpen("filing-not-valid", "22", List.of());
        }
        var lines = List.of(
                line("number", it.filingNo(), locale),
                line("product", it.productName(), locale),
                line("owner", it.owner().name(), locale),
                line("scenario", said(it, "scenario"), locale),
                line("audience", said(it, "audience"), locale),
                line("wayOfUse", said(it, "wayOfUse"), locale),
                line("limits", said(it, "limits"), locale),
                line("priceBasis", said(it, "priceBasis"), locale),
                line("issued", it.issuedOn().toString(), locale),
                line("until", it.validUntil().toString(), locale));
        var heading = word("matter", locale);
        var sheet = new Sheet(
                "filing",
                word("title", locale),
                it.filingNo(),
                it.productName(),
                it.caseId(),
                List.of(Sheet.Section.lines(heading, lines)));
        return documents.issue(sheet, actor, locale, address);
    }

    private static String said(Filing it, String field) {
        return it.content().getOrDefault(field, "");
    }

    private Sheet.Line line(String key, String value, Locale locale) {
        return new Sheet.Line(word(key, locale), value);
    }

    private String word(String key, Locale locale) {
        return texts.of("filing.certificate." + key, Map.of(), locale);
    }
}
