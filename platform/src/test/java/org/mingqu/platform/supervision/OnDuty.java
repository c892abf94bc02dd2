package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.calendar.StateCouncil;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the tests of the articles on supervision share: duties found, submitted, accepted through the interface.
abstract class OnDuty extends OnTheStreet {

    static final String AUTHORITY = "shuju";
    static final String OPERATOR = "yunying";

    @Autowired
    Register register;

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /// Brings the register to the first day of a month from now, as the passing of time would.
    YearMonth laterBy(int months) {
        var month = YearMonth.from(today()).plusMonths(months);
        register.look(month.atDay(1));
        return month;
    }

    static LocalDate workingDaysAfter(LocalDate day, int count) {
        return StateCouncil.calendar()
                .deadline(day, WorkingDays.workingDays(count))
                .lastDay();
    }

    List<JsonNode> duties(String username, String code) {
        var found = new ArrayList<JsonNode>();
        as(username)
                .get("/api/duties?size=200&code=" + code)
                .body()
                .required("items")
                .forEach(found::add);
        return found;
    }

    JsonNode duty(String username, String code, LocalDate from) {
        return duties(username, code).stream()
                .filter(it -> LocalDate.parse(it.required("from").asString()).equals(from))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s sees no %s of %s".formatted(username, code, from)));
    }

    static String id(JsonNode line) {
        return line.required("id").asString();
    }

    static LocalDate day(JsonNode line, String field) {
        return LocalDate.parse(line.required(field).asString());
    }

    Guest.Reply take(String username, String id, String step, String more) {
        var version = as(AUTHORITY)
                .get("/api/duties/" + id)
                .body()
                .required("version")
                .asInt();
        return as(username)
                .post(
                        "/api/duties/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\"%s}".formatted(version, step, more));
    }

    static String form(String fields) {
        return ", \"form\": {%s}".formatted(fields);
    }

    Guest.Reply accepted(Guest.Reply reply, String stage) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.text("stage")).isEqualTo(stage);
        return reply;
    }

    JsonNode wall() {
        return as(AUTHORITY).get("/api/duties/wall").body();
    }
}
