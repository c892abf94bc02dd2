package org.mingqu.platform.listing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.Entry;
import org.mingqu.platform.documents.OfficialDocuments;
import org.mingqu.platform.evidence.CaseEvidence;
import org.mingqu.platform.evidence.Packages;
import org.mingqu.platform.filings.Filings;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.pricing.PriceList;
import org.mingqu.platform.procedures.CaseDocuments;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.products.Products.KnownProduct;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts a listing's package together: what the product is, its filing certificate and registration, the
/// conclusions of both reviews, the legal opinion, the price, and the receipts of all acts about the product,
/// with the signature over the manifest.
@Component
class ListingPackage {

    private static final Set<String> CONCLUSIONS = Set.of("PASS_COMPLIANCE", "PASS_SECURITY", "ADVISE", "REGISTER");

    private final Products products;
    private final Filings filings;
    private final PriceList prices;
    private final Parties parties;
    private final CaseEvidence entries;
    private final CaseDocuments documents;
    private final Packages packages;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final String address;

    ListingPackage(
            Products products,
            Filings filings,
            PriceList prices,
            Parties parties,
            CaseEvidence entries,
            CaseDocuments documents,
            Packages packages,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            @Value("${mingqu.address}") String address) {
        this.products = products;
        this.filings = filings;
        this.prices = prices;
        this.parties = parties;
        this.entries = entries;
        this.documents = documents;
        this.packages = packages;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.address = address;
    }

    /// Makes the package; the certificate in it is issued for it. Not in a transaction: receipts are of what
    /// is committed.
    byte[] make(Listing it, Actor actor) {
        var product = products.find(it.product()).orElseThrow();
        var certificate = requireNonNull(
                transaction.execute(_ -> filings.certificate(product.id(), actor, Locale.SIMPLIFIED_CHINESE, address)));
        var files = new TreeMap<String, byte[]>();
        files.put("product.json", canonical(description(product)));
        files.put("filing-certificate.pdf", bytes(certificate));
        files.put("price.json", canonical(price(product)));
        files.put("conclusions.json", canonical(Map.of("conclusions", conclusions(product))));
        filings.registered(product.id()).ifPresent(registration -> {
            files.put("national-registration.json", canonical(registration(registration)));
            attach(files, "national-registration", registration.caseId());
        });
        attach(files, "legal-opinion", it.caseId());
        var receipts = new ArrayList<UUID>();
        entries.of(product.caseId()).forEach(entry -> receipts.add(entry.id()));
        prices.on(product.id(), LocalDate.now(clock))
                .map(PriceList.KnownPrice::evidence)
                .filter(entry -> !receipts.contains(entry))
                .ifPresent(receipts::add);
        return packages.pack("listing", facts(it), files, receipts);
    }

    private Map<String, String> facts(Listing it) {
        return Map.of(
                "listing", it.number(),
                "product", it.productName(),
                "filingNo", it.filingNo(),
                "owner", it.owner().name(),
                "exchange", it.exchange(),
                "madeAt", clock.instant().toString());
    }

    private Map<String, Object> description(KnownProduct it) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", it.id().toString());
        facts.put("number", it.number());
        facts.put("name", it.name());
        facts.put("kind", it.kind().name());
        facts.put("purpose", it.purpose().name());
        facts.put("scenario", it.scenario());
        facts.put("owner", it.owner().name());
        facts.put("creditCode", creditCode(it));
        facts.put(
                "filed",
                filings.valid(it.id()).map(Filings.KnownFiling::content).orElse(Map.of()));
        facts.put(
                "madeOf",
                it.origins().stream()
                        .map(origin -> Map.of(
                                "resource", origin.name(),
                                "version", origin.version(),
                                "department", origin.department().name()))
                        .toList());
        return facts;
    }

    private @Nullable String creditCode(KnownProduct it) {
        return parties.organisation(it.owner().id())
                .map(Organisation::creditCode)
                .orElse(null);
    }

    private Map<String, Object> price(KnownProduct it) {
        var price = prices.on(it.id(), LocalDate.now(clock));
        if (price.isEmpty()) {
            return Map.of("free", true);
        }
        var sheet = price.get();
        return Map.of(
                "free", sheet.unit().signum() == 0,
                "version", sheet.version(),
                "unit", sheet.unit().toPlainString(),
                "cap", sheet.cap().toPlainString(),
                "hitOnly", sheet.hitOnly(),
                "freeCalls", sheet.freeCalls(),
                "from", sheet.from().toString(),
                "basis", sheet.basis());
    }

    /// What was concluded about compliance and security, by whom, as it was entered.
    private List<Map<String, Object>> conclusions(KnownProduct it) {
        return entries.of(it.caseId()).stream()
                .map(entry -> json.readTree(entry.content()))
                .filter(entry ->
                        CONCLUSIONS.contains(entry.path("facts").path("step").asString("")))
                .map(ListingPackage::conclusion)
                .toList();
    }

    private static Map<String, Object> conclusion(JsonNode entry) {
        return Map.of(
                "step", entry.path("facts").path("step").asString(""),
                "opinion", entry.path("facts").path("opinion").asString(""),
                "organisation", entry.path("organisationName").asString(""),
                "at", entry.path("at").asString(""),
                "entry", entry.path("id").asString(""));
    }

    private static Map<String, Object> registration(Filings.KnownRegistration it) {
        return Map.of(
                "code", it.code(),
                "agency", it.agency(),
                "codedOn", String.valueOf(it.codedOn()),
                "validUntil", String.valueOf(it.validUntil()));
    }

    private void attach(Map<String, byte[]> files, String folder, UUID caseId) {
        for (var it : documents.of(caseId)) {
            var name = it.name().replaceAll("[^\\p{L}\\p{N}._-]", "_");
            files.put(
                    "%s/%s-%s".formatted(folder, it.id().toString().substring(0, 8), name), documents.content(it.id()));
        }
    }

    private byte[] canonical(Map<String, ?> facts) {
        return Entry.of(json.<JsonNode>valueToTree(facts)).bytes();
    }

    private static byte[] bytes(OfficialDocuments.Printed it) {
        try (var in = it.pdf().getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory can be read", e);
        }
    }
}
