package org.mingqu.platform.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.mingqu.platform.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 3: an organisation that is renamed or merged goes on, and what was signed keeps the old name")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MergedOrganisationTest extends OnTheStreet {

    private static final String AUTHORITY = "shuju";

    @Autowired
    DemonstrationAccounts accounts;

    @Autowired
    Signatures signatures;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    /// A partner of its own, with one person.
    private String somebody(String organisation) {
        var username = "m" + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(username, "测试者", organisation, "COMPANY", null, Role.PARTNER);
        return username;
    }

    private static String unique(String name) {
        return name + UUID.randomUUID().toString().substring(0, 6);
    }

    private String home(String username) {
        return as(username)
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
    }

    private Guest.Reply act(String username, String organisation, String what) {
        var document = Base64.getEncoder().encodeToString("the decision".getBytes(StandardCharsets.UTF_8));
        return as(username)
                .post(
                        "/api/organisations/%s/acts".formatted(organisation),
                        "{%s, \"basis\": \"深光编〔2026〕1号\", \"documentName\": \"decision.pdf\", \"document\": \"%s\"}"
                                .formatted(what, document));
    }

    private static String merger(String successor) {
        return "\"kind\": \"MERGE\", \"successor\": \"%s\"".formatted(successor);
    }

    /// A finding about a partner, ordered to be put right: the partner has a task with a last day.
    private String ordered(String target) {
        var reported = as("minzheng")
                .post(
                        "/api/rectifications",
                        "{\"target\": \"%s\", \"role\": \"PARTNER\", \"finding\": \"used for something else\"}"
                                .formatted(target));
        assertThat(reported.status()).as("%s", reported).isEqualTo(201);
        var id = reported.body().required("line").required("id").asString();
        var until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(9);
        var moved = as(AUTHORITY)
                .post(
                        "/api/rectifications/%s/moves".formatted(id),
                        "{\"version\": 1, \"step\": \"ORDER\", \"opinion\": \"stop it\", \"deadline\": \"%s\"}"
                                .formatted(until));
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        return id;
    }

    private JsonNode task(String username) {
        return as(username).get("/api/tasks").body().required("items").get(0);
    }

    @Test
    void a_merged_one_hands_its_open_cases_and_people_on_and_the_clocks_of_its_tasks_run_on() {
        var old = somebody(unique("旧公司"));
        var other = somebody(unique("新公司"));
        var before = home(old);
        var after = home(other);
        var finding = ordered(before);
        var due = task(old).required("clock");
        assertThat(as(other).get("/api/tasks").body().required("items")).isEmpty();
        signed(before);

        var merged = act(AUTHORITY, before, merger(after));

        assertThat(merged.status()).as("%s", merged).isEqualTo(201);
        assertThat(task(other).required("clock")).as("unbroken").isEqualTo(due);
        assertThat(as(other).get("/api/rectifications/" + finding).status()).isEqualTo(200);
        assertThat(as(old).get("/api/tasks").status())
                .as("the old post is gone")
                .isEqualTo(401);
        assertThat(Guest.as(port, old)
                        .get("/api/session")
                        .body()
                        .required("user")
                        .required("organisation")
                        .required("id")
                        .asString())
                .as("the person goes on for the successor")
                .isEqualTo(after);
        assertThatThrownBy(() -> signed(before))
                .isInstanceOf(Refusal.NotOpen.class)
                .hasMessageContaining("organisation-merged");
        assertThat(act(AUTHORITY, before, merger(after)).problem()).isEqualTo("organisation-merged");
    }

    @Test
    void what_it_wants_who_is_called_for_it_and_what_it_has_used_go_on_too() {
        var old = somebody(unique("旧公司"));
        var other = somebody(unique("新公司"));
        var before = home(old);
        var after = home(other);
        var demand = as(old).post(
                        "/api/demands",
                        "{\"title\": \"Trips\", \"scenario\": \"lines\", \"fields\": [\"stop\"], \"why\": \"to plan\"}");
        assertThat(demand.status()).as("%s", demand).isEqualTo(201);
        var called = as(old).post(
                        "/api/messages/ways/subscriptions", "{\"url\": \"http://127.0.0.1:9/%s\"}".formatted(before));
        assertThat(called.status()).as("%s", called).isBetween(200, 201);
        used(before, null);
        used(before, billed());

        assertThat(act(AUTHORITY, before, merger(after)).status()).isEqualTo(201);

        assertThat(count("data_demand where poster = ?", after)).isEqualTo(1);
        assertThat(count("message_subscription where organisation = ?", after)).isEqualTo(1);
        assertThat(count("pricing_use where customer = ?", after))
                .as("no bill yet")
                .isEqualTo(1);
        assertThat(count("pricing_use where customer = ?", before)).as("billed").isEqualTo(1);
    }

    @Test
    void its_objections_and_the_pricing_period_that_runs_go_on_and_one_that_is_over_does_not() {
        var old = somebody(unique("旧公司"));
        var before = home(old);
        var after = home(somebody(unique("新公司")));
        var objected = as(old).post(
                        "/api/catalogue-objections",
                        "{\"resource\": \"%s\", \"kind\": \"WRONG\", \"text\": \"The unit is wrong\"}"
                                .formatted(resource("water_daily")));
        assertThat(objected.status()).as("%s", objected).isEqualTo(201);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        period(before, today.minusDays(90), today);
        period(before, today.minusDays(300), today.minusDays(91));

        assertThat(act(AUTHORITY, before, merger(after)).status()).isEqualTo(201);

        assertThat(count("catalogue_objection where objector = ?", after)).isEqualTo(1);
        assertThat(count("pricing_period where operator = ?", after))
                .as("runs to today")
                .isEqualTo(1);
        assertThat(count("pricing_period where operator = ?", before))
                .as("is over")
                .isEqualTo(1);
    }

    @Test
    void a_successor_with_a_pricing_period_that_shares_a_day_keeps_its_own_alone() {
        var before = home(somebody(unique("旧公司")));
        var after = home(somebody(unique("新公司")));
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        period(before, today.minusDays(90), today.plusDays(9));
        period(after, today.plusDays(9), today.plusDays(90));

        assertThat(act(AUTHORITY, before, merger(after)).status()).isEqualTo(201);

        assertThat(count("pricing_period where operator = ?", after)).isEqualTo(1);
    }

    @Test
    void whether_something_runs_is_asked_on_the_day_of_the_platforms_clock() {
        var before = home(somebody(unique("旧公司")));
        var after = new Party(UUID.randomUUID(), unique("新公司"), "COMPANY");
        var succeeded = new OrganisationSucceeded(UUID.fromString(before), after);
        var until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(9);
        period(before, until.minusDays(90), until);
        var running = "until_day >= :today";

        assertThat(handedOn(until.plusDays(1), succeeded, running)).isZero();
        assertThat(handedOn(until, succeeded, running)).isEqualTo(1);
    }

    private int handedOn(LocalDate day, OrganisationSucceeded it, String running) {
        var zone = ZoneId.of("Asia/Shanghai");
        var handover = new Handover(sql, Clock.fixed(day.atStartOfDay(zone).toInstant(), zone));
        return handover.hand(it, "pricing_period", "operator", "operator_name", running);
    }

    private void period(String operator, LocalDate from, LocalDate until) {
        sql.sql("""
                        insert into pricing_period (id, from_day, until_day, yield_bp, margin_bp, tax, carry_over, costs,
                                subsidy, ledger_after, ledger_until, operator, operator_name)
                        values (gen_random_uuid(), :from, :until, 0, 0, 0, 0, 0, 0, 0, 0, :operator, 'x')
                        """)
                .param("from", from)
                .param("until", until)
                .param("operator", UUID.fromString(operator))
                .update();
    }

    private long count(String rows, String organisation) {
        return sql.sql("select count(*) from " + rows)
                .param(UUID.fromString(organisation))
                .query(Long.class)
                .single();
    }

    /// A bill that was issued to somebody.
    private UUID billed() {
        return sql.sql("select id from pricing_bill limit 1").query(UUID.class).single();
    }

    /// A use that was metered, as the enclave's record has it.
    private void used(String customer, @Nullable UUID bill) {
        sql.sql("""
                        insert into pricing_use (evidence, product, owner, customer, customer_name, purpose, request, at,
                                month, day, hit, billable, amount, bill)
                        select gen_random_uuid(), p.id, p.owner, :customer, 'x', 'COMMERCIAL', gen_random_uuid()::text,
                               now(), current_date, current_date, true, true, 1, :bill
                          from product p limit 1
                        """)
                .param("customer", UUID.fromString(customer))
                .param("bill", bill)
                .update();
    }

    private void signed(String organisation) {
        transaction.executeWithoutResult(_ -> signatures.sign(UUID.fromString(organisation), Map.of("text", "signed")));
    }

    @Test
    void what_is_over_keeps_the_old_name_and_the_history_is_shown_with_its_document() {
        var old = somebody(unique("老部门"));
        var other = somebody(unique("新部门"));
        var before = home(old);
        var name = as(old).get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("name")
                .asString();
        as(old).post("/api/leaks", "{\"what\": \"a leak of " + before + "\"}");

        act(AUTHORITY, before, merger(home(other)));

        assertThat(sql.sql("select distinct organisation_name from evidence_entry where organisation = :id")
                        .param("id", UUID.fromString(before))
                        .query(String.class)
                        .list())
                .containsExactly(name);
        var history =
                as(other).get("/api/organisations/%s/acts".formatted(before)).body();
        assertThat(history.required("mergedInto").required("id").asString()).isEqualTo(home(other));
        assertThat(as("kangning")
                        .get("/api/organisations/%s/acts".formatted(before))
                        .status())
                .isEqualTo(404);
        var entered = history.required("acts").get(0);
        assertThat(entered.required("oldName").asString()).isEqualTo(name);
        assertThat(entered.required("documentSm3").asString()).hasSize(64);
        var document = as(other)
                .get("/api/organisations/%s/acts/document?place=%d"
                        .formatted(home(other), entered.required("place").asLong()));
        assertThat(new String(document.whole().body(), StandardCharsets.UTF_8)).isEqualTo("the decision");
    }

    @Test
    void a_renamed_one_keeps_its_cases_and_goes_on_under_its_new_name() {
        var username = somebody(unique("甲公司"));
        var id = home(username);
        var finding = ordered(id);
        var fresh = unique("乙公司");

        var renamed = act(AUTHORITY, id, "\"kind\": \"RENAME\", \"name\": \"%s\"".formatted(fresh));

        assertThat(renamed.status()).as("%s", renamed).isEqualTo(201);
        assertThat(renamed.body().required("organisation").required("name").asString())
                .isEqualTo(fresh);
        assertThat(as(username).get("/api/session").body().toString()).contains(fresh);
        assertThat(as(username).get("/api/rectifications/" + finding).status()).isEqualTo(200);
        assertThat(task(username)).isNotNull();
        signed(id);
    }

    @Test
    void it_is_the_authoritys_act_and_rests_on_a_document_and_a_day() {
        var old = somebody(unique("丙公司"));
        var id = home(old);

        assertThat(act("xitong", id, merger(home("kangning"))).status()).isEqualTo(403);
        assertThat(act(old, id, merger(home("kangning"))).status()).isEqualTo(403);
        assertThat(act(AUTHORITY, id, merger(id)).body().required("fields").propertyNames())
                .containsExactly("successor");
        assertThat(act(AUTHORITY, home(AUTHORITY), merger(id)).status()).isEqualTo(422);
        assertThat(act(AUTHORITY, id, merger(home("kangning")) + ", \"day\": \"2099-01-01\"")
                        .body()
                        .required("fields")
                        .propertyNames())
                .containsExactly("day");
        var bare = as(AUTHORITY)
                .post("/api/organisations/%s/acts".formatted(id), "{\"kind\": \"RENAME\", \"name\": \"x\"}");
        assertThat(bare.body().required("fields").propertyNames()).contains("basis", "document", "documentName");
    }
}
