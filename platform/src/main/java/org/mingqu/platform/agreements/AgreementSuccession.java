package org.mingqu.platform.agreements;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Agreements that are not ended go on with the successor. What was signed stays as it was signed, with the old name: a
/// signature is under that very text. Where nobody has signed yet, the successor is to sign.
@Repository
class AgreementSuccession {

    private final Handover handover;
    private final JdbcClient sql;

    AgreementSuccession(Handover handover, JdbcClient sql) {
        this.handover = handover;
        this.sql = sql;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "agreement", "partner", "partner_name", "stage not in ('TERMINATED', 'EXPIRED')");
        sql.sql("""
                        update agreement
                           set parties = (select jsonb_agg(case when p -> 'party' ->> 'id' = :before
                                                                then jsonb_set(jsonb_set(p, '{party,id}', to_jsonb(cast(:after as text))),
                                                                               '{party,name}', to_jsonb(cast(:name as text)))
                                                                else p end order by place)
                                            from jsonb_array_elements(parties) with ordinality as e (p, place))
                         where stage in ('DRAFT', 'SIGNING')
                           and not exists (select 1 from jsonb_array_elements(parties) as s (p)
                                            where p ->> 'signedAt' is not null)
                           and exists (select 1 from jsonb_array_elements(parties) as s (p)
                                        where p -> 'party' ->> 'id' = :before)
                        """)
                .param("before", it.before().toString())
                .param("after", it.after().id().toString())
                .param("name", it.after().name())
                .update();
    }
}
