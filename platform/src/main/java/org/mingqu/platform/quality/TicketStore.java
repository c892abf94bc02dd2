package org.mingqu.platform.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tickets, and who was told of them, as rows.
@Repository
class TicketStore {

    private final JdbcClient sql;

    TicketStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What somebody was told: a product that they make or use is affected, or corrected.
    record Notice(UUID ticket, UUID product, String productName, Party to, Ticket.Stage stage, Instant at) {}

    void add(Ticket it) {
        sql.sql("""
                        insert into quality_ticket (id, case_id, version, number, product, product_name, col, origin, sample,
                                reporter, reporter_name, reporter_role, department, department_name, resource,
                                resource_title, data_version, stage, reported_on)
                        values (:id, :case_id, :version, :number, :product, :product_name, :col, :origin, :sample, :reporter,
                                :reporter_name, :reporter_role, :department, :department_name, :resource,
                                :resource_title, :data_version, :stage, :reported_on)
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("product", it.product())
                .param("product_name", it.productName())
                .param("col", it.column())
                .param("origin", it.origin())
                .param("sample", it.sample())
                .param("reporter", it.reporter().id())
                .param("reporter_name", it.reporter().name())
                .param("reporter_role", it.reporter().kind())
                .param("department", it.department().id())
                .param("department_name", it.department().name())
                .param("resource", it.resource())
                .param("resource_title", it.resourceTitle())
                .param("data_version", it.dataVersion())
                .param("stage", it.stage().name())
                .param("reported_on", it.reportedOn())
                .update();
    }

    Optional<Ticket> find(UUID id) {
        return sql.sql("select * from quality_ticket where id = :id")
                .param("id", id)
                .query(TicketStore::ticket)
                .optional();
    }

    Optional<Ticket> hold(UUID id) {
        return sql.sql("select * from quality_ticket where id = :id for update")
                .param("id", id)
                .query(TicketStore::ticket)
                .optional();
    }

    List<Ticket> all() {
        return sql.sql("select * from quality_ticket order by reported_on desc, number desc limit 1000")
                .query(TicketStore::ticket)
                .list();
    }

    void update(Ticket it) {
        var rows = sql.sql("""
                        update quality_ticket
                           set stage = :stage, answer = :answer, fixed_version = :fixed, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("answer", it.answer())
                .param("fixed", it.fixedVersion())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    void tell(Notice it) {
        sql.sql("""
                        insert into quality_notice (ticket, product, product_name, organisation, organisation_name, stage, at)
                        values (:ticket, :product, :product_name, :organisation, :name, :stage, :at) on conflict do nothing
                        """)
                .param("ticket", it.ticket())
                .param("product", it.product())
                .param("product_name", it.productName())
                .param("organisation", it.to().id())
                .param("name", it.to().name())
                .param("stage", it.stage().name())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Who was told of a ticket.
    List<Notice> told(UUID ticket) {
        return notices("ticket = :id", ticket);
    }

    /// What an organisation was told.
    List<Notice> toldTo(UUID organisation) {
        return notices("organisation = :id", organisation);
    }

    private List<Notice> notices(String condition, UUID id) {
        return sql.sql("select * from quality_notice where %s order by at desc, product_name".formatted(condition))
                .param("id", id)
                .query((row, number) -> new Notice(
                        row.getObject("ticket", UUID.class),
                        row.getObject("product", UUID.class),
                        row.getString("product_name"),
                        new Party(row.getObject("organisation", UUID.class), row.getString("organisation_name"), ""),
                        Ticket.Stage.valueOf(row.getString("stage")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                row.getObject("product", UUID.class),
                row.getString("product_name"),
                row.getString("col"),
                row.getString("origin"),
                row.getString("sample"),
                new Party(
                        row.getObject("reporter", UUID.class),
                        row.getString("reporter_name"),
                        row.getString("reporter_role")),
                new Party(row.getObject("department", UUID.class), row.getString("department_name"), "SOURCE"),
                row.getObject("resource", UUID.class),
                row.getString("resource_title"),
                row.getInt("data_version"),
                Ticket.Stage.valueOf(row.getString("stage")),
                row.getString("answer"),
                row.getObject("fixed_version", Integer.class),
                row.getObject("reported_on", LocalDate.class));
    }
}
