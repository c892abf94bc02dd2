package org.mingqu.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.ledger.Fault;
import org.mingqu.ledger.Verifier;
import org.mingqu.ledger.VerifyingKey;
import org.mingqu.platform.Guest;
import org.mingqu.platform.filings.FilingLapsed;
import org.mingqu.platform.products.OnTheMarket;
import org.mingqu.platform.workspace.WorkspaceSuspended;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@DisplayName(
        "Article 23: what was reviewed and filed can be listed at a data exchange, and is withdrawn when it may not be")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article23Test extends OnTheMarket {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path directory;

    private Guest.Reply begin(String username, String product) {
        return as(username)
                .post("/api/listings", "{\"product\": \"%s\", \"exchange\": \"an exchange\"}".formatted(product));
    }

    private JsonNode listing(String id) {
        return as(AUTHORITY).get("/api/listings/" + id).body();
    }

    private String stage(String id) {
        return listing(id).required("stage").asString();
    }

    private Guest.Reply take(String username, String id, String step) {
        return as(username)
                .post(
                        "/api/listings/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"so be it\"}"
                                .formatted(listing(id).required("version").asInt(), step));
    }

    private Guest.Reply says(String id, String kind, String body) {
        return as("xitong")
                .post(
                        "/api/demonstration/counterparts/exchange/words",
                        "{\"kind\": \"%s\", \"subject\": \"%s\", \"body\": %s}".formatted(kind, id, body));
    }

    private String opened(String product) {
        var reply = begin(MAKER, product);
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.text("id");
    }

    private String prepared(String product) {
        var id = opened(product);
        as(MAKER)
                .attach("/api/cases/%s/documents"
                        .formatted(listing(id).required("caseId").asString()));
        var reply = take(MAKER, id, "PREPARE");
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return id;
    }

    private String listed(String product) {
        var id = prepared(product);
        assertThat(take(MAKER, id, "SEND").status()).isEqualTo(200);
        until(() -> stage(id).equals("UNDER_REVIEW"));
        assertThat(says(id, "LISTED", "{\"number\": \"SZDE-1\"}").status()).isEqualTo(200);
        assertThat(stage(id)).isEqualTo("LISTED");
        return id;
    }

    private static void until(BooleanSupplier what) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            try {
                Thread.sleep(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void only_the_maker_lists_and_only_what_is_filed_and_has_a_price_or_is_free() {
        assertThat(begin(MAKER, begun("WELFARE")).problem()).isEqualTo("listing-not-filed");
        var priceless = filed("INDUSTRY");
        assertThat(begin(MAKER, priceless).problem()).isEqualTo("listing-no-price");
        var free = filed("WELFARE");
        assertThat(begin(CUSTOMER, free).status()).isEqualTo(404);
        assertThat(begin(AUTHORITY, free).status()).isEqualTo(403);
        assertThat(begin("yunying", free).problem()).isEqualTo("listing-not-yours");

        assertThat(begin(MAKER, free).status()).isEqualTo(201);

        assertThat(begin(MAKER, free).problem()).isEqualTo("listing-running");
    }

    @Test
    void no_package_is_made_without_the_legal_opinion_and_none_is_sent_before_it_is_made() {
        var id = opened(filed("WELFARE"));

        assertThat(take(MAKER, id, "SEND").problem()).isEqualTo("step-not-open");
        assertThat(take(MAKER, id, "PREPARE").problem()).isEqualTo("listing-no-opinion");
        assertThat(as(MAKER).get("/api/listings/%s/package".formatted(id)).problem())
                .isEqualTo("listing-no-package");
        assertThat(take(AUTHORITY, id, "PREPARE").status()).isEqualTo(403);
        assertThat(as(MAKER)
                        .post("/api/listings/%s/moves".formatted(id), "{\"version\": 99, \"step\": \"WITHDRAW\"}")
                        .problem())
                .isEqualTo("changed-meanwhile");
    }

    @Test
    void the_package_verifies_offline_with_the_platforms_key_alone_and_a_changed_byte_is_named() throws IOException {
        var id = prepared(filed("WELFARE"));
        var file = directory.resolve("a.zip");
        Files.write(
                file,
                as(MAKER).get("/api/listings/%s/package".formatted(id)).whole().body());
        var key = as(MAKER).get("/api/evidence/key").whole().body();
        var verifier = new Verifier(VerifyingKey.of(new String(key, StandardCharsets.UTF_8)));

        var report = verifier.verifyPackage(file);

        assertThat(report.holds()).as("%s", report.faults()).isTrue();
        assertThat(report.proved()).isGreaterThan(5);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream()
                            .map(it -> it.getName().replaceAll("[/].*", ""))
                            .distinct())
                    .contains(
                            "manifest.json",
                            "signature.json",
                            "product.json",
                            "filing-certificate.pdf",
                            "price.json",
                            "conclusions.json",
                            "legal-opinion",
                            "receipts");
            var conclusions = new String(
                    zip.getInputStream(zip.getEntry("conclusions.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(conclusions).contains("PASS_COMPLIANCE", "PASS_SECURITY", "looked at");
        }
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.replaceFirst("PASS_SECURITY", "PASS_SECURITX"), StandardCharsets.ISO_8859_1);
        assertThat(verifier.verifyPackage(file).faults())
                .extracting(Fault::kind, it -> it.parameters().get("file"))
                .contains(org.assertj.core.groups.Tuple.tuple(Fault.Kind.PACKAGE_CHANGED, "conclusions.json"));
        assertThat(as("wangxin").get("/api/listings/%s/package".formatted(id)).status())
                .isIn(403, 404);
    }

    @Test
    void the_exchange_reviews_lists_suspends_and_resumes_and_tells_of_trades_that_count_once() {
        var id = listed(filed("WELFARE"));
        assertThat(listing(id).required("exchangeNo").asString()).isEqualTo("SZDE-1");
        assertThat(says(id, "LISTED", "{}").status()).as("twice").isEqualTo(409);
        assertThat(says(id, "SUSPENDED", "{\"reason\": \"a question\"}").status())
                .isEqualTo(200);
        assertThat(listing(id).required("reason").asString()).isEqualTo("a question");
        assertThat(says(id, "RESUMED", "{}").status()).isEqualTo(200);
        var trade = "{\"trade\": \"T-1\", \"buyer\": \"a buyer\", \"amount\": \"1200.50\"}";

        assertThat(says(id, "TRADE", trade).status()).isEqualTo(200);
        assertThat(says(id, "TRADE", trade).status()).isEqualTo(200);
        assertThat(says(id, "TRADE", trade.replace("1200.50", "-1")).status()).isEqualTo(200);
        assertThat(says(id, "TRADE", trade.replace("T-1", "T-2").replace("1200.50", "-1"))
                        .status())
                .isEqualTo(409);

        assertThat(listing(id).required("trades")).hasSize(1);
        assertThat(listing(id).required("trades").get(0).required("amount").asDouble())
                .isEqualTo(1200.5);
        assertThat(take(MAKER, id, "WITHDRAW").status()).isEqualTo(200);
        assertThat(says(id, "RESUMED", "{}").status()).isEqualTo(409);
    }

    @Test
    void the_exchange_can_refuse() {
        var product = filed("WELFARE");
        var id = prepared(product);
        take(MAKER, id, "SEND");
        until(() -> stage(id).equals("UNDER_REVIEW"));

        assertThat(says(id, "REFUSED", "{\"reason\": \"no demand\"}").status()).isEqualTo(200);

        assertThat(stage(id)).isEqualTo("REFUSED");
        assertThat(take(MAKER, id, "WITHDRAW").problem()).isEqualTo("step-not-open");
        assertThat(begin(MAKER, product).status()).as("and again").isEqualTo(201);
    }

    @Test
    void a_product_whose_filing_is_revoked_is_withdrawn_by_itself_and_the_exchange_is_told() {
        var product = filed("WELFARE");
        var id = listed(product);

        must(move(AUTHORITY, product, "REVOKE", ""), "REVOKED");

        assertThat(stage(id)).isEqualTo("WITHDRAWN");
        assertThat(listing(id).required("reason").asString()).isIn("product-ended", "filing-cancelled");
        until(() -> as("xitong")
                .get("/api/outside")
                .body()
                .required("messages")
                .valueStream()
                .anyMatch(it -> it.required("subject").asString().equals(id)
                        && it.required("kind").asString().equals("WITHDRAWAL")
                        && it.required("state").asString().equals("ANSWERED")));
    }

    @Test
    void a_filing_that_runs_out_and_a_use_that_is_stopped_withdraw_it_too() {
        var product = filed("WELFARE");
        var id = listed(product);
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new FilingLapsed(java.util.UUID.fromString(product), "filing-expired")));
        assertThat(listing(id).required("reason").asString()).isEqualTo("filing-expired");
        var other = listed(product);
        var workspace = java.util.UUID.fromString(
                product(product).required("derivation").required("workspace").asString());

        transaction.executeWithoutResult(_ -> events.publishEvent(new WorkspaceSuspended(workspace, workspace)));

        assertThat(listing(other).required("reason").asString()).isEqualTo("use-suspended");
        assertThat(stage(other)).isEqualTo("WITHDRAWN");
        assertThat(LocalDate.parse(listing(other).required("begunOn").asString()))
                .isNotNull();
    }
}
