package org.mingqu.platform.products;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Products as rows.
@Repository
class ProductStore {

    private static final String COLUMNS = """
            id, case_id, version, number, owner, owner_name, owner_role, terms, derivation, stage,
            assessor, assessor_name, filing_no, started_on, filed_on""";

    private final JdbcClient sql;
    private final JsonColumns json;

    ProductStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    /// Adds a product.
    ///
    /// @param rows what it serves
    void add(Product it, List<List<@Nullable Object>> rows) {
        sql.sql("""
                        insert into product (id, case_id, version, number, owner, owner_name, owner_role, terms, derivation,
                                stage, started_on, content)
                        values (:id, :case_id, :version, :number, :owner, :owner_name, :owner_role, cast(:terms as jsonb),
                                cast(:derivation as jsonb), :stage, :started_on, cast(:content as jsonb))
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("owner", it.owner().id())
                .param("owner_name", it.owner().name())
                .param("owner_role", it.owner().kind())
                .param("terms", json.text(it.terms()))
                .param("derivation", json.text(it.derivation()))
                .param("stage", it.stage().name())
                .param("started_on", it.startedOn())
                .param("content", json.text(rows))
                .update();
    }

    Optional<Product> find(UUID id) {
        return sql.sql("select %s from product where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::product)
                .optional();
    }

    Optional<Product> hold(UUID id) {
        return sql.sql("select %s from product where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(this::product)
                .optional();
    }

    List<Product> all() {
        return sql.sql("select %s from product order by started_on desc, number desc limit 1000".formatted(COLUMNS))
                .query(this::product)
                .list();
    }

    /// What a product serves, row by row.
    List<List<@Nullable Object>> rows(UUID id) {
        return sql.sql("select content from product where id = :id")
                .param("id", id)
                .query((row, number) -> json.read(row, "content", new TypeReference<List<List<@Nullable Object>>>() {}))
                .single();
    }

    void update(Product it) {
        var assessor = it.assessor();
        var rows = sql.sql("""
                        update product
                           set terms = cast(:terms as jsonb), stage = :stage, assessor = :assessor,
                               assessor_name = :assessor_name, filing_no = :filing_no, filed_on = :filed_on,
                               version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("terms", json.text(it.terms()))
                .param("stage", it.stage().name())
                .param("assessor", assessor == null ? null : assessor.id())
                .param("assessor_name", assessor == null ? null : assessor.name())
                .param("filing_no", it.filingNo())
                .param("filed_on", it.filedOn())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    /// The next filing number of a year, without a gap.
    String nextFiling(int year) {
        var next = sql.sql("""
                        insert into product_filing (year, last) values (:year, 1)
                        on conflict (year) do update set last = product_filing.last + 1 returning last
                        """).param("year", year).query(Integer.class).single();
        return "GMBA-%d-%04d".formatted(year, next);
    }

    /// Writes down that a use was refused, and why.
    void refused(UUID id, Party by, String scenario, String reason, Instant at, UUID evidence) {
        sql.sql("""
                        insert into product_attempt (product, organisation, organisation_name, scenario, reason, at, evidence)
                        values (:product, :organisation, :name, :scenario, :reason, :at, :evidence)
                        """)
                .param("product", id)
                .param("organisation", by.id())
                .param("name", by.name())
                .param("scenario", scenario)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("evidence", evidence)
                .update();
    }

    List<Attempt> attempts(UUID id) {
        return sql.sql("select * from product_attempt where product = :id order by at desc limit 100")
                .param("id", id)
                .query((row, number) -> new Attempt(
                        row.getString("organisation_name"),
                        row.getString("scenario"),
                        row.getString("reason"),
                        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                        row.getObject("evidence", UUID.class)))
                .list();
    }

    /// A use that was refused.
    record Attempt(String organisationName, String scenario, String reason, Instant at, UUID evidence) {}

    private Product product(ResultSet row, int number) throws SQLException {
        var assessor = row.getObject("assessor", UUID.class);
        return new Product(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                new Party(row.getObject("owner", UUID.class), row.getString("owner_name"), row.getString("owner_role")),
                json.read(row, "terms", ProductTerms.class),
                json.read(row, "derivation", Product.Derivation.class),
                Product.Stage.valueOf(row.getString("stage")),
                assessor == null ? null : new Party(assessor, row.getString("assessor_name"), "ASSESSOR"),
                row.getString("filing_no"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("filed_on", LocalDate.class));
    }
}
