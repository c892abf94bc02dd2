package org.mingqu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint as every role and as nobody. Who may is in `access-matrix.csv`: `method path,roles`, where
/// `ALL` is everybody who is signed in and `OPEN` includes nobody. An endpoint without a row there fails the
/// build.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessMatrixTest extends OnTheStreet {

    /// Ends the session, or gives one: asked for apart.
    private static final Set<String> SESSION =
            Set.of("POST /api/session", "DELETE /api/session", "PUT /api/session/role", "POST /api/setup");

    private static final String NOTICE = "{\"version\": 1, \"title\": \"\", \"conditions\": \"\","
            + " \"opensOn\": \"2026-01-01\", \"closesOn\": \"2026-01-02\"}";

    private static final String TERMS = "{\"name\": \"\", \"kind\": \"REPORT\", \"purpose\": \"WELFARE\","
            + " \"scenario\": \"\", \"audience\": \"\", \"wayOfUse\": \"\", \"limits\": \"\", \"priceBasis\": \"\"}";

    /// Forms that are understood, so that the answer is about who asks and not about the form.
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("POST /api/organisations", "{\"name\": \"\", \"kind\": \"\"}"),
            Map.entry(
                    "POST /api/people",
                    "{\"username\": \"\", \"name\": \"\", \"password\": \"\", \"roles\": [],"
                            + " \"organisation\": \"00000000-0000-0000-0000-000000000001\"}"),
            Map.entry("PUT /api/people/{id}/roles", "{\"roles\": []}"),
            Map.entry("POST /api/resources", description("")),
            Map.entry("PUT /api/resources/{id}", description("\"version\": 1, ")),
            Map.entry("POST /api/resources/{id}/loads", "{\"format\": \"CSV\", \"fileName\": \"a.csv\", \"size\": 1}"),
            Map.entry(
                    "PUT /api/loads/{id}/confirmation", "{\"columns\": [], \"subject\": null, \"subjectKind\": \"\"}"),
            Map.entry("POST /api/catalogue-batches", "{\"title\": \"\", \"resources\": []}"),
            Map.entry(
                    "POST /api/rights/authorisations",
                    "{\"workspace\": \"00000000-0000-0000-0000-000000000001\", \"until\": \"2027-01-01\"}"),
            Map.entry("POST /api/rights/identity/proofs", "{\"code\": \"x\", \"state\": \"x\"}"),
            Map.entry("POST /api/rights/requests", "{\"kind\": \"COPY\"}"),
            Map.entry("POST /api/rights/requests/{id}/moves", "{\"version\": 1, \"step\": \"ACCEPT\"}"),
            Map.entry("PUT /api/calendar/{year}", "{\"source\": \"\", \"days\": []}"),
            Map.entry("POST /api/duties/{id}/moves", "{\"version\": 1, \"step\": \"SUBMIT\"}"),
            Map.entry(
                    "POST /api/duty-rules/{code}/changes",
                    "{\"from\": \"2020-01-01\", \"cycle\": \"MONTH\", \"reason\": \"\"}"),
            Map.entry(
                    "POST /api/rectifications",
                    "{\"target\": \"00000000-0000-0000-0000-000000000001\", \"role\": \"PARTNER\", \"finding\": \"\"}"),
            Map.entry("POST /api/rectifications/{id}/moves", "{\"version\": 1, \"step\": \"SUBMIT\"}"),
            Map.entry("POST /api/credit-records/{id}/moves", "{\"version\": 1, \"step\": \"OBJECT\"}"),
            Map.entry("PUT /api/remits/{id}", "{\"remit\": \"FINANCE\"}"),
            Map.entry("POST /api/selections", NOTICE),
            Map.entry("PUT /api/selections/{id}", NOTICE),
            Map.entry("POST /api/selections/{id}/moves", "{\"version\": 1, \"step\": \"CANCEL\"}"),
            Map.entry("POST /api/selections/{id}/recusals", "{\"reason\": \"a reason\"}"),
            Map.entry("PUT /api/selections/interests", "{\"interests\": []}"),
            Map.entry("PUT /api/candidacies/{id}", "{\"version\": 1, \"answers\": {}}"),
            Map.entry("POST /api/candidacies/{id}/moves", "{\"version\": 1, \"step\": \"FILE\"}"),
            Map.entry("POST /api/candidacies/{id}/scores", "{\"points\": {}}"),
            Map.entry("POST /api/candidacies/{id}/opinions", "{\"objects\": false}"),
            Map.entry("POST /api/city-requests", "{\"origin\": \"00000000-0000-0000-0000-000000000001\"}"),
            Map.entry("POST /api/city-requests/{id}/moves", "{\"version\": 1, \"step\": \"RECEIVE\"}"),
            Map.entry("PUT /api/applications/{id}/fast-lane", "{\"version\": 1, \"fast\": true}"),
            Map.entry("POST /api/scenario-opinions", "{\"origin\": \"00000000-0000-0000-0000-000000000001\"}"),
            Map.entry("POST /api/scenario-opinions/{id}/moves", "{\"step\": \"GIVE\"}"),
            Map.entry("POST /api/demands/{id}/moves", "{\"version\": 1, \"step\": \"OFFER\"}"),
            Map.entry("POST /api/catalogue-objections/{id}/moves", "{\"version\": 1, \"step\": \"UPHOLD\"}"),
            Map.entry("POST /api/countersignatures/{id}/answer", "{\"sign\": true}"),
            Map.entry("POST /api/traces", "{\"fileName\": \"\"}"),
            Map.entry("PUT /api/mandates/{id}/heads", "{\"version\": 1, \"heads\": {}}"),
            Map.entry("POST /api/mandates/{id}/signatures", "{\"version\": 1, \"sm3\": \"\"}"),
            Map.entry("POST /api/mandates/{id}/moves", "{\"version\": 1, \"step\": \"AMEND\"}"),
            Map.entry(
                    "POST /api/closings/{id}/proofs",
                    "{\"version\": 1, \"item\": \"00000000-0000-0000-0000-000000000001\", \"text\": \"x\"}"),
            Map.entry("POST /api/closings/{id}/closure", "{\"version\": 1}"),
            Map.entry("POST /api/partner-rules", "{\"admission\": \"\", \"leaving\": \"\"}"),
            Map.entry(
                    "POST /api/partnerships",
                    "{\"introduction\": \"\", \"affiliated\": false, \"capabilities\": [],"
                            + " \"operator\": \"00000000-0000-0000-0000-000000000001\"}"),
            Map.entry("POST /api/partnerships/{id}/moves", "{\"version\": 1, \"step\": \"LEAVE\"}"),
            Map.entry(
                    "POST /api/products",
                    "{\"release\": \"00000000-0000-0000-0000-000000000001\", \"terms\": " + TERMS + "}"),
            Map.entry("PUT /api/products/{id}", "{\"version\": 1, \"terms\": " + TERMS + "}"),
            Map.entry("POST /api/products/{id}/moves", "{\"version\": 1, \"step\": \"SUBMIT\"}"),
            Map.entry(
                    "POST /api/products/{id}/customers",
                    "{\"organisation\": \"00000000-0000-0000-0000-000000000001\", \"scenario\": \"\", \"purpose\": \"WELFARE\"}"),
            Map.entry("POST /api/products/{id}/calls", "{\"request\": \"a\", \"scenario\": \"b\", \"filter\": {}}"),
            Map.entry(
                    "POST /api/pricing/costs",
                    "{\"day\": \"2026-01-01\", \"line\": \"OTHER\", \"amount\": -1, \"industryShareBp\": 0,"
                            + " \"proof\": \"\"}"),
            Map.entry(
                    "POST /api/pricing/periods",
                    "{\"from\": \"2026-01-01\", \"until\": \"2025-01-01\", \"yieldBp\": 0, \"marginBp\": 0, \"tax\": 0,"
                            + " \"operator\": \"00000000-0000-0000-0000-000000000001\"}"),
            Map.entry(
                    "POST /api/pricing/periods/{id}/caps",
                    "{\"product\": \"00000000-0000-0000-0000-000000000001\", \"amount\": 1, \"volume\": 1}"),
            Map.entry(
                    "POST /api/pricing/products/{id}/sheets",
                    "{\"unit\": 1, \"hitOnly\": true, \"freeCalls\": 0, \"from\": \"2099-01-01\", \"basis\": \"\"}"),
            Map.entry(
                    "POST /api/pricing/bills",
                    "{\"product\": \"00000000-0000-0000-0000-000000000001\", \"customer\": \"00000000-0000-0000-0000-000000000001\"}"),
            Map.entry(
                    "POST /api/quality-tickets",
                    "{\"product\": \"00000000-0000-0000-0000-000000000001\", \"column\": \"\", \"sample\": \"\"}"),
            Map.entry("POST /api/quality-tickets/{id}/moves", "{\"version\": 1, \"step\": \"SETTLE\"}"),
            Map.entry("POST /api/filings/{id}/corrections", "{\"version\": 1}"),
            Map.entry("POST /api/filings/{id}/renewal", "{\"version\": 1}"),
            Map.entry("POST /api/national-records/{id}/moves", "{\"version\": 1, \"step\": \"HAND_IN\"}"),
            Map.entry("POST /api/listings/{id}/moves", "{\"version\": 1, \"step\": \"SEND\"}"),
            Map.entry("POST /api/outside/messages/{id}/surrender", "{\"reason\": \"a reason\"}"),
            Map.entry("PUT /api/demonstration/counterparts/{counterpart}/mood", "{\"mood\": \"NORMAL\"}"),
            Map.entry(
                    "POST /api/demonstration/counterparts/{counterpart}/words",
                    "{\"kind\": \"X\", \"subject\": \"00000000-0000-0000-0000-000000000001\", \"body\": {}}"),
            Map.entry("POST /api/leaks", "{\"what\": \"\"}"),
            Map.entry("POST /api/leaks/{id}/moves", "{\"version\": 1, \"step\": \"STOP\"}"),
            Map.entry("POST /api/workspaces/{id}/suspension", "{\"reason\": \"a reason\"}"),
            Map.entry("POST /api/workspaces/{id}/termination", "{\"reason\": \"a reason\"}"));

    private static String description(String more) {
        return "{" + more + "\"name\": \"\", \"title\": \"\", \"summary\": \"\", \"updateCycle\": \"MONTHLY\","
                + " \"legalBasis\": \"\", \"contact\": \"\", \"retention\": \"\"}";
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void each_endpoint_has_a_row_and_each_row_an_endpoint() throws IOException {
        var endpoints = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, _) -> mapping.getPathPatternsCondition().getPatternValues().stream()
                        .filter(it -> it.startsWith("/api"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> endpoints.add(method.name() + " " + path))));

        assertThat(matrix().keySet()).containsExactlyInAnyOrderElementsOf(endpoints);
    }

    @Test
    void nobody_gets_in_where_the_matrix_does_not_say_open() throws IOException {
        var wrong = new ArrayList<String>();
        for (var row : matrix().entrySet()) {
            if (SESSION.contains(row.getKey())) {
                continue;
            }
            var reply = ask(nobody(), row.getKey());
            var open = row.getValue().contains("OPEN");
            if (open == (reply.status() == 401) || reply.status() >= 500) {
                wrong.add(row.getKey() + " as nobody: " + reply.status());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void each_role_gets_what_the_matrix_says_and_nothing_else() throws IOException {
        var wrong = new ArrayList<String>();
        var people = people();
        for (var row : matrix().entrySet()) {
            if (SESSION.contains(row.getKey())) {
                continue;
            }
            for (var person : people.entrySet()) {
                var reply = ask(as(person.getValue()), row.getKey());
                var may = row.getValue().contains("ALL")
                        || row.getValue().contains("OPEN")
                        || row.getValue().contains(person.getKey());
                var refused = reply.status() == 403 || (row.getKey().contains("{") && reply.status() == 404);
                if (reply.status() == 401
                        || reply.status() >= 500
                        || (may && reply.status() == 403)
                        || (!may && !refused)) {
                    wrong.add("%s as %s: %d".formatted(row.getKey(), person.getKey(), reply.status()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// One user name for each role.
    private Map<String, String> people() {
        var people = new LinkedHashMap<String, String>();
        for (var account : nobody().get("/api/demonstration/accounts").body()) {
            people.putIfAbsent(
                    account.required("role").asString(),
                    account.required("username").asString());
        }
        assertThat(people).hasSizeGreaterThanOrEqualTo(13);
        return people;
    }

    private static Guest.Reply ask(Guest guest, String endpoint) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replace("{year}", "2099")
                .replace("/income", "/income?from=2026-01-01&until=2026-12-31")
                .replace("{id}", UUID.randomUUID().toString())
                .replace("{workspace}", UUID.randomUUID().toString())
                .replace("{resource}", UUID.randomUUID().toString())
                .replaceAll("\\{.*?}", "nobody");
        return switch (method) {
            case "GET" -> guest.get(path);
            case "POST" -> guest.post(path, FORMS.getOrDefault(endpoint, "{}"));
            case "PUT" -> guest.put(path, FORMS.getOrDefault(endpoint, "{}"));
            default -> guest.delete(path + "?reason=none");
        };
    }

    private static Map<String, Set<String>> matrix() throws IOException {
        return new ClassPathResource("access-matrix.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .map(it -> it.split(",", 2))
                .collect(Collectors.toMap(
                        it -> it[0].strip(),
                        it -> Set.of(it[1].strip().split("[ ]+")),
                        (a, _) -> a,
                        LinkedHashMap::new));
    }
}
