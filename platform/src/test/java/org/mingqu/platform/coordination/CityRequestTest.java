package org.mingqu.platform.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.calendar.StateCouncil;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnApplications;
import org.mingqu.platform.outside.CityDesk;
import org.mingqu.platform.procedures.LaterDay;
import org.mingqu.platform.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

@DisplayName(
        "Article 18: data of another level or region the authority asks the city for, and follows it to the answer")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CityRequestTest extends OnApplications {

    private static final String CITY = "shishuju";

    @Autowired
    private CityRequests requests;

    @Autowired
    private ConfigurableApplicationContext context;

    private List<CityRequestSent> listening() {
        var heard = new CopyOnWriteArrayList<CityRequestSent>();
        context.addApplicationListener((PayloadApplicationEvent<?> it) -> {
            if (it.getPayload() instanceof CityRequestSent sent) {
                heard.add(sent);
            }
        });
        return heard;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private Guest.Reply ask(String username, String caseId, String more) {
        return as(username).post("/api/city-requests", """
                {"origin": "%s", "reach": "LEVEL", "title": "City buses", "what": "Trips by stop", "why": "The lines cross"%s}
                """.formatted(caseId, more));
    }

    private String sent(String application) {
        return ok(ask(AUTHORITY, caseOf(application), "")).text("id");
    }

    private Guest.Reply move(String username, String request, String step, String more) {
        var version = as(AUTHORITY)
                .get("/api/city-requests/" + request)
                .body()
                .required("version")
                .asInt();
        return as(username)
                .post(
                        "/api/city-requests/%s/moves".formatted(request),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"said\"%s}".formatted(version, step, more));
    }

    private static String reference() {
        return ", \"reference\": \"CITY-%s\"".formatted(UUID.randomUUID());
    }

    @Test
    void the_authority_alone_asks_and_out_of_an_open_matter_that_needs_data() {
        var id = draft("elders");
        assertThat(ask(AUTHORITY, caseOf(id), "").status()).as("a draft").isEqualTo(409);
        ok(move(PARTNER, id, "SUBMIT"));

        assertThat(ask(OPERATOR, caseOf(id), "").status()).isEqualTo(403);
        assertThat(ask(AUTHORITY, UUID.randomUUID().toString(), "").status()).isEqualTo(404);
        var empty = as(AUTHORITY).post("/api/city-requests", "{\"origin\": \"%s\"}".formatted(caseOf(id)));
        assertThat(empty.body().required("fields").propertyNames())
                .containsExactlyInAnyOrder("reach", "title", "what", "why");
        assertThat(ask(AUTHORITY, caseOf(id), ", \"department\": \"%s\"".formatted(UUID.randomUUID()))
                        .status())
                .as("a department that has no part in it")
                .isEqualTo(422);
    }

    @Test
    void while_the_city_has_it_the_authoritys_clock_rests_and_the_rest_is_added_to_its_last_day() {
        var id = withAuthority("elders");
        var file = caseOf(id);
        var due = LocalDate.parse(
                task(file, "AUTHORITY").required("clock").required("due").asString());
        var request = sent(id);

        var resting = task(file, "AUTHORITY").required("clock");
        assertThat(resting.required("state").asString()).isEqualTo("PAUSED");
        assertThat(resting.required("restsFor").asString())
                .isEqualTo(as(AUTHORITY).get("/api/city-requests/" + request).text("number"));
        var since = today().minusDays(7);
        sql.sql("update case_task set rests_on = ? where case_id = ? and rests_on is not null")
                .params(since, UUID.fromString(file))
                .update();
        ok(move(CITY, request, "GRANT", ""));

        var rested = StateCouncil.calendar().workingDaysBetween(since, today());
        var running = task(file, "AUTHORITY").required("clock");
        assertThat(running.required("state").asString()).isNotEqualTo("PAUSED");
        assertThat(running.required("due").asString())
                .isEqualTo(StateCouncil.calendar()
                        .deadline(due, WorkingDays.workingDays(rested))
                        .lastDay()
                        .toString());
        assertThat(acts(file)).contains("ASK_CITY", "CITY_ANSWERED");
    }

    @Test
    void what_has_ended_asks_the_city_for_nothing_any_more() {
        var id = withAuthority("elders");
        var request = sent(id);

        ok(move(AUTHORITY, id, "REJECT"));

        assertThat(as(AUTHORITY).get("/api/city-requests/" + request).text("stage"))
                .isEqualTo("WITHDRAWN");
        assertThat(move(CITY, request, "GRANT", "").status()).as("the city").isEqualTo(409);
        assertThat(acts(caseOf(id))).endsWith("REJECT", "CITY_ANSWERED");
    }

    @Test
    void the_clock_runs_while_the_city_waits_for_more_and_rests_again_once_it_has_it() {
        var heard = listening();
        var id = withAuthority("elders");
        var request = sent(id);

        assertThat(move(CITY, request, "ASK_MORE", "").text("stage")).isEqualTo("MORE_ASKED");
        assertThat(task(caseOf(id), "AUTHORITY")
                        .required("clock")
                        .required("state")
                        .asString())
                .isNotEqualTo("PAUSED");
        assertThat(move(CITY, request, "GRANT", "").status())
                .as("it has asked for more")
                .isEqualTo(409);
        assertThat(move(AUTHORITY, request, "SUPPLY", "").text("stage")).isEqualTo("SENT");
        assertThat(task(caseOf(id), "AUTHORITY")
                        .required("clock")
                        .required("state")
                        .asString())
                .isEqualTo("PAUSED");
        assertThat(heard.stream()
                        .filter(it -> it.request().toString().equals(request))
                        .map(CityRequestSent::supplement))
                .containsExactly("", "said");
    }

    @Test
    void only_the_clock_of_the_department_whose_part_it_is_rests() {
        var id = withAuthority("elders", "water_daily");
        ok(move(AUTHORITY, id, "ASSESS"));
        var water = as("shuiwu")
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
        ok(ask(AUTHORITY, caseOf(id), ", \"department\": \"%s\"".formatted(water)));

        file(AUTHORITY, caseOf(id)).required("tasks").forEach(it -> {
            if (!it.required("done").asBoolean()) {
                var theirs =
                        it.required("organisation").required("id").asString().equals(water);
                assertThat(it.required("clock").required("state").asString().equals("PAUSED"))
                        .isEqualTo(theirs);
            }
        });
    }

    @Test
    void silence_is_no_answer_and_escalates() {
        var id = withAuthority("elders");
        var request = sent(id);
        var file = as(AUTHORITY).get("/api/city-requests/" + request).text("caseId");

        LaterDay.look(context, today().plusDays(60));

        assertThat(as(AUTHORITY).get("/api/city-requests/" + request).text("stage"))
                .isEqualTo("SENT");
        assertThat(acts(file)).contains("ESCALATE");
        assertThat(acts(caseOf(id))).as("a clock that rests ends by no day").doesNotContain("ESCALATE");
        assertThat(as(PARTNER).get("/api/applications/" + id).text("stage")).isEqualTo("WITH_AUTHORITY");
    }

    @Test
    void an_answer_from_outside_counts_once_by_its_own_number() {
        var request = UUID.fromString(sent(withAuthority("elders")));
        var number = "SZ-" + UUID.randomUUID();
        var answer = new CityAnswer(request, number, CityAnswer.Kind.PARTLY, "only the day before");

        requests.receive(answer);
        requests.receive(answer);

        var seen = as(AUTHORITY).get("/api/city-requests/" + request).body();
        assertThat(seen.required("stage").asString()).isEqualTo("PARTLY");
        assertThat(seen.required("answers")).hasSize(1);
        assertThatThrownBy(() -> requests.receive(new CityAnswer(request, number, CityAnswer.Kind.GRANTED, "all")))
                .isInstanceOf(Refusal.NotOpen.class);
        assertThatThrownBy(() -> requests.receive(
                        new CityAnswer(request, number + "x", CityAnswer.Kind.GRANTED, "all after all")))
                .as("it has been answered")
                .isInstanceOf(Refusal.NotOpen.class);
    }

    @Test
    void what_came_on_paper_is_recorded_under_the_citys_number_and_refused_only_with_a_reason() {
        var id = withAuthority("elders");
        var request = sent(id);

        assertThat(move(AUTHORITY, request, "RECEIVE", "").status())
                .as("without the city's number")
                .isEqualTo(422);
        ok(move(AUTHORITY, request, "RECEIVE", reference()));
        var silent = as(CITY).post("/api/city-requests/%s/moves".formatted(request), """
                {"version": %d, "step": "REFUSE", "opinion": " "}
                """.formatted(
                        as(CITY).get("/api/city-requests/" + request)
                                .body()
                                .required("version")
                                .asInt()));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(move(PARTNER, request, "REFUSE", "").status()).isEqualTo(403);
        ok(move(AUTHORITY, request, "REFUSE", reference()));
        assertThat(move(AUTHORITY, request, "REFUSE", reference()).status())
                .as("twice")
                .isEqualTo(409);
        assertThat(as(PARTNER)
                        .get("/api/city-requests?origin=" + caseOf(id))
                        .body()
                        .get(0)
                        .required("stage")
                        .asString())
                .as("the applicant follows it")
                .isEqualTo("REFUSED");
        assertThat(as("xinhe").get("/api/city-requests/" + request).status()).isEqualTo(404);
    }

    @Test
    void the_citys_own_system_hears_of_it_and_its_answer_counts_once_however_often_it_is_said() {
        var id = withAuthority("elders");
        var request = sent(id);
        var counterpart = "/api/demonstration/counterparts/city";
        assertThat(as("xitong")
                        .put(counterpart + "/mood", "{\"mood\": \"TWICE\"}")
                        .status())
                .isLessThan(300);

        var said = as("xitong").post(counterpart + "/words", """
                {"kind": "ANSWER", "subject": "%s", "body": {"reference": "%s", "kind": "PARTLY", "text": "half"}}
                """.formatted(CityDesk.subject(request), request));

        assertThat(said.status()).as("%s", said).isLessThan(300);
        assertThat(as(AUTHORITY).get("/api/city-requests/" + request).text("stage"))
                .isEqualTo("PARTLY");
        assertThat(as("xitong")
                        .put(counterpart + "/mood", "{\"mood\": \"NORMAL\"}")
                        .status())
                .isLessThan(300);
    }
}
