package org.mingqu.platform.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

/// What the tests of articles 22 to 25 and 36 share: products, as the people of the district make and use them.
public abstract class OnTheMarket extends OnTheStreet {

    protected static final String AUTHORITY = "shuju";
    protected static final String MAKER = "tangyibo";
    protected static final String CUSTOMER = "xinhe";
    protected static final String ASSESSOR = "pinggu";
    protected static final String SCENARIO = "停车泊位热力";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    protected static String unique(String what) {
        return what + "-" + NUMBER.incrementAndGet();
    }

    protected String organisation(String username) {
        return as(username)
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
    }

    /// A released result of the maker.
    protected String work() {
        return as(MAKER).get("/api/products/works").body().get(0).required("id").asString();
    }

    protected static String terms(String name, String purpose, String scenario, String limits) {
        return """
                {"name": "%s", "kind": "INTERFACE", "purpose": "%s", "scenario": "%s", "audience": "apps",
                 "wayOfUse": "by call", "limits": "%s", "priceBasis": "cost and value"}
                """.formatted(name, purpose, scenario, limits);
    }

    protected String begun(String purpose) {
        var reply = as(MAKER)
                .post(
                        "/api/products",
                        "{\"release\": \"%s\", \"terms\": %s}"
                                .formatted(work(), terms(unique("product"), purpose, SCENARIO, "no resale")));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.body().required("line").required("id").asString();
    }

    protected JsonNode product(String id) {
        return as(AUTHORITY).get("/api/products/" + id).body();
    }

    protected Guest.Reply move(String username, String id, String step, String more) {
        return as(username)
                .post(
                        "/api/products/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"looked at\"%s}"
                                .formatted(product(id).required("version").asInt(), step, more));
    }

    protected void must(Guest.Reply reply, String stage) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.body().required("line").required("stage").asString()).isEqualTo(stage);
    }

    /// A product that is filed, reviewed by the authority alone.
    protected String filed(String purpose) {
        var id = begun(purpose);
        must(move(MAKER, id, "SUBMIT", ""), "SUBMITTED");
        must(move(AUTHORITY, id, "COMPLETE", ""), "WITH_COMPLIANCE");
        must(move(AUTHORITY, id, "PASS_COMPLIANCE", ""), "WITH_SECURITY");
        must(move(AUTHORITY, id, "PASS_SECURITY", ""), "REVIEWED");
        must(move(AUTHORITY, id, "REGISTER", ""), "FILED");
        return id;
    }

    protected Guest.Reply admit(String id, String username, String scenario, String purpose) {
        return as(MAKER)
                .post(
                        "/api/products/%s/customers".formatted(id),
                        "{\"organisation\": \"%s\", \"scenario\": \"%s\", \"purpose\": \"%s\"}"
                                .formatted(organisation(username), scenario, purpose));
    }

    protected Guest.Reply call(String username, String id, String request, String scenario) {
        return as(username)
                .post(
                        "/api/products/%s/calls".formatted(id),
                        "{\"request\": \"%s\", \"scenario\": \"%s\", \"filter\": {}}".formatted(request, scenario));
    }
}
