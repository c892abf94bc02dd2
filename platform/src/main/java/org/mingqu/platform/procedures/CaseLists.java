package org.mingqu.platform.procedures;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cases by their kinds.
@Repository
class CaseLists {

    private final JdbcClient sql;

    CaseLists(JdbcClient sql) {
        this.sql = sql;
    }

    /// The latest first.
    ///
    /// @param party only those that this organisation was admitted to; null for all
    List<CaseFile> ofKinds(List<String> kinds, @Nullable UUID party, int most) {
        return sql.sql("""
                        select %s from case_file c
                         where c.kind in (:kinds)
                           and (cast(:party as uuid) is null
                                or c.id in (select case_id from case_party where organisation = :party))
                         order by c.started_on desc, c.number desc limit :most
                        """.formatted(CaseStore.COLUMNS))
                .param("kinds", kinds)
                .param("party", party)
                .param("most", most)
                .query(CaseStore::file)
                .list();
    }

    List<UUID> idsOfKinds(List<String> kinds, @Nullable UUID party) {
        return sql.sql("""
                        select c.id from case_file c
                         where c.kind in (:kinds)
                           and (cast(:party as uuid) is null
                                or c.id in (select case_id from case_party where organisation = :party))
                        """)
                .param("kinds", kinds)
                .param("party", party)
                .query(UUID.class)
                .list();
    }
}
