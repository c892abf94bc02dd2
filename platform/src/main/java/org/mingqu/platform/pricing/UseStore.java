package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.products.ProductCalled;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Metered use and bills as rows.
@Repository
class UseStore {

    private final JdbcClient sql;

    UseStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What a customer has used of a product in a month.
    ///
    /// @param amount in yuan, as the sum of what each use cost then
    record Metered(
            UUID product,
            UUID customer,
            String customerName,
            LocalDate month,
            long uses,
            long billable,
            BigDecimal amount) {}

    void meter(ProductCalled it, LocalDate day, boolean billable, BigDecimal amount, @Nullable UUID sheet) {
        sql.sql("""
                        insert into pricing_use (evidence, product, owner, customer, customer_name, purpose, request, at, month,
                                day, hit, billable, amount, sheet)
                        values (:evidence, :product, :owner, :customer, :name, :purpose, :request, :at, :month, :day, :hit,
                                :billable, :amount, :sheet)
                        """)
                .param("evidence", it.evidence())
                .param("product", it.product())
                .param("owner", it.owner().id())
                .param("customer", it.customer().id())
                .param("name", it.customer().name())
                .param("purpose", it.purpose().name())
                .param("request", it.request())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .param("month", day.withDayOfMonth(1))
                .param("day", day)
                .param("hit", it.hit())
                .param("billable", billable)
                .param("amount", amount)
                .param("sheet", sheet)
                .update();
    }

    /// How many calls of a customer count against the free ones of a month.
    int counted(UUID product, UUID customer, LocalDate month, boolean hitOnly) {
        return sql.sql("""
                        select count(*) from pricing_use
                         where product = :product and customer = :customer and month = :month and (hit or not :hit_only)
                        """)
                .param("product", product)
                .param("customer", customer)
                .param("month", month)
                .param("hit_only", hitOnly)
                .query(Integer.class)
                .single();
    }

    /// The use of the products of an owner, by product, customer and month.
    List<Metered> ofOwner(UUID owner) {
        return metered("owner = :id", owner);
    }

    /// The use by a customer.
    List<Metered> ofCustomer(UUID customer) {
        return metered("customer = :id", customer);
    }

    private List<Metered> metered(String condition, UUID id) {
        return sql.sql("""
                        select product, customer, max(customer_name) as customer_name, month, count(*) as uses,
                               count(*) filter (where billable) as billable, sum(amount) as amount
                          from pricing_use where %s
                         group by product, customer, month order by month desc, customer_name
                        """.formatted(condition))
                .param("id", id)
                .query((row, number) -> new Metered(
                        row.getObject("product", UUID.class),
                        row.getObject("customer", UUID.class),
                        row.getString("customer_name"),
                        row.getObject("month", LocalDate.class),
                        row.getLong("uses"),
                        row.getLong("billable"),
                        PermittedRevenue.money(row.getBigDecimal("amount"))))
                .list();
    }

    /// What was billed for use within a period, by all makers of products.
    BigDecimal revenue(LocalDate from, LocalDate until) {
        return PermittedRevenue.money(sql.sql("""
                        select coalesce(sum(amount), 0) from pricing_use
                         where bill is not null and day between :from and :until
                        """)
                .param("from", from)
                .param("until", until)
                .query(BigDecimal.class)
                .single());
    }

    /// What no bill has yet.
    ///
    /// @param from day of the first use
    /// @param until day of the last
    record Unbilled(LocalDate from, LocalDate until, long uses, long billable, BigDecimal amount) {}

    /// The uses that no bill has yet; empty if there are none.
    Optional<Unbilled> unbilled(UUID product, UUID customer) {
        return sql.sql("""
                        select min(day) as first, max(day) as last, count(*) as uses,
                               count(*) filter (where billable) as billable, sum(amount) as amount
                          from pricing_use where product = :product and customer = :customer and bill is null
                        having count(*) > 0
                        """)
                .param("product", product)
                .param("customer", customer)
                .query((row, number) -> new Unbilled(
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getLong("uses"),
                        row.getLong("billable"),
                        PermittedRevenue.money(row.getBigDecimal("amount"))))
                .optional();
    }

    /// Puts the uses that no bill has yet on a bill.
    ///
    /// @return how many
    int bill(Bill it) {
        return sql.sql("""
                        update pricing_use set bill = :bill
                         where product = :product and customer = :customer and bill is null
                        """)
                .param("bill", it.id())
                .param("product", it.product())
                .param("customer", it.customer().id())
                .update();
    }

    /// The sum of the uses on a bill, computed again.
    BigDecimal sum(UUID bill) {
        return PermittedRevenue.money(sql.sql("select coalesce(sum(amount), 0) from pricing_use where bill = :bill")
                .param("bill", bill)
                .query(BigDecimal.class)
                .single());
    }

    void add(Bill it) {
        sql.sql("""
                        insert into pricing_bill (id, number, product, product_name, owner, owner_name, customer, customer_name,
                                from_day, until_day, uses, billable, amount, issued_on, evidence)
                        values (:id, :number, :product, :product_name, :owner, :owner_name, :customer, :customer_name,
                                :from, :until, :uses, :billable, :amount, :issued_on, :evidence)
                        """)
                .param("id", it.id())
                .param("number", it.number())
                .param("product", it.product())
                .param("product_name", it.productName())
                .param("owner", it.owner().id())
                .param("owner_name", it.owner().name())
                .param("customer", it.customer().id())
                .param("customer_name", it.customer().name())
                .param("from", it.from())
                .param("until", it.until())
                .param("uses", it.uses())
                .param("billable", it.billable())
                .param("amount", it.amount())
                .param("issued_on", it.issuedOn())
                .param("evidence", it.evidence())
                .update();
    }

    List<Bill> bills() {
        return sql.sql("select * from pricing_bill order by issued_on desc, number desc")
                .query(UseStore::bill)
                .list();
    }

    private static Bill bill(ResultSet row, int number) throws SQLException {
        return new Bill(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("product", UUID.class),
                row.getString("product_name"),
                new Party(row.getObject("owner", UUID.class), row.getString("owner_name"), ""),
                new Party(row.getObject("customer", UUID.class), row.getString("customer_name"), ""),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getLong("uses"),
                row.getLong("billable"),
                row.getBigDecimal("amount"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("evidence", UUID.class));
    }
}
