package org.mingqu.platform.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnApplications;
import org.mingqu.platform.parties.Role;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("At everybody's desk: every kind of case says which of its steps are taken together or countersigned")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TogetherEverywhereTest extends OnApplications {

    private static final String COLLEAGUE = "yunyinger";
    private static final String CITY = "shishuju";

    @Autowired
    private List<CaseSubject> subjects;

    @Autowired
    private List<CaseTaking> takings;

    private enum Two {
        FIRST,
        SECOND
    }

    @Test
    void every_kind_says_of_each_of_its_steps_whether_an_opinion_is_enough() {
        for (var subject : subjects) {
            var rules = subject.procedure();
            var taking = takings.stream()
                    .filter(it -> it.kind().equals(rules.kind()))
                    .toList();
            assertThat(taking).as(rules.kind()).hasSize(1);
            var said = new TreeMap<String, String>();
            taking.getFirst().steps().forEach(it -> said.put(it, "together"));
            taking.getFirst().alone().forEach((step, why) -> said.put(step, why.name()));
            assertThat(said.keySet())
                    .as(rules.kind())
                    .isEqualTo(
                            rules.moves().stream().map(it -> it.step().name()).collect(Collectors.toSet()));
        }
        assertThat(takings).hasSameSizeAs(subjects);
    }

    @Test
    void these_kinds_are_taken_together_and_these_go_by_their_own_pages() {
        var taken = takings.stream()
                .collect(Collectors.partitioningBy(
                        it -> !it.steps().isEmpty(), Collectors.mapping(CaseTaking::kind, Collectors.toSet())));

        assertThat(taken.get(true))
                .containsExactlyInAnyOrder(
                        "AUTHORISATION",
                        "CANDIDACY",
                        "CATALOGUE_OBJECTION",
                        "CITY_REQUEST",
                        "COMPLAINT",
                        "COPY",
                        "CREDIT",
                        "DEMAND",
                        "DUTY",
                        "INCIDENT",
                        "LEAK",
                        "MANDATE",
                        "OBJECTION",
                        "PARTNERSHIP",
                        "PRODUCT",
                        "QUALITY",
                        "RECTIFICATION",
                        "RELEASE",
                        "SCENARIO_OPINION",
                        "SELECTION");
        assertThat(taken.get(false)).containsExactlyInAnyOrder("AGREEMENT", "CLOSING", "LISTING", "NATIONAL_RECORD");
    }

    @Test
    void a_room_that_forgets_a_step_does_not_start() {
        var rules = new Procedure<>(
                "TWO",
                List.of(Two.values()),
                List.of(
                        Move.move(Two.FIRST, Two.SECOND, Two.SECOND, Role.AUTHORITY, "5"),
                        Move.move(Two.SECOND, Two.FIRST, Two.FIRST, Role.AUTHORITY, "5")));

        assertThatThrownBy(() -> TakenSteps.none(rules, Map.of(Two.SECOND, TakenAlone.FORM)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TWO says of FIRST");
        assertThatThrownBy(() -> TakenSteps.of(
                        rules, Set.of(Two.FIRST, Two.SECOND), Map.of(Two.SECOND, TakenAlone.FORM), (_, _, _, _) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String organisation(String username) {
        return as(username)
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
    }

    private String partnership() {
        var partner = newcomer("合作 " + System.nanoTime(), Role.PARTNER);
        return ok(as(partner).post("/api/partnerships", """
                {"operator": "%s", "introduction": "i", "affiliated": false, "capabilities": [
                 {"kind": "STANDING", "text": "a"}, {"kind": "TEAM", "text": "b"},
                 {"kind": "SECURITY", "text": "c", "validUntil": "%s"}, {"kind": "EXPERIENCE", "text": "d"}]}
                """.formatted(
                                organisation(OPERATOR), LocalDate.now().plusYears(1))))
                .text("id");
    }

    private String caseOf(String path, String id, String username) {
        return as(username).get(path + id).text("caseId");
    }

    private Guest.Reply decide(String username, List<String> tasks, String step, String opinion) {
        var ids = tasks.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        return as(username)
                .post(
                        "/api/tasks/decisions",
                        "{\"tasks\": [%s], \"step\": \"%s\", \"opinion\": \"%s\"}".formatted(ids, step, opinion));
    }

    private Guest.Reply countersign(String username, String caseId, String step, String colleague) {
        var person = as(colleague)
                .get("/api/session")
                .body()
                .required("user")
                .required("id")
                .asString();
        return as(username)
                .post(
                        "/api/cases/%s/countersignatures".formatted(caseId),
                        "{\"step\": \"%s\", \"opinion\": \"o\", \"colleague\": \"%s\"}".formatted(step, person));
    }

    private void allDone(Guest.Reply reply, int many) {
        assertThat(ok(reply).body()).hasSize(many);
        reply.body()
                .forEach(it ->
                        assertThat(it.required("done").asBoolean()).as("%s", it).isTrue());
    }

    @Test
    void several_partners_are_admitted_with_one_reason() {
        var first = partnership();
        var second = partnership();
        var tasks = List.of(first, second).stream()
                .map(it -> task(caseOf("/api/partnerships/", it, OPERATOR), "OPERATOR")
                        .required("id")
                        .asString())
                .toList();
        var open = as(OPERATOR)
                .get("/api/tasks/decisions?task=%s&task=%s".formatted(tasks.getFirst(), tasks.getLast()))
                .body();
        assertThat(open.findValuesAsString("step")).containsExactlyInAnyOrder("ADMIT", "DECLINE");

        allDone(decide(OPERATOR, tasks, "ADMIT", ""), 2);

        assertThat(as(OPERATOR).get("/api/partnerships/" + second).text("stage"))
                .isEqualTo("ADMITTED");
    }

    @Test
    void the_city_answers_several_requests_at_once_each_by_a_number_of_its_own() {
        var requests = List.of(withAuthority("elders"), withAuthority("elders")).stream()
                .map(it -> ok(as(AUTHORITY).post("/api/city-requests", """
                        {"origin": "%s", "reach": "LEVEL", "title": "Buses", "what": "Trips", "why": "They cross"}
                        """.formatted(caseOf(it))))
                        .text("id"))
                .toList();
        var tasks = requests.stream()
                .map(it -> task(caseOf("/api/city-requests/", it, AUTHORITY), "CITY")
                        .required("id")
                        .asString())
                .toList();

        allDone(decide(CITY, tasks, "GRANT", "all of it"), 2);

        assertThat(as(AUTHORITY)
                        .get("/api/city-requests/" + requests.getFirst())
                        .text("stage"))
                .isEqualTo("GRANTED");
    }

    @Test
    void a_partner_is_admitted_with_a_colleagues_signature_who_is_asked_in_a_message_of_its_own() {
        var id = partnership();
        var caseId = caseOf("/api/partnerships/", id, OPERATOR);

        var asked = ok(countersign(OPERATOR, caseId, "ADMIT", COLLEAGUE)).text("id");

        var kinds = as(COLLEAGUE)
                .get("/api/messages?unread=true&size=50")
                .body()
                .required("items")
                .valueStream()
                .filter(it -> it.required("caseId").asString().equals(caseId))
                .map(it -> it.required("kind").asString())
                .toList();
        assertThat(kinds).contains("COUNTERSIGN").doesNotContain("TRANSFERRED");
        ok(as(COLLEAGUE)
                .post("/api/countersignatures/%s/answer".formatted(asked), "{\"sign\": true, \"answer\": \"read\"}"));
        assertThat(as(OPERATOR).get("/api/partnerships/" + id).text("stage")).isEqualTo("ADMITTED");
    }

    @Test
    void a_step_with_a_form_of_its_own_is_refused_with_its_reason_and_what_is_open_instead() {
        var demand = ok(as(PARTNER).post("/api/demands", """
                {"title": "Leaks of pipes", "scenario": "Warn", "why": "Nothing there", "fields": ["pipe"]}
                """)).text("id");
        var caseId = caseOf("/api/demands/", demand, AUTHORITY);
        var task = task(caseId, "AUTHORITY").required("id").asString();

        var outcome = ok(decide(AUTHORITY, List.of(task), "ASSIGN", "to whom?"))
                .body()
                .get(0);
        var asked = countersign(AUTHORITY, caseId, "ASSIGN", AUTHORITY);

        assertThat(outcome.required("done").asBoolean()).isFalse();
        assertThat(outcome.required("problem").asString()).isNotEmpty();
        assertThat(asked.status()).as("%s", asked).isEqualTo(409);
        assertThat(asked.problem()).isEqualTo("step-not-alone");
        assertThat(asked.body().required("open").valueStream().map(it -> it.asString()))
                .containsExactly("CANNOT");
        assertThat(countersign(AUTHORITY, caseId, "OFFER", AUTHORITY).problem()).isEqualTo("step-not-open");
        assertThat(as(AUTHORITY).get("/api/demands/" + demand).text("stage")).isEqualTo("OPEN");
    }
}
