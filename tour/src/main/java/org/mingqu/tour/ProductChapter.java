package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A product from the released result: reviewed by an assessor, filed, priced, used, billed (art. 22, 24, 36), and a
/// wrong value in it on its way back to the department (art. 25).
final class ProductChapter {

    private static final String COLUMN = "平均月租金";
    private static final int CALLS = 5;
    private static final int FREE = 2;
    private static final BigDecimal UNIT = new BigDecimal("1.65");

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Moves moves;
    private final String scenario;

    /// The chapter for one maker.
    ///
    /// @param scenario the approved scenario, by its title
    ProductChapter(Stage stage, String scenario) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.moves = new Moves(stage);
        this.scenario = scenario;
    }

    /// From the result to the filing number.
    ///
    /// @return id of the product
    String filed(String release) {
        var maker = cast.partner();
        var terms = form().put("name", stage.words().of("years.product"))
                .put("kind", "INTERFACE")
                .put("purpose", "INDUSTRY")
                .put("scenario", scenario)
                .put("audience", stage.words().of("years.audience"))
                .put("wayOfUse", stage.words().of("years.way"))
                .put("limits", stage.words().of("years.limits"))
                .put("priceBasis", stage.words().of("years.basis"));
        var form = form().put("release", release);
        form.set("terms", terms);
        var id = text(maker.post("/api/products", form).required("line"), "id");
        moves.take(maker, path(id), "SUBMIT", "");
        diary.did(maker, "22", id, "act.product-submit", stage.words().of("years.product"));
        moves.take(cast.authority(), path(id), "COMPLETE", "");
        var assessor = text(cast.authority().get("/api/products/assessors").get(0), "id");
        moves.take(cast.authority(), path(id), "APPOINT", "", form().put("assessor", assessor));
        diary.did(cast.authority(), "22", id, "act.appoint");
        moves.take(cast.assessor(), path(id), "PASS_COMPLIANCE", "years.compliant");
        diary.did(cast.assessor(), "22", id, "act.compliant");
        moves.take(cast.assessor(), path(id), "PASS_SECURITY", "years.safe");
        moves.take(cast.authority(), path(id), "REGISTER", "years.register");
        diary.did(cast.authority(), "22", id, "act.register-product");
        return id;
    }

    /// What it costs, what it may cost at most, and what was used: the bill is the metered use.
    void sold(String id) {
        for (var line : new String[] {"PLATFORM", "OPERATION", "LABOUR"}) {
            cast.operator().post("/api/pricing/costs", cost(line));
        }
        diary.did(cast.operator(), "24", "LABOUR", "act.costs");
        var first = stage.today().withDayOfMonth(1);
        var period = cast.authority()
                .post(
                        "/api/pricing/periods",
                        form().put("from", first.toString())
                                .put("until", first.plusYears(1).minusDays(1).toString())
                                .put("yieldBp", 180)
                                .put("marginBp", 600)
                                .put("tax", 0)
                                .put("operator", cast.operator().organisationId()));
        cast.authority()
                .post(
                        "/api/pricing/periods/%s/caps".formatted(text(period, "id")),
                        form().put("product", id).put("amount", 2).put("volume", 600_000));
        cast.partner().post("/api/pricing/products/%s/sheets".formatted(id), sheet());
        diary.did(cast.partner(), "24", id, "act.sheet", UNIT);
        var customer = cast.stranger();
        cast.partner()
                .post(
                        path(id) + "/customers",
                        form().put("organisation", customer.organisationId())
                                .put("scenario", scenario)
                                .put("purpose", "INDUSTRY"));
        for (var call = 1; call <= CALLS; call++) {
            customer.post(path(id) + "/calls", call(call, scenario));
        }
        customer.post(path(id) + "/calls", call(CALLS, scenario)); // the same request again is the same use
        var problem = customer.refused(
                "POST",
                path(id) + "/calls",
                call(CALLS + 1, stage.words().of("years.elsewhere")),
                409,
                "product-other-scenario");
        diary.refusal(customer, problem, "refused.other-scenario");
        bill(id, customer);
    }

    private void bill(String id, Person customer) {
        var bill = cast.partner()
                .post("/api/pricing/bills", form().put("product", id).put("customer", customer.organisationId()));
        diary.did(cast.partner(), "24", id, "act.bill", customer.organisation());
        var due = UNIT.multiply(BigDecimal.valueOf(CALLS - FREE));
        Expect.that(
                "expect.bill",
                bill.required("bill").required("amount").decimalValue().compareTo(due) == 0,
                due,
                Person.shortened(bill.toString()));
        diary.held("held.bill", CALLS, FREE, due);
    }

    private ObjectNode cost(String line) {
        return form().put("day", stage.today().toString())
                .put("line", line)
                .put("amount", 900_000)
                .put("industryShareBp", 10_000)
                .put("proof", stage.words().of("years.cost"));
    }

    private ObjectNode sheet() {
        return form().put("unit", UNIT)
                .put("hitOnly", true)
                .put("freeCalls", FREE)
                .put("from", stage.today().toString())
                .put("basis", stage.words().of("years.basis"))
                .put("valuer", stage.words().of("years.valuer"))
                .put("valuation", 880_000);
    }

    private static JsonNode call(int number, String scenario) {
        var form = form().put("request", "years-" + number).put("scenario", scenario);
        form.putObject("filter");
        return form;
    }

    /// From a value that a user doubts to the department that answers for it, with a term.
    void doubted(String id) {
        var customer = cast.stranger();
        var reported = customer.post(
                        "/api/quality-tickets",
                        form().put("product", id)
                                .put("column", COLUMN)
                                .put("sample", stage.words().of("years.doubt")))
                .get(0)
                .required("ticket");
        var ticket = text(reported, "id");
        diary.did(customer, "25", ticket, "act.ticket", COLUMN);
        var department = cast.housing();
        Expect.same("expect.department", department.organisation(), text(reported.required("department"), "name"));
        var now = department.get("/api/quality-tickets/" + ticket).required("ticket");
        department.post(
                "/api/quality-tickets/%s/moves".formatted(ticket),
                form().put("version", now.required("version").asInt())
                        .put("step", "EXPLAIN")
                        .put("opinion", stage.words().of("years.explained")));
        diary.did(department, "25", ticket, "act.explain");
    }

    private static String path(String id) {
        return "/api/products/" + id;
    }
}
