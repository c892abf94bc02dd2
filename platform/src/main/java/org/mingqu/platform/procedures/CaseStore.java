package org.mingqu.platform.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.CalendarTerm;
import org.mingqu.calendar.Term;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cases, their parties and acts as rows.
@Repository
class CaseStore {

    static final String COLUMNS = """
            c.id, c.kind, c.number, c.title, c.stage, c.applicant, c.applicant_name, c.applicant_kind, c.started_on,
            c.version, c.closed, c.subject""";

    private final JdbcClient sql;

    CaseStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The next number of a prefix in a year: SQ-2026-0001.
    String nextNumber(String prefix, int year) {
        var count = sql.sql("""
                        insert into case_number (prefix, year, last) values (:prefix, :year, 1)
                        on conflict (prefix, year) do update set last = case_number.last + 1
                        returning last
                        """)
                .param("prefix", prefix)
                .param("year", year)
                .query(Integer.class)
                .single();
        return "%s-%d-%04d".formatted(prefix, year, count);
    }

    void add(CaseFile it) {
        sql.sql("""
                        insert into case_file (id, kind, number, title, stage, applicant, applicant_name, applicant_kind,
                                started_on, version, closed, subject)
                        values (:id, :kind, :number, :title, :stage, :applicant, :applicant_name, :applicant_kind,
                                :started_on, 1, false, :subject)
                        """)
                .param("id", it.id())
                .param("kind", it.kind())
                .param("number", it.number())
                .param("title", it.title())
                .param("stage", it.stage())
                .param("applicant", it.applicant().id())
                .param("applicant_name", it.applicant().name())
                .param("applicant_kind", it.applicant().kind())
                .param("started_on", it.startedOn())
                .param("subject", it.subject())
                .update();
    }

    void admit(UUID id, UUID organisation) {
        sql.sql("insert into case_party (case_id, organisation) values (:id, :organisation) on conflict do nothing")
                .param("id", id)
                .param("organisation", organisation)
                .update();
    }

    void rename(UUID id, String title) {
        sql.sql("update case_file set title = :title where id = :id")
                .param("id", id)
                .param("title", title)
                .update();
    }

    void stage(UUID id, String stage) {
        sql.sql("update case_file set stage = :stage, version = version + 1 where id = :id")
                .param("id", id)
                .param("stage", stage)
                .update();
    }

    void close(UUID id) {
        sql.sql("update case_file set closed = true where id = :id")
                .param("id", id)
                .update();
    }

    /// A line of the case's history.
    ///
    /// @param step stable name of what was done
    void act(
            UUID id,
            Instant at,
            Actor actor,
            String step,
            String from,
            String to,
            String article,
            @Nullable String opinion,
            UUID evidence) {
        sql.sql("""
                        insert into case_act (case_id, at, person_name, organisation_name, role, step, from_stage, to_stage,
                                article, opinion, evidence)
                        values (:id, :at, :person, :organisation, :role, :step, :from, :to, :article, :opinion, :evidence)
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", actor.personName())
                .param("organisation", actor.organisationName())
                .param("role", actor.role().name())
                .param("step", step)
                .param("from", from)
                .param("to", to)
                .param("article", article)
                .param("opinion", opinion)
                .param("evidence", evidence)
                .update();
    }

    record ActRow(
            Instant at,
            String person,
            String organisation,
            Role role,
            String step,
            String from,
            String to,
            String article,
            @Nullable String opinion,
            @Nullable UUID evidence) {}

    List<ActRow> acts(UUID id) {
        return sql.sql("""
                        select at, person_name, organisation_name, role, step, from_stage, to_stage, article, opinion,
                               evidence
                          from case_act where case_id = :id order by place
                        """)
                .param("id", id)
                .query((row, number) -> new ActRow(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person_name"),
                        row.getString("organisation_name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("step"),
                        row.getString("from_stage"),
                        row.getString("to_stage"),
                        row.getString("article"),
                        row.getString("opinion"),
                        row.getObject("evidence", UUID.class)))
                .list();
    }

    void task(
            UUID id,
            String stage,
            String step,
            Party to,
            Role role,
            Instant at,
            LocalDate on,
            @Nullable LocalDate due,
            boolean provisional,
            @Nullable Term term,
            @Nullable String termName,
            String article) {
        sql.sql("""
                        insert into case_task (id, case_id, stage, step, organisation, organisation_name, role, received_at,
                                received_on, due, provisional, term_days, term_unit, term, article, done, reminded)
                        values (:id, :case, :stage, :step, :organisation, :organisation_name, :role, :at,
                                :on, :due, :provisional, :days, :unit, :term, :article, false, 0)
                        """)
                .param("id", UUID.randomUUID())
                .param("case", id)
                .param("stage", stage)
                .param("step", step)
                .param("organisation", to.id())
                .param("organisation_name", to.name())
                .param("role", role.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("on", on)
                .param("due", due)
                .param("provisional", provisional)
                .param("days", days(term))
                .param("unit", term instanceof CalendarTerm ? "DAY" : "WORKING_DAY")
                .param("term", termName)
                .param("article", article)
                .update();
    }

    private static int days(@Nullable Term term) {
        return switch (term) {
            case WorkingDays it -> it.count();
            case CalendarTerm it -> it.count();
            case null -> 0;
        };
    }

    void done(UUID id, UUID organisation, Role role, Instant at) {
        sql.sql("""
                        update case_task set done = true, done_at = :at
                         where case_id = :id and organisation = :organisation and role = :role and not done
                        """)
                .param("id", id)
                .param("organisation", organisation)
                .param("role", role.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void doneAll(UUID id, Instant at) {
        sql.sql("update case_task set done = true, done_at = :at where case_id = :id and not done")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean hasDocument(UUID id) {
        return sql.sql("select exists (select 1 from case_document where case_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<CaseFile> find(UUID id) {
        return sql.sql("select %s from case_file c where c.id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(CaseStore::file)
                .optional();
    }

    boolean isParty(UUID id, UUID organisation) {
        return sql.sql("select exists (select 1 from case_party where case_id = :id and organisation = :organisation)")
                .param("id", id)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    List<Party> parties(UUID id) {
        return sql.sql("""
                        select o.id, o.name, o.kind from case_party p join organisation o on o.id = p.organisation
                         where p.case_id = :id order by o.name
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Party(row.getObject("id", UUID.class), row.getString("name"), row.getString("kind")))
                .list();
    }

    /// What a list of cases asks for.
    ///
    /// @param all whether the reader sees every case
    record Search(boolean all, UUID organisation, String kind, String stage, String text) {}

    /// The cases that an organisation sees.
    List<CaseFile> find(Search search, Paging paging) {
        return statement(
                        "select %s %s order by c.started_on desc, c.number desc limit :size offset :offset"
                                .formatted(COLUMNS, VISIBLE),
                        search)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(CaseStore::file)
                .list();
    }

    long count(Search search) {
        return statement("select count(*) " + VISIBLE, search).query(Long.class).single();
    }

    private JdbcClient.StatementSpec statement(String text, Search it) {
        return sql.sql(text)
                .param("all", it.all())
                .param("organisation", it.organisation())
                .param("kind", it.kind())
                .param("stage", it.stage())
                .param("text", CaseWords.pattern(it.text()));
    }

    private static final String VISIBLE = """
            from case_file c
             where (:all or exists (select 1 from case_party p where p.case_id = c.id and p.organisation = :organisation))
               and (:kind = '' or c.kind = :kind) and (:stage = '' or c.stage = :stage)
               and (:text = '' or c.words like :text)""";

    static CaseFile file(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("number"),
                row.getString("title"),
                row.getString("stage"),
                new Party(
                        row.getObject("applicant", UUID.class),
                        row.getString("applicant_name"),
                        row.getString("applicant_kind")),
                row.getObject("started_on", LocalDate.class),
                row.getInt("version"),
                row.getBoolean("closed"),
                row.getObject("subject", UUID.class));
    }
}
