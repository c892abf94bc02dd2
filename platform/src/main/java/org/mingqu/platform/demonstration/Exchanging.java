package org.mingqu.platform.demonstration;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The priced product goes to a data exchange (art. 23), whose part the demonstration's own counterpart plays.
final class Exchanging {

    private static final String MAKER = "tangyibo";
    private static final int LOOKS = 60;

    private final Cast cast;
    private final Words words;
    private final JsonMapper json;

    Exchanging(Cast cast, Words words, JsonMapper json) {
        this.cast = cast;
        this.words = words;
        this.json = json;
    }

    List<Play.Scene> scenes() {
        return List.of(
                new Play.Scene("product.registered", this::registered), new Play.Scene("product.listed", this::listed));
    }

    private String filed() {
        for (var it : cast.as(MAKER).get("/api/filings")) {
            if (it.required("mine").asBoolean()
                    && it.required("state").asString().equals("VALID")) {
                return it.required("product").asString();
            }
        }
        throw new SceneFailed("no product is filed");
    }

    private String registered() {
        var record = cast.as(MAKER)
                .post(
                        "/api/national-records",
                        json.createObjectNode()
                                .put("about", "PRODUCT")
                                .put("subject", filed())
                                .put("agency", words.of("exchange.agency")));
        for (var step : List.of("HAND_IN", "NOTE_ACCEPTANCE", "NOTE_PUBLICITY")) {
            record = noted(record, step, "");
        }
        cast.as(MAKER)
                .attach(
                        record.required("caseId").asString(),
                        words.of("exchange.certificate"),
                        words.of("exchange.certificate"));
        noted(record, "NOTE_CODE", "DEMO-4403-2026-000001");
        return record.required("id").asString();
    }

    private JsonNode noted(JsonNode record, String step, String code) {
        return cast.as(MAKER)
                .post(
                        "/api/national-records/%s/moves"
                                .formatted(record.required("id").asString()),
                        json.createObjectNode()
                                .put("version", record.required("version").asInt())
                                .put("step", step)
                                .put("code", code));
    }

    private String listed() {
        var maker = cast.as(MAKER);
        var listing = maker.post(
                "/api/listings",
                json.createObjectNode().put("product", filed()).put("exchange", words.of("exchange.name")));
        var id = listing.required("id").asString();
        maker.attach(listing.required("caseId").asString(), words.of("exchange.opinion"), words.of("exchange.opinion"));
        moved(id, "PREPARE");
        moved(id, "SEND");
        for (var look = 0; look < LOOKS && !stage(id).equals("UNDER_REVIEW"); look++) {
            Pause.of(Duration.ofMillis(500));
        }
        says(id, "LISTED", json.createObjectNode().put("number", "DEMO-SZDE-0001"));
        says(
                id,
                "TRADE",
                json.createObjectNode()
                        .put("trade", "DEMO-T-0001")
                        .put("buyer", words.of("exchange.buyer"))
                        .put("amount", "36000.00"));
        return id;
    }

    private void moved(String id, String step) {
        var maker = cast.as(MAKER);
        var version = maker.get("/api/listings/" + id).required("version").asInt();
        maker.post(
                "/api/listings/%s/moves".formatted(id),
                json.createObjectNode().put("version", version).put("step", step));
    }

    private String stage(String id) {
        return cast.as(MAKER).get("/api/listings/" + id).required("stage").asString();
    }

    private void says(String id, String kind, JsonNode body) {
        var form = json.createObjectNode().put("kind", kind).put("subject", id);
        form.set("body", body);
        cast.as("xitong").post("/api/demonstration/counterparts/exchange/words", form);
    }
}
