package org.mingqu.platform.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Article 18: a term that reaches into a year without a calendar is provisional until the notice is there")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarTest extends OnTheStreet {

    private static final String NOTICE = """
            {"source": "https://www.gov.cn/test-only", "days": [
              {"day": "2031-01-01", "works": false}, {"day": "2031-01-02", "works": false},
              {"day": "2031-01-04", "works": true}]}
            """;

    @Autowired
    JdbcClient sql;

    private UUID provisionalTask() {
        var id = UUID.randomUUID();
        sql.sql("""
                        insert into case_task (id, case_id, stage, step, organisation, organisation_name, role,
                                received_at, received_on, due, provisional, term_days, article, done, reminded)
                        select ?, case_id, stage, step, organisation, organisation_name, role, received_at,
                               ?, ?, true, 5, '18', false, 0
                          from case_task limit 1
                        """)
                .params(id, LocalDate.of(2030, 12, 31), LocalDate.of(2031, 1, 7))
                .update();
        return id;
    }

    @Test
    void the_authority_takes_the_notice_in_and_open_terms_are_computed_again_with_an_entry() {
        var task = provisionalTask();

        var taken = as("shuju").put("/api/calendar/2031", NOTICE);

        assertThat(taken.status()).as("%s", taken).isEqualTo(200);
        assertThat(taken.body().required("moved").asInt()).isPositive();
        var row = sql.sql("select due, provisional, case_id from case_task where id = ?")
                .param(task)
                .query()
                .singleRow();
        assertThat(row.get("due")).hasToString("2031-01-08"); // 3rd, 4th (worked on), 6th, 7th, 8th
        assertThat(row.get("provisional")).isEqualTo(false);
        assertThat(sql.sql("select count(*) from evidence_entry where act = 'term-computed-again' and case_id = ?")
                        .param(row.get("case_id"))
                        .query(Long.class)
                        .single())
                .isPositive();
        sql.sql("delete from case_task where id = ?").param(task).update();
    }

    @Test
    void a_year_that_came_with_the_program_and_a_notice_of_another_year_are_refused() {
        assertThat(as("shuju")
                        .put("/api/calendar/2026", NOTICE.replace("2031", "2026"))
                        .problem())
                .isEqualTo("calendar-year-built-in");
        assertThat(as("shuju").put("/api/calendar/2032", NOTICE).status()).isEqualTo(422);
        assertThat(as("shuju")
                        .put("/api/calendar/2031", NOTICE.replace("2031-01-04", "2031-01-06"))
                        .status())
                .as("a weekday that is worked on")
                .isEqualTo(422);
        assertThat(as("yunying").put("/api/calendar/2031", NOTICE).status()).isEqualTo(403);
    }
}
