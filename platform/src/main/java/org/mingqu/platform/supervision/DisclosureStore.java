package org.mingqu.platform.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Signature;
import org.mingqu.platform.supervision.Disclosures.Disclosure;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Disclosures as rows.
@Repository
class DisclosureStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    DisclosureStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Disclosure it) {
        sql.sql("""
                        insert into disclosure (id, duty, year, version, organisation, organisation_name, role, content,
                                sm3, signature, evidence, at)
                        values (:id, :duty, :year, :version, :organisation, :organisation_name, :role, :content, :sm3,
                                cast(:signature as jsonb), :evidence, :at)
                        """)
                .param("id", it.id())
                .param("duty", it.duty())
                .param("year", it.year())
                .param("version", it.version())
                .param("organisation", it.discloser().id())
                .param("organisation_name", it.discloser().name())
                .param("role", it.discloser().kind())
                .param("content", it.content())
                .param("sm3", it.sm3())
                .param("signature", json.text(it.signature()))
                .param("evidence", it.evidence())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    int lastVersion(int year, UUID organisation) {
        return sql.sql("""
                        select coalesce(max(version), 0) from disclosure
                         where year = :year and organisation = :organisation
                        """)
                .param("year", year)
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    /// The latest year first, and of each discloser the latest version first.
    List<Disclosure> all() {
        return sql.sql("select * from disclosure order by year desc, organisation_name, version desc")
                .query(this::disclosure)
                .list();
    }

    private Disclosure disclosure(ResultSet row, int number) throws SQLException {
        return new Disclosure(
                row.getObject("id", UUID.class),
                row.getObject("duty", UUID.class),
                row.getInt("year"),
                row.getInt("version"),
                new Party(
                        row.getObject("organisation", UUID.class),
                        row.getString("organisation_name"),
                        row.getString("role")),
                row.getString("content"),
                row.getString("sm3"),
                json.read(row, "signature", Signature.class),
                row.getObject("evidence", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
