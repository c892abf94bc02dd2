package org.mingqu.platform.products;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Who may use a product, and each call of it.
@Repository
class CustomerStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    CustomerStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    /// Who may use a product.
    ///
    /// @param party its kind is the role in which it uses it
    record ProductCustomer(Party party, String scenario, UsePurpose purpose, LocalDate since) {}

    /// A call as it was answered.
    record Answered(Map<String, String> filter, CallsController.UseAnswer answer) {}

    /// Lets somebody use a product.
    ///
    /// @return false if they may already
    boolean add(UUID product, ProductCustomer it) {
        return sql.sql("""
                        insert into product_customer (product, organisation, organisation_name, role, scenario, purpose, since)
                        values (:product, :organisation, :name, :role, :scenario, :purpose, :since) on conflict do nothing
                        """)
                        .param("product", product)
                        .param("organisation", it.party().id())
                        .param("name", it.party().name())
                        .param("role", it.party().kind())
                        .param("scenario", it.scenario())
                        .param("purpose", it.purpose().name())
                        .param("since", it.since())
                        .update()
                == 1;
    }

    List<ProductCustomer> of(UUID product) {
        return sql.sql("select * from product_customer where product = :product order by organisation_name")
                .param("product", product)
                .query((row, number) -> new ProductCustomer(
                        new Party(
                                row.getObject("organisation", UUID.class),
                                row.getString("organisation_name"),
                                row.getString("role")),
                        row.getString("scenario"),
                        UsePurpose.valueOf(row.getString("purpose")),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    /// The products that an organisation may use.
    List<UUID> productsOf(UUID organisation) {
        return sql.sql("select product from product_customer where organisation = :organisation")
                .param("organisation", organisation)
                .query(UUID.class)
                .list();
    }

    Optional<Answered> answered(UUID product, UUID organisation, String request) {
        return sql.sql("""
                        select filter, answer from product_call
                         where product = :product and organisation = :organisation and request = :request
                        """)
                .param("product", product)
                .param("organisation", organisation)
                .param("request", request)
                .query((row, number) -> new Answered(
                        json.read(row, "filter", new TypeReference<Map<String, String>>() {}),
                        json.read(row, "answer", CallsController.UseAnswer.class)))
                .optional();
    }

    void call(
            UUID product,
            UUID organisation,
            CallsController.UseRequest it,
            CallsController.UseAnswer answer,
            Instant at) {
        sql.sql("""
                        insert into product_call (product, organisation, request, filter, answer, at, evidence)
                        values (:product, :organisation, :request, cast(:filter as jsonb), cast(:answer as jsonb), :at,
                                :evidence)
                        """)
                .param("product", product)
                .param("organisation", organisation)
                .param("request", it.request())
                .param("filter", json.text(it.filter()))
                .param("answer", json.text(answer))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("evidence", answer.evidence())
                .update();
    }
}
