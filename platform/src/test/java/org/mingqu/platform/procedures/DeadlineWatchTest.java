package org.mingqu.platform.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Terms are called to mind before their last day and made known after it; nothing is decided by time alone.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlineWatchTest extends OnTheStreet {

    @Autowired
    DeadlineWatch watch;

    @Autowired
    JdbcClient sql;

    @Test
    void a_term_that_has_passed_is_escalated_once_and_decides_nothing() {
        var task = sql.sql(
                        "select id, case_id, due from case_task where not done and not provisional and due is not null limit 1")
                .query()
                .singleRow();
        var late = ((java.sql.Date) task.get("due")).toLocalDate().plusDays(1);

        watch.look(late);
        watch.look(late);

        var file = as("shuju").get("/api/cases/" + task.get("case_id")).body();
        assertThat(file.required("closed").asBoolean()).isFalse();
        var escalations = sql.sql("select count(*) from case_act where case_id = ? and step = 'ESCALATE'")
                .param(task.get("case_id"))
                .query(Long.class)
                .single();
        var overdue = sql.sql("select count(*) from case_task where case_id = ? and escalated_on is not null")
                .param(task.get("case_id"))
                .query(Long.class)
                .single();
        assertThat(escalations).isPositive().isEqualTo(overdue);
        assertThat(sql.sql("select done from case_task where id = ?")
                        .param(task.get("id"))
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
