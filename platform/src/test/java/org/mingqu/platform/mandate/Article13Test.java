package org.mingqu.platform.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.parties.Role;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 13: ten heads, three years as a rule, amended and renewed in the open")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article13Test extends MandateStreet {

    /// Source: ODRL Vocabulary & Expression 2.2, sections 3.4, 4.3, 3.10 and 4.2.
    private static final Set<String> ACTIONS = Set.of(
            "use",
            "transfer",
            "aggregate",
            "anonymize",
            "archive",
            "attribute",
            "compensate",
            "concurrentUse",
            "delete",
            "derive",
            "digitize",
            "display",
            "distribute",
            "ensureExclusivity",
            "execute",
            "extract",
            "give",
            "grantUse",
            "include",
            "index",
            "inform",
            "install",
            "modify",
            "move",
            "nextPolicy",
            "obtainConsent",
            "play",
            "present",
            "print",
            "read",
            "reproduce",
            "reviewPolicy",
            "sell",
            "stream",
            "synchronize",
            "textToSpeech",
            "transform",
            "translate",
            "uninstall",
            "watermark");

    private static final Set<String> OPERANDS = Set.of(
            "absolutePosition",
            "absoluteSize",
            "absoluteSpatialPosition",
            "absoluteTemporalPosition",
            "count",
            "dateTime",
            "delayPeriod",
            "deliveryChannel",
            "device",
            "elapsedTime",
            "event",
            "fileFormat",
            "industry",
            "language",
            "media",
            "meteredTime",
            "payAmount",
            "percentage",
            "product",
            "purpose",
            "recipient",
            "relativePosition",
            "relativeSize",
            "relativeSpatialPosition",
            "relativeTemporalPosition",
            "resolution",
            "spatial",
            "spatialCoordinates",
            "systemDevice",
            "timeInterval",
            "unitOfCount",
            "version",
            "virtualLocation");

    private static final Set<String> OPERATORS = Set.of(
            "eq", "gt", "gteq", "lt", "lteq", "neq", "isA", "hasPart", "isPartOf", "isAllOf", "isAnyOf", "isNoneOf");

    private String operator() {
        return newcomer("运营 " + UUID.randomUUID(), "COMPANY", Role.OPERATOR);
    }

    private static JsonNode head(JsonNode mandate, String key) {
        return mandate.required("heads")
                .valueStream()
                .filter(it -> it.required("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_template_has_the_ten_heads_and_a_missing_one_is_named_and_blocks_the_signature() {
        var operator = operator();
        var id = selected(operator);

        assertThat(read(operator, id).required("heads").findValuesAsString("key"))
                .containsExactly(
                        "PARTIES",
                        "CONTENT",
                        "PROCESS",
                        "SCOPE",
                        "TERM",
                        "LIABILITY",
                        "SUPERVISION",
                        "TERMINATION",
                        "SECURITY",
                        "FORCE_MAJEURE");
        ok(fill(operator, id, "SECURITY", ""), 200);
        ok(fill(operator, id, "FORCE_MAJEURE", " "), 200);
        assertThat(read("shuju", id).required("missing").valueStream().map(JsonNode::asString))
                .containsExactly("SECURITY", "FORCE_MAJEURE");
        var refused = sign(operator, id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("mandate-heads-missing");
        assertThat(refused.text("article")).isEqualTo("13");
        assertThat(refused.text("detail")).contains("SECURITY", "FORCE_MAJEURE");
    }

    @Test
    void what_differs_from_the_template_is_shown_head_by_head() {
        var operator = operator();
        var id = selected(operator);
        var text = head(read(operator, id), "TERM").required("text").asString();
        ok(fill(operator, id, "TERM", text.replace("双方", "甲乙双方")), 200);

        var redline = head(read("shuju", id), "TERM").required("fromTemplate");
        assertThat(redline.valueStream()
                        .filter(it -> it.required("change").asString().equals("ADDED"))
                        .map(it -> it.required("text").asString()))
                .containsExactly("甲乙");
        assertThat(redline.valueStream()
                        .filter(it -> !it.required("change").asString().equals("ADDED"))
                        .map(it -> it.required("text").asString())
                        .reduce("", String::concat))
                .isEqualTo(text);
        assertThat(head(read("shuju", id), "SCOPE").required("fromTemplate")).hasSize(1);
    }

    @Test
    void the_term_is_three_years_unless_agreed_otherwise_and_five_at_most() {
        var operator = operator();
        var id = inForce(operator);
        assertThat(read(operator, id).required("until").asString())
                .isEqualTo(today().plusMonths(36).minusDays(1).toString());

        var other = operator();
        var draft = selected(other);
        var sixty = months(other, draft, 60);
        assertThat(sixty).isEqualTo(200);
        assertThat(head(read(other, draft), "TERM").required("text").asString()).contains("60 个月");
        assertThat(months(other, draft, 61)).isEqualTo(422);
    }

    private int months(String username, String id, int months) {
        return as(username)
                .put(
                        "/api/mandates/%s/heads".formatted(id),
                        "{\"version\": %d, \"heads\": {}, \"months\": %d}"
                                .formatted(
                                        read(username, id).required("version").asInt(), months))
                .status();
    }

    @Test
    void an_amendment_is_a_new_edition_that_both_sign_again_and_the_old_one_holds_until_then() {
        var operator = operator();
        var id = inForce(operator);
        ok(move(operator, id, "AMEND"), 200);
        ok(fill(operator, id, "LIABILITY", "another rule"), 200);
        ok(sign(operator, id), 200);

        var meanwhile = read("shuju", id);
        assertThat(meanwhile.required("edition").asInt()).isEqualTo(1);
        assertThat(meanwhile.required("shownEdition").asInt()).isEqualTo(2);
        assertThat(head(meanwhile, "LIABILITY").required("fromEdition")).isNotEmpty();
        ok(as(operator).post("/api/applications", "{}"), 201);
        ok(fill("shuju", id, "LIABILITY", "a third rule"), 200);
        assertThat(read(operator, id).required("parties").findValues("signedAt"))
                .as("who signed another text signs again")
                .allMatch(JsonNode::isNull);
        ok(sign("shuju", id), 200);
        ok(sign(operator, id), 200);

        var after = read(operator, id);
        assertThat(after.required("stage").asString()).isEqualTo("IN_FORCE");
        assertThat(after.required("editions")).hasSize(2);
        assertThat(head(after, "LIABILITY").required("text").asString()).isEqualTo("a third rule");
    }

    @Test
    void a_renewal_is_decided_on_the_annual_assessments() {
        var operator = operator();
        var id = inForce(operator);

        var refused = move("shuju", id, "RENEW");
        assertThat(refused.problem()).isEqualTo("mandate-assessment-missing");
        assertThat(refused.text("article")).isEqualTo("34");

        var assessed =
                as("yunying").get("/api/mandates").body().get(0).required("id").asString();
        assertThat(read("yunying", assessed).required("assessments")).isNotEmpty();
    }

    @Test
    void a_renewal_begins_when_the_old_term_ends_and_nothing_is_closed_between() {
        var operator = operator();
        var id = inForce(operator);
        assess(operator);
        var renewed = ok(move("shuju", id, "RENEW"), 200).required("id").asString();
        assertThat(move("shuju", id, "RENEW").problem()).isEqualTo("mandate-renewed");
        ok(sign(operator, renewed), 200);
        ok(sign("shuju", renewed), 200);
        assertThat(read(operator, renewed).required("from").asString())
                .isEqualTo(today().plusMonths(36).toString());
        sql.sql("update mandate set until_day = until_day - 1200, from_day = from_day - 1200 where operator = ?::uuid")
                .param(organisation(operator))
                .update();

        watch.look();

        assertThat(stage(operator, id)).isEqualTo("EXPIRED");
        assertThat(read(operator, id).required("closing").isNull()).isTrue();
        ok(as(operator).post("/api/applications", "{}"), 201);
    }

    /// Last year's assessment of the operator is on record.
    private void assess(String operator) {
        sql.sql("""
                        insert into duty
                        select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
                               'case_id', gen_random_uuid(), 'about', ?::text))).*
                          from duty d where code = 'operator-assessment' and closed_on is not null limit 1
                        """).param(organisation(operator)).update();
    }

    @Test
    void the_parties_are_warned_once_before_the_end() {
        var operator = operator();
        var id = inForce(operator);
        var caseId = read(operator, id).required("caseId").asString();
        sql.sql("update mandate set until_day = ? where id = ?::uuid")
                .params(today().plusDays(80), id)
                .update();

        watch.look(today());
        watch.look(today());

        assertThat(ok(as(operator).get("/api/cases/" + caseId), 200)
                        .required("acts")
                        .findValuesAsString("step"))
                .containsOnlyOnce("WARN");
    }

    @Test
    void the_agreement_in_force_is_a_policy_in_the_words_of_odrl() {
        var operator = operator();
        var draft = selected(operator);
        assertThat(as(operator).get("/api/mandates/%s/policy".formatted(draft)).problem())
                .isEqualTo("mandate-not-in-force");
        ok(sign(operator, draft), 200);
        ok(sign("shuju", draft), 200);

        var reply = as(operator).get("/api/mandates/%s/policy".formatted(draft));
        assertThat(reply.whole().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/ld+json");
        var policy = ok(reply, 200);
        assertThat(policy.required("@context").asString()).isEqualTo("http://www.w3.org/ns/odrl.jsonld");
        assertThat(policy.required("@type").asString()).isEqualTo("Agreement");
        assertThat(policy.required("assignee").required("uid").asString()).endsWith(organisation(operator));
        assertThat(policy.required("permission")).isNotEmpty();
        assertThat(policy.required("prohibition").findValuesAsString("action"))
                .contains("distribute", "modify", "extract", "transfer");
        assertThat(policy.required("obligation").findValuesAsString("action")).contains("delete");
        assertThat(policy.findValuesAsString("action")).isNotEmpty().allMatch(ACTIONS::contains);
        assertThat(policy.findValuesAsString("leftOperand")).isNotEmpty().allMatch(OPERANDS::contains);
        assertThat(policy.findValuesAsString("operator")).isNotEmpty().allMatch(OPERATORS::contains);
        assertThat(policy.toString())
                .contains(LocalDate.parse(today().toString()).toString());
    }
}
