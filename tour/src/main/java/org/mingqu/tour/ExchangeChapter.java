package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.mingqu.ledger.Verifier;
import org.mingqu.ledger.VerifyingKey;
import tools.jackson.databind.JsonNode;

/// A filed product at a data exchange: its package verifies without the platform, the exchange lists it and tells of a
/// trade (art. 23). And what is searched for is found by those whose case it is, and by nobody else.
final class ExchangeChapter {

    private static final Duration SENT_WITHIN = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final String NUMBER = "SZDE-2025-0617";

    private final Stage stage;
    private final Diary diary;
    private final Moves moves;
    private final Person maker;

    ExchangeChapter(Stage stage) {
        this.stage = stage;
        this.diary = stage.diary();
        this.moves = new Moves(stage);
        this.maker = stage.cast().partner();
    }

    /// From the legal opinion to the first trade.
    void listed(String product) {
        var form = form().put("product", product).put("exchange", stage.words().of("years.exchange"));
        var listing = maker.post("/api/listings", form);
        var id = text(listing, "id");
        var path = path(id);
        diary.did(maker, "23", id, "act.listing");
        var problem = moves.refused(maker, maker, path, "PREPARE", 409, "listing-no-opinion");
        diary.refusal(maker, problem, "refused.no-legal-opinion");
        maker.attach(
                "/api/cases/" + text(listing, "caseId"),
                stage.words().of("years.document"),
                stage.words().of("years.legal").getBytes(StandardCharsets.UTF_8));
        moves.take(maker, path, "PREPARE", "years.legal");
        verified(id);
        moves.take(maker, path, "SEND", "");
        diary.did(maker, "23", id, "act.listing-sent");
        await(path, "UNDER_REVIEW");
        says(id, "LISTED", form().put("number", NUMBER));
        Expect.same("expect.listed", NUMBER, text(maker.get(path), "exchangeNo"));
        var trade = form().put("trade", "T-1").put("buyer", "years").put("amount", "1200.50");
        says(id, "TRADE", trade);
        says(id, "TRADE", trade);
        Expect.same("expect.trades", 1, maker.get(path).required("trades").size());
        diary.held("held.listed", NUMBER);
    }

    private void says(String id, String kind, JsonNode body) {
        var word = form().put("kind", kind).put("subject", id);
        word.set("body", body);
        stage.cast().as("xitong").post("/api/demonstration/counterparts/exchange/words", word);
    }

    private void await(String path, String wanted) {
        var end = System.nanoTime() + SENT_WITHIN.toNanos();
        while (!text(maker.get(path), "stage").equals(wanted)) {
            Expect.that("expect.sent", System.nanoTime() < end, wanted, text(maker.get(path), "stage"));
            Pause.of(GLANCE);
        }
    }

    private void verified(String id) {
        var key = VerifyingKey.of(maker.fetchText("/api/evidence/key"));
        Path file = null;
        try {
            file = Files.createTempFile("listing", ".zip");
            Files.write(file, maker.fetch(path(id) + "/package").body());
            var report = new Verifier(key).verifyPackage(file);
            Expect.that("expect.package", report.holds(), "0", report.faults());
            diary.held("held.package", report.proved());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (file != null) {
                file.toFile().delete();
            }
        }
    }

    /// Who has a part in a case finds it by its title, who has none does not.
    void searched(String title) {
        Expect.that("expect.found", finds(maker, title), title, "-");
        Expect.that("expect.found", finds(stage.cast().authority(), title), title, "-");
        Expect.that("expect.not-found", !finds(stage.cast().assessor(), title), "-", title);
        Expect.that("expect.not-found", !finds(stage.cast().stranger(), title), "-", title);
        diary.held("held.search", title);
    }

    private static boolean finds(Person by, String title) {
        return by
                .get("/api/search?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8))
                .findValuesAsString("path")
                .stream()
                .anyMatch(it -> it.startsWith("/cases/"));
    }

    private static String path(String id) {
        return "/api/listings/" + id;
    }
}
