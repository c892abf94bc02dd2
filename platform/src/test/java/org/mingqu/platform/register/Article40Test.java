package org.mingqu.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

@DisplayName(
        "Articles 1, 2, 40, 41: the rules in force are data; a figure changes from a day on, for a reason, and shows first what it would do")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article40Test extends OnTheStreet {

    private static final String TERM = "release-operator";

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private JsonNode figure(String name) {
        for (JsonNode it : nobody().get("/api/rules").body().required("figures")) {
            if (it.required("name").asString().equals(name)) {
                return it;
            }
        }
        throw new AssertionError(name);
    }

    private static Guest.Reply change(Guest person, String name, int value, LocalDate from, String reason) {
        return person.post(
                "/api/rules/%s/changes".formatted(name),
                "{\"value\": %d, \"from\": \"%s\", \"reason\": \"%s\"}".formatted(value, from, reason));
    }

    @Test
    void anybody_reads_which_rules_hold_until_when_and_where_they_contradict_one_another() {
        var register = nobody().get("/api/rules").body();
        var measures = register.required("statutes").get(0);
        assertThat(measures.required("code").asString()).isEqualTo("measures");
        assertThat(measures.required("from").asString()).isEqualTo("2025-01-10");
        assertThat(measures.required("until").asString()).isEqualTo("2028-01-09");
        assertThat(register.required("conflicts").size()).isGreaterThanOrEqualTo(8);
        assertThat(figure("source-opinion").required("now").asInt()).isEqualTo(5);
    }

    @Test
    void a_change_holds_from_its_day_on_and_says_who_and_why() {
        var day = today().plusDays(40);
        var changed = change(as("shuju"), TERM, 4, day, "more products");
        assertThat(changed.status()).as("%s", changed).isEqualTo(201);
        var figure = figure(TERM);
        assertThat(figure.required("now").asInt()).isEqualTo(3);
        var latest = figure.required("history").get(0);
        assertThat(latest.required("value").asInt()).isEqualTo(4);
        assertThat(latest.required("from").asString()).isEqualTo(day.toString());
        assertThat(latest.required("reason").asString()).isEqualTo("more products");
        assertThat(latest.required("by").asString()).isNotBlank();
        assertThat(change(as("shuju"), TERM, 5, day, "again").problem()).contains("invalid");
    }

    @Test
    void the_past_is_not_rewritten_and_a_change_without_a_reason_is_none() {
        assertThat(change(as("shuju"), TERM, 4, today(), "now").status()).isEqualTo(422);
        assertThat(change(as("shuju"), TERM, 4, today().plusDays(2), " ").status())
                .isEqualTo(422);
        assertThat(change(as("shuju"), TERM, 0, today().plusDays(2), "none").status())
                .isEqualTo(422);
        assertThat(change(as("yunying"), TERM, 4, today().plusDays(2), "mine").status())
                .isEqualTo(403);
    }

    @Test
    void before_a_change_it_shows_what_it_would_have_meant_and_that_no_open_case_changes() {
        var before = due();
        var simulated = as("shuju")
                .post("/api/rules/operator-review/simulation", "{\"value\": 1}")
                .body();
        assertThat(simulated.required("openNow").asInt()).isPositive();
        assertThat(simulated.required("lateThen").asInt())
                .isGreaterThanOrEqualTo(simulated.required("lateNow").asInt());
        for (JsonNode example : simulated.required("examples")) {
            assertThat(example.required("would").asString())
                    .isLessThan(example.required("due").asString());
        }
        assertThat(due()).isEqualTo(before);
        var same = as("shuju")
                .post("/api/rules/operator-review/simulation", "{\"value\": 5}")
                .body();
        assertThat(same.required("lateThen")).isEqualTo(same.required("lateNow"));
        assertThat(same.required("wouldBeLate")).isEqualTo(same.required("lateBefore"));
    }

    private String due() {
        var days = new StringBuilder();
        as("yunying")
                .get("/api/tasks?size=200")
                .body()
                .required("items")
                .forEach(it ->
                        days.append(it.path("clock").path("due").asString("")).append(' '));
        return days.toString();
    }
}
