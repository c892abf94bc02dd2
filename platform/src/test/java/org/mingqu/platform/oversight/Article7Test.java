package org.mingqu.platform.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.ledger.Verifier;
import org.mingqu.ledger.VerifyingKey;
import org.mingqu.platform.products.OnTheMarket;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 7: each regulator sees exactly its remit, every look is on record, and so is what was refused")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article7Test extends OnTheMarket {

    private static final String FINANCE = "caizheng";
    private static final String POLICE = "gongan";
    private static final String CYBERSPACE = "wangxin";

    @Autowired
    JdbcClient sql;

    @TempDir
    Path directory;

    private JsonNode remit(String username) {
        var reply = as(username).get("/api/oversight");
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.body();
    }

    private List<String> kinds(String username) {
        return remit(username).required("cases").findValuesAsString("kind").stream()
                .distinct()
                .toList();
    }

    private long acts(String act, String what) {
        return as("shenjiyuan")
                .get("/api/evidence?size=100&q=" + what)
                .body()
                .required("items")
                .valueStream()
                .filter(it -> it.required("act").asString().equals(act))
                .count();
    }

    private String caseOf(String username, String kind) {
        for (JsonNode it : remit(username).required("cases")) {
            if (it.required("kind").asString().equals(kind)) {
                return it.required("id").asString();
            }
        }
        throw new AssertionError(username + " sees no " + kind);
    }

    @Test
    void finance_sees_products_and_income_and_no_incident_and_the_police_incidents_and_no_product() {
        filed("WELFARE");

        assertThat(remit(FINANCE).required("remit").asString()).isEqualTo("FINANCE");
        assertThat(kinds(FINANCE)).contains("PRODUCT").doesNotContain("INCIDENT", "LEAK", "RELEASE");
        assertThat(remit(FINANCE).required("income")).isNotEmpty();
        assertThat(kinds(POLICE)).contains("LEAK").doesNotContain("PRODUCT", "LISTING", "RELEASE");
        assertThat(remit(POLICE).required("income")).isEmpty();
        assertThat(as(MAKER).get("/api/oversight").status()).isEqualTo(403);
        assertThat(as(AUTHORITY).get("/api/oversight").status()).isEqualTo(403);
    }

    @Test
    void of_incidents_a_regulator_sees_those_that_were_reported_to_it() {
        var seen = remit(CYBERSPACE)
                .required("cases")
                .valueStream()
                .filter(it -> it.required("kind").asString().equals("INCIDENT"))
                .map(it -> it.required("id").asString())
                .toList();
        var drills = as(AUTHORITY)
                .get("/api/incidents")
                .body()
                .valueStream()
                .filter(it -> it.required("drill").asBoolean())
                .map(it -> it.required("caseId").asString())
                .toList();

        assertThat(seen).doesNotContainAnyElementsOf(drills);
    }

    @Test
    void a_case_of_the_remit_opens_with_its_acts_and_the_look_is_entered() {
        filed("WELFARE");
        var id = caseOf(FINANCE, "PRODUCT");

        var reply = as(FINANCE).get("/api/oversight/cases/" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().required("acts")).isNotEmpty();
        assertThat(acts("regulator-looked", id)).isEqualTo(1);
    }

    @Test
    void a_request_outside_the_remit_is_refused_and_entered() {
        filed("WELFARE");
        var product = caseOf(FINANCE, "PRODUCT");

        var reply = as(POLICE).get("/api/oversight/cases/" + product);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("outside-remit");
        assertThat(reply.text("article")).isEqualTo("7");
        assertThat(acts("regulator-refused", product)).isEqualTo(1);
        assertThat(as(POLICE).get("/api/products").problem()).isEqualTo("outside-remit");
        assertThat(as(POLICE).get("/api/pricing/bills").problem()).isEqualTo("outside-remit");
        assertThat(as(FINANCE).get("/api/products").status()).isEqualTo(200);
        assertThat(as(FINANCE).get("/api/pricing/bills").status()).isEqualTo(200);
        assertThat(acts("regulator-refused", "/api/pricing/bills")).isPositive();
    }

    @Test
    void what_is_taken_away_is_asked_a_purpose_and_verifies_offline() throws IOException {
        filed("WELFARE");
        assertThat(as(FINANCE)
                        .post("/api/oversight/export", "{\"purpose\": \" \"}")
                        .status())
                .isEqualTo(422);
        assertThat(as(MAKER)
                        .post("/api/oversight/export", "{\"purpose\": \"x\"}")
                        .status())
                .isEqualTo(403);
        var purpose = unique("audit-of-the-year");

        var reply = as(FINANCE).post("/api/oversight/export", "{\"purpose\": \"%s\"}".formatted(purpose));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(acts("remit-exported", purpose)).isEqualTo(1);
        var file = directory.resolve("remit.zip");
        Files.write(file, reply.whole().body());
        var key = new String(as(FINANCE).get("/api/evidence/key").whole().body(), StandardCharsets.UTF_8);
        var report = new Verifier(VerifyingKey.of(key)).verifyPackage(file);
        assertThat(report.holds()).as("%s", report.faults()).isTrue();
        assertThat(report.proved()).isGreaterThan(3);
        try (var zip = new ZipFile(file.toFile())) {
            var cases =
                    new String(zip.getInputStream(zip.getEntry("cases.csv")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(cases).contains("PRODUCT").doesNotContain("INCIDENT");
        }
    }

    /// The entries that one regulator reads: of whom, of which case, and whether they are about accounts.
    private void mustReadNothingBeside(String username) {
        var remit = as(username).get("/api/oversight").body();
        var cases = remit.path("cases").findValuesAsString("id");
        var own = as(username)
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("name")
                .asString();
        var accounts = remit.path("scopes").findValuesAsString("sort").contains("ACCOUNTS");
        for (JsonNode it : as(username).get("/api/evidence?size=200").body().required("items")) {
            var entry = it.required("id").asString();
            var audience = sql.sql("select audience from evidence_entry where id = ?::uuid")
                    .param(entry)
                    .query(String.class)
                    .single();
            assertThat(it.required("organisation").asString().equals(own)
                            || cases.contains(it.path("caseId").asString(""))
                            || (accounts && audience.equals("AUDIT")))
                    .as("%s reads %s", username, it)
                    .isTrue();
        }
    }

    @Test
    void each_regulator_reads_the_evidence_of_its_remit_and_of_its_own_acts_and_nothing_else() {
        filed("WELFARE");
        var regulators = nobody().get("/api/demonstration/accounts")
                .body()
                .valueStream()
                .filter(it -> it.required("role").asString().endsWith("_REGULATOR"))
                .map(it -> it.required("username").asString())
                .toList();

        assertThat(regulators).contains(FINANCE, POLICE, CYBERSPACE, "baomi", "fagai", "shenji");
        regulators.forEach(this::mustReadNothingBeside);
    }

    @Test
    void the_evidence_of_a_case_is_for_the_regulators_whose_remit_names_it_and_others_are_told_why_not() {
        filed("WELFARE");
        var product = caseOf(FINANCE, "PRODUCT");
        var all = "/api/evidence?size=200&case=" + product;
        var entry = as(AUTHORITY)
                .get(all)
                .body()
                .required("items")
                .get(0)
                .required("id")
                .asString();

        assertThat(as(FINANCE).get(all).body().required("total"))
                .isEqualTo(as(AUTHORITY).get(all).body().required("total"));
        assertThat(as(FINANCE).get("/api/evidence/" + entry).status()).isEqualTo(200);
        assertThat(as(FINANCE).get("/api/evidence/%s/receipt".formatted(entry)).status())
                .isEqualTo(200);
        for (var path : List.of(all, "/api/evidence/" + entry, "/api/evidence/%s/receipt".formatted(entry))) {
            var refused = as(POLICE).get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("outside-remit");
            assertThat(refused.text("article")).isEqualTo("7");
        }
        assertThat(acts("regulator-refused", entry)).isEqualTo(2);
        var leak = caseOf(POLICE, "LEAK");
        assertThat(as(POLICE).get("/api/evidence?case=" + leak).body().required("items"))
                .isNotEmpty();
        assertThat(as(FINANCE).get("/api/evidence?case=" + leak).problem()).isEqualTo("outside-remit");
    }
}
