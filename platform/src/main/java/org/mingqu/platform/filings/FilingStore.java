package org.mingqu.platform.filings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Filings as rows.
@Repository
class FilingStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    FilingStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Filing it) {
        statement("""
                        insert into filing (id, product, case_id, version, filing_no, product_name, owner, owner_name,
                                owner_role, state, issued_on, valid_until, warned, content, corrections, reason)
                        values (:id, :product, :case_id, :version, :filing_no, :product_name, :owner, :owner_name,
                                :owner_role, :state, :issued_on, :valid_until, :warned, cast(:content as jsonb),
                                cast(:corrections as jsonb), :reason)
                        """, it)
                .param("product", it.product())
                .param("case_id", it.caseId())
                .param("filing_no", it.filingNo())
                .param("product_name", it.productName())
                .param("owner", it.owner().id())
                .param("owner_name", it.owner().name())
                .param("owner_role", it.owner().kind())
                .update();
    }

    void update(Filing it) {
        var rows = statement("""
                        update filing
                           set state = :state, issued_on = :issued_on, valid_until = :valid_until, warned = :warned,
                               content = cast(:content as jsonb), corrections = cast(:corrections as jsonb),
                               reason = :reason, version = :version
                         where id = :id and version = :version - 1
                        """, it).update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private JdbcClient.StatementSpec statement(String text, Filing it) {
        return sql.sql(text)
                .param("id", it.id())
                .param("version", it.version())
                .param("state", it.state().name())
                .param("issued_on", it.issuedOn())
                .param("valid_until", it.validUntil())
                .param("warned", it.warned())
                .param("content", json.text(it.content()))
                .param("corrections", json.text(it.corrections()))
                .param("reason", it.reason());
    }

    Optional<Filing> of(UUID product) {
        return sql.sql("select * from filing where product = :product")
                .param("product", product)
                .query(this::filing)
                .optional();
    }

    Optional<Filing> hold(UUID id) {
        return sql.sql("select * from filing where id = :id for update")
                .param("id", id)
                .query(this::filing)
                .optional();
    }

    List<Filing> all() {
        return sql.sql("select * from filing order by issued_on desc, filing_no desc")
                .query(this::filing)
                .list();
    }

    /// Those that hold and whose last day is before that day, or is not yet warned of and is near it.
    List<Filing> ending(LocalDate soon) {
        return sql.sql("select * from filing where state = 'VALID' and valid_until < :soon for update")
                .param("soon", soon)
                .query(this::filing)
                .list();
    }

    private Filing filing(ResultSet row, int number) throws SQLException {
        return new Filing(
                row.getObject("id", UUID.class),
                row.getObject("product", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("filing_no"),
                row.getString("product_name"),
                new Party(row.getObject("owner", UUID.class), row.getString("owner_name"), row.getString("owner_role")),
                Filing.State.valueOf(row.getString("state")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("warned"),
                json.read(row, "content", new TypeReference<Map<String, String>>() {}),
                json.list(row, "corrections", Filing.Correction.class),
                row.getString("reason"));
    }
}
