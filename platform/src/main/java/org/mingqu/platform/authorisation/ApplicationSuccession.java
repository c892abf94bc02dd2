package org.mingqu.platform.authorisation;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Applications that are not decided go on with the successor, of the applicant and of the departments asked.
@Repository
class ApplicationSuccession {

    private static final String RUNNING = "stage not in ('GRANTED', 'REFUSED', 'REJECTED', 'WITHDRAWN')";

    private final Handover handover;
    private final JdbcClient sql;

    ApplicationSuccession(Handover handover, JdbcClient sql) {
        this.handover = handover;
        this.sql = sql;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "application", "applicant", "applicant_name", RUNNING);
        sql.sql("""
                        update application
                           set items = (select jsonb_agg(case when i -> 'department' ->> 'id' = :before
                                                              then jsonb_set(jsonb_set(i, '{department,id}',
                                                                                       to_jsonb(cast(:after as text))),
                                                                             '{department,name}',
                                                                             to_jsonb(cast(:name as text)))
                                                              else i end order by place)
                                          from jsonb_array_elements(items) with ordinality as e (i, place))
                         where %s and exists (select 1 from jsonb_array_elements(items) as s (i)
                                               where i -> 'department' ->> 'id' = :before)
                        """.formatted(RUNNING))
                .param("before", it.before().toString())
                .param("after", it.after().id().toString())
                .param("name", it.after().name())
                .update();
    }
}
