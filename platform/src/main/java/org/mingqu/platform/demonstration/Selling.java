package org.mingqu.platform.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Products (art. 22 to 25, 36): one that is filed, priced, used and billed, one under review by an assessor, a wrong
/// value on its way to the department, a leak that was reported.
final class Selling {

    private static final String MAKER = "tangyibo";
    private static final String CUSTOMER = "xinhe";
    private static final String WELFARE = "kangning";
    private static final String ASSESSOR = "pinggu";
    private static final String SQL = "select road, sum(vehicles) as vehicles from traffic_counts group by road";
    private static final int CALLS = 5;

    private final Cast cast;
    private final Workbench bench;
    private final Words words;
    private final LocalDate today;
    private final JsonMapper json;

    Selling(Cast cast, Workbench bench, Words words, LocalDate today, JsonMapper json) {
        this.cast = cast;
        this.bench = bench;
        this.words = words;
        this.today = today;
        this.json = json;
    }

    List<Play.Scene> scenes(String parking) {
        var scenes = new ArrayList<Play.Scene>();
        scenes.add(new Play.Scene("pricing.costs", this::costs));
        scenes.add(new Play.Scene("product.filed", () -> filed(parking)));
        scenes.add(new Play.Scene("product.priced", this::priced));
        scenes.add(new Play.Scene("product.used", this::used));
        scenes.addAll(new Exchanging(cast, words, json).scenes());
        scenes.add(new Play.Scene("product.reviewed", this::underReview));
        scenes.add(new Play.Scene("quality.ticket", this::ticket));
        scenes.add(new Play.Scene("leak.reported", this::leak));
        return scenes;
    }

    private String costs() {
        cost("PLATFORM", 1_200_000);
        cost("OPERATION", 500_000);
        cost("LABOUR", 900_000);
        cost("SUBSIDY", 400_000);
        return "";
    }

    private void cost(String line, int amount) {
        var form = json.createObjectNode()
                .put("day", today.toString())
                .put("line", line)
                .put("amount", amount)
                .put("industryShareBp", 10_000)
                .put("proof", words.of("cost." + line));
        cast.as(Cases.OPERATOR).post("/api/pricing/costs", form);
    }

    private String filed(String title) {
        var product = begun(MAKER, released(title), "product.traffic", title, "INTERFACE", "INDUSTRY");
        move(product, MAKER, "SUBMIT", "");
        move(product, Cases.AUTHORITY, "COMPLETE", "");
        appoint(product);
        move(product, ASSESSOR, "PASS_COMPLIANCE", "product.compliant");
        move(product, ASSESSOR, "PASS_SECURITY", "product.safe");
        move(product, Cases.AUTHORITY, "REGISTER", "product.file");
        customer(product, CUSTOMER, title, "INDUSTRY");
        customer(product, WELFARE, title, "WELFARE");
        return product;
    }

    /// A result of the maker that has left.
    private String released(String title) {
        var maker = cast.as(MAKER);
        for (var it : maker.get("/api/workspaces")) {
            if (it.required("title").asString().equals(title)) {
                var run = maker.post(
                        "/api/workspaces/%s/runs".formatted(it.required("id").asString()),
                        json.createObjectNode().put("sql", SQL).put("lane", "REVIEWED"));
                var release = maker.post(
                                "/api/releases",
                                json.createObjectNode()
                                        .put("run", run.required("id").asString())
                                        .put("purpose", words.of("product.traffic.release"))
                                        .put("recipientNote", ""))
                        .required("id")
                        .asString();
                bench.move(release, Cases.OPERATOR, "FORWARD", "opinion.release.forward");
                bench.approve(release);
                maker.fetch("/api/releases/%s/file".formatted(release));
                return release;
            }
        }
        throw new SceneFailed("there is no workspace " + title);
    }

    private String begun(String maker, String release, String key, String scenario, String kind, String purpose) {
        var terms = json.createObjectNode()
                .put("name", words.of(key))
                .put("kind", kind)
                .put("purpose", purpose)
                .put("scenario", scenario)
                .put("audience", words.of(key + ".audience"))
                .put("wayOfUse", words.of(key + ".way"))
                .put("limits", words.of(key + ".limits"))
                .put("priceBasis", words.of(key + ".basis"));
        var form = json.createObjectNode().put("release", release);
        form.set("terms", terms);
        return cast.as(maker)
                .post("/api/products", form)
                .required("line")
                .required("id")
                .asString();
    }

    private void appoint(String product) {
        var authority = cast.as(Cases.AUTHORITY);
        var assessor = authority.get("/api/products/assessors").get(0).required("id");
        send(product, Cases.AUTHORITY, "APPOINT", "", json.createObjectNode().put("assessor", assessor.asString()));
    }

    private void move(String product, String username, String step, String opinion) {
        send(product, username, step, opinion, json.createObjectNode());
    }

    private void send(String product, String username, String step, String opinion, ObjectNode form) {
        var person = cast.as(username);
        var version = person.get("/api/products/" + product).required("version").asInt();
        form.put("version", version).put("step", step).put("opinion", opinion.isEmpty() ? "" : words.of(opinion));
        person.post("/api/products/%s/moves".formatted(product), form);
    }

    private void customer(String product, String username, String scenario, String purpose) {
        var form = json.createObjectNode()
                .put("organisation", organisation(username))
                .put("scenario", scenario)
                .put("purpose", purpose);
        cast.as(MAKER).post("/api/products/%s/customers".formatted(product), form);
    }

    private String organisation(String username) {
        return cast.as(username)
                .get("/api/session")
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
    }

    private String priced() {
        var product = product().required("id").asString();
        var period = cast.as(Cases.AUTHORITY)
                .post(
                        "/api/pricing/periods",
                        json.createObjectNode()
                                .put("from", today.withDayOfMonth(1).toString())
                                .put(
                                        "until",
                                        today.withDayOfMonth(1)
                                                .plusYears(1)
                                                .minusDays(1)
                                                .toString())
                                .put("yieldBp", 180)
                                .put("marginBp", 600)
                                .put("tax", 0)
                                .put("operator", organisation(Cases.OPERATOR)));
        cast.as(Cases.AUTHORITY)
                .post(
                        "/api/pricing/periods/%s/caps"
                                .formatted(period.required("id").asString()),
                        json.createObjectNode()
                                .put("product", product)
                                .put("amount", 2)
                                .put("volume", 600_000));
        var sheet = json.createObjectNode()
                .put("unit", new java.math.BigDecimal("1.65"))
                .put("hitOnly", true)
                .put("freeCalls", 2)
                .put("from", today.toString())
                .put("basis", words.of("product.traffic.basis"))
                .put("valuer", words.of("price.valuer"))
                .put("valuation", 880_000);
        cast.as(MAKER).post("/api/pricing/products/%s/sheets".formatted(product), sheet);
        return product;
    }

    private JsonNode product() {
        for (var it : cast.as(MAKER).get("/api/products")) {
            if (it.required("stage").asString().equals("FILED")) {
                return it;
            }
        }
        throw new SceneFailed("no product is filed");
    }

    private String used() {
        var it = product();
        var product = it.required("id").asString();
        var scenario = it.required("scenario").asString();
        for (var number = 1; number <= CALLS; number++) {
            call(product, CUSTOMER, "demo-" + number, scenario);
        }
        call(product, WELFARE, "demo-1", scenario);
        try {
            call(product, CUSTOMER, "demo-other", words.of("product.other"));
            throw new IllegalStateException("a use for another scenario was answered");
        } catch (SceneFailed refused) {
            // That it was tried is on record now.
        }
        var form = json.createObjectNode().put("product", product).put("customer", organisation(CUSTOMER));
        cast.as(MAKER).post("/api/pricing/bills", form);
        return product;
    }

    private void call(String product, String username, String request, String scenario) {
        var form = json.createObjectNode().put("request", request).put("scenario", scenario);
        form.putObject("filter");
        cast.as(username).post("/api/products/%s/calls".formatted(product), form);
    }

    private String underReview() {
        var works = cast.as(WELFARE).get("/api/products/works");
        var work = works.get(0);
        var product = begun(
                WELFARE,
                work.required("id").asString(),
                "product.elders",
                work.required("scenario").asString(),
                "REPORT",
                "WELFARE");
        move(product, WELFARE, "SUBMIT", "");
        move(product, Cases.AUTHORITY, "COMPLETE", "");
        appoint(product);
        return product;
    }

    private String ticket() {
        var form = json.createObjectNode()
                .put("product", product().required("id").asString())
                .put("column", "vehicles")
                .put("sample", words.of("quality.sample"));
        return cast.as(CUSTOMER)
                .post("/api/quality-tickets", form)
                .get(0)
                .required("ticket")
                .required("id")
                .asString();
    }

    private String leak() {
        var form = json.createObjectNode().put("what", words.of("leak.what"));
        return cast.as("minzheng").post("/api/leaks", form).required("id").asString();
    }
}
