package org.mingqu.platform.pricing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Costs, periods, caps and price sheets as rows.
@Repository
class PricingStore {

    private final JdbcClient sql;

    PricingStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(CostEntry it) {
        sql.sql("""
                        insert into pricing_cost (id, operator, day, line, amount, industry_share_bp, proof, reverses,
                                person_name, evidence)
                        values (:id, :operator, :day, :line, :amount, :share, :proof, :reverses, :person, :evidence)
                        """)
                .param("id", it.id())
                .param("operator", it.operator())
                .param("day", it.day())
                .param("line", it.line().name())
                .param("amount", it.amount())
                .param("share", it.industryShareBp())
                .param("proof", it.proof())
                .param("reverses", it.reverses())
                .param("person", it.personName())
                .param("evidence", it.evidence())
                .update();
    }

    /// The ledger of an operator, in its order.
    List<CostEntry> costs(UUID operator) {
        return sql.sql("select * from pricing_cost where operator = :operator order by place")
                .param("operator", operator)
                .query(PricingStore::cost)
                .list();
    }

    /// The entries between two places of the ledger.
    List<CostEntry> costs(UUID operator, long after, long until) {
        return sql.sql("""
                        select * from pricing_cost where operator = :operator and place > :after and place <= :until
                         order by place
                        """)
                .param("operator", operator)
                .param("after", after)
                .param("until", until)
                .query(PricingStore::cost)
                .list();
    }

    /// The place of the last entry; 0 before the first.
    long lastPlace(UUID operator) {
        return sql.sql("select coalesce(max(place), 0) from pricing_cost where operator = :operator")
                .param("operator", operator)
                .query(Long.class)
                .single();
    }

    void add(Period it) {
        sql.sql("""
                        insert into pricing_period (id, from_day, until_day, yield_bp, margin_bp, tax, carry_over,
                                costs, subsidy, ledger_after, ledger_until, operator, operator_name)
                        values (:id, :from, :until, :yield, :margin, :tax, :carry, :costs, :subsidy, :after, :last,
                                :operator, :name)
                        """)
                .param("id", it.id())
                .param("from", it.from())
                .param("until", it.until())
                .param("yield", it.yieldBp())
                .param("margin", it.marginBp())
                .param("tax", it.tax())
                .param("carry", it.carryOver())
                .param("costs", it.costs())
                .param("subsidy", it.subsidy())
                .param("after", it.ledgerAfter())
                .param("last", it.ledgerUntil())
                .param("operator", it.operator())
                .param("name", it.operatorName())
                .update();
    }

    List<Period> periods() {
        return sql.sql("select * from pricing_period order by from_day desc")
                .query(PricingStore::period)
                .list();
    }

    /// The period, held until the transaction ends: what its caps add up to is decided one after another.
    Optional<Period> hold(UUID id) {
        return sql.sql("select * from pricing_period where id = :id for update")
                .param("id", id)
                .query(PricingStore::period)
                .optional();
    }

    void put(Cap it) {
        sql.sql("""
                        insert into pricing_cap (period, product, product_name, amount, volume, evidence)
                        values (:period, :product, :name, :amount, :volume, :evidence)
                        on conflict (period, product) do update
                           set amount = :amount, volume = :volume, evidence = :evidence
                        """)
                .param("period", it.period())
                .param("product", it.product())
                .param("name", it.productName())
                .param("amount", it.amount())
                .param("volume", it.volume())
                .param("evidence", it.evidence())
                .update();
    }

    List<Cap> caps(UUID period) {
        return sql.sql("select * from pricing_cap where period = :period order by product_name")
                .param("period", period)
                .query((row, number) -> new Cap(
                        row.getObject("period", UUID.class),
                        row.getObject("product", UUID.class),
                        row.getString("product_name"),
                        row.getBigDecimal("amount"),
                        row.getLong("volume"),
                        row.getObject("evidence", UUID.class)))
                .list();
    }

    void add(PriceSheet it) {
        sql.sql("""
                        insert into pricing_sheet (id, product, version, period, unit, cap, hit_only, free_calls, from_day,
                                basis, valuer, valuation, valuation_sm3, evidence)
                        values (:id, :product, :version, :period, :unit, :cap, :hit_only, :free, :from, :basis, :valuer,
                                :valuation, :sm3, :evidence)
                        """)
                .param("id", it.id())
                .param("product", it.product())
                .param("version", it.version())
                .param("period", it.period())
                .param("unit", it.unit())
                .param("cap", it.cap())
                .param("hit_only", it.hitOnly())
                .param("free", it.freeCalls())
                .param("from", it.from())
                .param("basis", it.basis())
                .param("valuer", it.valuer())
                .param("valuation", it.valuation())
                .param("sm3", it.valuationSm3())
                .param("evidence", it.evidence())
                .update();
    }

    /// The price sheets of a product, latest first.
    List<PriceSheet> sheets(UUID product) {
        return sql.sql("select * from pricing_sheet where product = :product order by version desc")
                .param("product", product)
                .query(PricingStore::sheet)
                .list();
    }

    private static CostEntry cost(ResultSet row, int number) throws SQLException {
        return new CostEntry(
                row.getObject("id", UUID.class),
                row.getObject("operator", UUID.class),
                row.getObject("day", LocalDate.class),
                CostEntry.Line.valueOf(row.getString("line")),
                row.getBigDecimal("amount"),
                row.getInt("industry_share_bp"),
                row.getString("proof"),
                row.getObject("reverses", UUID.class),
                row.getString("person_name"),
                row.getObject("evidence", UUID.class));
    }

    private static Period period(ResultSet row, int number) throws SQLException {
        return new Period(
                row.getObject("id", UUID.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getInt("yield_bp"),
                row.getInt("margin_bp"),
                row.getBigDecimal("tax"),
                row.getBigDecimal("carry_over"),
                row.getBigDecimal("costs"),
                row.getBigDecimal("subsidy"),
                row.getLong("ledger_after"),
                row.getLong("ledger_until"),
                row.getObject("operator", UUID.class),
                row.getString("operator_name"));
    }

    private static PriceSheet sheet(ResultSet row, int number) throws SQLException {
        return new PriceSheet(
                row.getObject("id", UUID.class),
                row.getObject("product", UUID.class),
                row.getInt("version"),
                row.getObject("period", UUID.class),
                row.getBigDecimal("unit"),
                row.getBigDecimal("cap"),
                row.getBoolean("hit_only"),
                row.getInt("free_calls"),
                row.getObject("from_day", LocalDate.class),
                row.getString("basis"),
                row.getString("valuer"),
                row.getBigDecimal("valuation"),
                row.getString("valuation_sm3"),
                row.getObject("evidence", UUID.class));
    }
}
