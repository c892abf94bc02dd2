package org.mingqu.platform.listing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.listing.Listing.ListingStage;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Listings as rows.
@Repository
class ListingStore {

    private static final String COLUMNS = """
            id, case_id, version, number, product, product_name, filing_no, owner, owner_name, owner_role, exchange, stage,
            begun_on, prepared_at, package_sm3, exchange_no, reason""";

    private final JdbcClient sql;

    ListingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A trade that the exchange has told of.
    record Trade(String trade, String buyer, BigDecimal amount, LocalDate day, Instant at, UUID evidence) {}

    void add(Listing it) {
        sql.sql("""
                        insert into listing (id, case_id, version, number, product, product_name, filing_no, owner, owner_name,
                                owner_role, exchange, stage, begun_on)
                        values (:id, :case_id, :version, :number, :product, :product_name, :filing_no, :owner, :owner_name,
                                :owner_role, :exchange, :stage, :begun_on)
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("product", it.product())
                .param("product_name", it.productName())
                .param("filing_no", it.filingNo())
                .param("owner", it.owner().id())
                .param("owner_name", it.owner().name())
                .param("owner_role", it.owner().kind())
                .param("exchange", it.exchange())
                .param("stage", it.stage().name())
                .param("begun_on", it.begunOn())
                .update();
    }

    void update(Listing it) {
        var at = it.preparedAt();
        var rows = sql.sql("""
                        update listing
                           set stage = :stage, prepared_at = :prepared_at, package_sm3 = :package_sm3,
                               exchange_no = :exchange_no, reason = :reason, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("prepared_at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("package_sm3", it.packageSm3())
                .param("exchange_no", it.exchangeNo())
                .param("reason", it.reason())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    void keep(UUID id, byte[] content) {
        sql.sql("update listing set package = :package where id = :id")
                .param("id", id)
                .param("package", content)
                .update();
    }

    Optional<byte[]> content(UUID id) {
        return sql.sql("select package from listing where id = :id and package is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<Listing> find(UUID id) {
        return sql.sql("select %s from listing where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(ListingStore::listing)
                .optional();
    }

    Optional<Listing> hold(UUID id) {
        return sql.sql("select %s from listing where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(ListingStore::listing)
                .optional();
    }

    /// The listing of a product that is neither refused nor withdrawn.
    Optional<Listing> live(UUID product) {
        return sql.sql("""
                        select %s from listing
                         where product = :product and stage not in ('REFUSED', 'WITHDRAWN') for update
                        """.formatted(COLUMNS))
                .param("product", product)
                .query(ListingStore::listing)
                .optional();
    }

    List<Listing> all() {
        return sql.sql("select %s from listing order by begun_on desc, number desc limit 1000".formatted(COLUMNS))
                .query(ListingStore::listing)
                .list();
    }

    /// Writes a trade down.
    ///
    /// @return false if it was told before
    boolean add(UUID listing, Trade it) {
        return sql.sql("""
                        insert into listing_trade (listing, trade, buyer, amount, day, at, evidence)
                        values (:listing, :trade, :buyer, :amount, :day, :at, :evidence) on conflict do nothing
                        """)
                        .param("listing", listing)
                        .param("trade", it.trade())
                        .param("buyer", it.buyer())
                        .param("amount", it.amount())
                        .param("day", it.day())
                        .param("at", it.at().atOffset(ZoneOffset.UTC))
                        .param("evidence", it.evidence())
                        .update()
                == 1;
    }

    boolean knows(UUID listing, String trade) {
        return sql.sql("select exists (select 1 from listing_trade where listing = :listing and trade = :trade)")
                .param("listing", listing)
                .param("trade", trade)
                .query(Boolean.class)
                .single();
    }

    List<Trade> trades(UUID listing) {
        return sql.sql("select * from listing_trade where listing = :listing order by at")
                .param("listing", listing)
                .query((row, number) -> new Trade(
                        row.getString("trade"),
                        row.getString("buyer"),
                        row.getBigDecimal("amount"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("evidence", UUID.class)))
                .list();
    }

    private static Listing listing(ResultSet row, int number) throws SQLException {
        var at = row.getObject("prepared_at", OffsetDateTime.class);
        return new Listing(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                row.getObject("product", UUID.class),
                row.getString("product_name"),
                row.getString("filing_no"),
                new Party(row.getObject("owner", UUID.class), row.getString("owner_name"), row.getString("owner_role")),
                row.getString("exchange"),
                ListingStage.valueOf(row.getString("stage")),
                row.getObject("begun_on", LocalDate.class),
                at == null ? null : at.toInstant(),
                row.getString("package_sm3"),
                row.getString("exchange_no"),
                row.getString("reason"));
    }
}
