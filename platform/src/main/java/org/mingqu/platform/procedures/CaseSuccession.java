package org.mingqu.platform.procedures;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Open cases and tasks go on with the successor; the clocks of tasks run on unbroken. What is over keeps the old name.
@Repository
class CaseSuccession {

    private final Handover handover;
    private final JdbcClient sql;

    CaseSuccession(Handover handover, JdbcClient sql) {
        this.handover = handover;
        this.sql = sql;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "case_task", "organisation", "organisation_name", "not done");
        handover.hand(it, "case_file", "applicant", "applicant_name", "not closed");
        handover.hand(it, "task_delegation", "organisation", "true");
        // The successor sees what its predecessor saw, closed cases as well.
        sql.sql("""
                        insert into case_party (case_id, organisation)
                        select case_id, :after from case_party where organisation = :before
                        on conflict do nothing
                        """)
                .param("before", it.before())
                .param("after", it.after().id())
                .update();
    }
}
