package org.mingqu.platform.procedures;

import java.util.List;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Searchable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the files that were put to cases, by name.
@Component
@Transactional(readOnly = true)
class CaseFileFinder implements Searchable {

    private final JdbcClient sql;

    CaseFileFinder(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Group group() {
        return Group.DOCUMENTS;
    }

    @Override
    public List<Found> search(String text, int most, Actor actor) {
        return sql.sql("""
                        select d.name, c.number, c.id from case_document d join case_file c on c.id = d.case_id
                         where position(lower(:text) in lower(d.name)) > 0
                           and (:all or exists (select 1 from case_party p
                                                 where p.case_id = c.id and p.organisation = :organisation))
                         order by d.at desc limit :most
                        """)
                .param("text", text)
                .param("all", CaseAccess.seesAll(actor))
                .param("organisation", actor.organisation())
                .param("most", most)
                .query((row, _) ->
                        new Found(row.getString("name"), row.getString("number"), "/cases/" + row.getString("id")))
                .list();
    }
}
