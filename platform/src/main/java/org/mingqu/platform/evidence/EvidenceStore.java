package org.mingqu.platform.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.Entry;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Entries as rows, until and after they are in the log.
@Repository
class EvidenceStore {

    private static final String COLUMNS = """
            e.id, e.log_index, e.at, e.article, e.act, e.person_name, e.organisation_name, e.role, e.case_id, e.leaf,
            e.content""";

    /// Who sees an entry: some all; those whose sight is limited, the entries of the cases that it names; others
    /// those of cases they have acted in; everybody those of their own organisation. What is about somebody's own
    /// account is for those who audit accounts, and for that person.
    private static final String VISIBLE = """
            (e.audience = 'PARTIES' and (:sight = 'ALL' or e.organisation = :organisation
                 or :sight = 'OWN_CASES' and e.case_id in (
                     select case_id from evidence_entry where organisation = :organisation)
                 or :sight = 'LIMITED' and e.case_id in (
                     select cast(unnest(string_to_array(:cases, ',')) as uuid)))
              or e.audience = 'AUDIT' and (:audits or e.person = :person))""";

    private final JdbcClient sql;

    EvidenceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Who looks.
    ///
    /// @param audits whether every entry about accounts is for them to see
    /// @param cases that a limited sight reaches, by their ids with commas between
    record Reader(Sight sight, boolean audits, UUID organisation, UUID person, String cases) {

        /// Which entries of the parties.
        enum Sight {
            ALL,
            OWN_CASES,
            LIMITED
        }
    }

    /// What a search asks for.
    record Search(Reader reader, @Nullable UUID caseId, String text) {}

    void add(
            UUID id,
            Instant at,
            String article,
            String act,
            Actor actor,
            @Nullable UUID caseId,
            Entry entry,
            Audience audience) {
        sql.sql("""
                        insert into evidence_entry (id, at, article, act, person, person_name, organisation,
                                organisation_name, role, case_id, leaf, content, audience)
                        values (:id, :at, :article, :act, :person, :person_name, :organisation,
                                :organisation_name, :role, :case_id, :leaf, :content, :audience)
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("article", article)
                .param("act", act)
                .param("person", actor.person())
                .param("person_name", actor.personName())
                .param("organisation", actor.organisation())
                .param("organisation_name", actor.organisationName())
                .param("role", actor.role().name())
                .param("case_id", caseId)
                .param("leaf", entry.leaf().hex())
                .param("content", new String(entry.bytes(), StandardCharsets.UTF_8))
                .param("audience", audience.name())
                .update();
    }

    /// The entries that are not in the log yet, in the order in which they were written.
    List<Waiting> waiting(int most) {
        return sql.sql("""
                        select id, content from evidence_entry where log_index is null order by place limit :most
                        """)
                .param("most", most)
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        Entry.of(row.getString("content").getBytes(StandardCharsets.UTF_8))))
                .list();
    }

    record Waiting(UUID id, Entry entry) {}

    void logged(UUID id, long index) {
        sql.sql("update evidence_entry set log_index = :index where id = :id and log_index is null")
                .param("index", index)
                .param("id", id)
                .update();
    }

    /// The place of an entry in the log; empty while it is on its way there.
    Optional<Long> index(UUID id) {
        return sql.sql("select log_index from evidence_entry where id = :id and log_index is not null")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /// Whether anything is on record of a case.
    boolean has(UUID caseId) {
        return sql.sql("select exists (select 1 from evidence_entry where case_id = :case)")
                .param("case", caseId)
                .query(Boolean.class)
                .single();
    }

    /// Whether there is an entry of the parties, for whomever.
    boolean isKept(UUID id) {
        return sql.sql("select exists (select 1 from evidence_entry where id = :id and audience = 'PARTIES')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    long logged() {
        return sql.sql("select coalesce(max(log_index) + 1, 0) from evidence_entry")
                .query(Long.class)
                .single();
    }

    /// The hashes of the first entries of the log, as hexadecimal digits, in their order.
    List<String> leaves(long size) {
        return sql.sql("select leaf from evidence_entry where log_index < :size order by log_index")
                .param("size", size)
                .query(String.class)
                .list();
    }

    Entry entry(long index) {
        var content = sql.sql("select content from evidence_entry where log_index = :index")
                .param("index", index)
                .query(String.class)
                .single();
        return Entry.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /// Keeps the checkpoint that was signed last.
    void checkpoint(String content) {
        sql.sql("""
                        insert into evidence_checkpoint (content) values (:content)
                        on conflict (only_one) do update set content = excluded.content
                        """).param("content", content).update();
    }

    Optional<String> checkpoint() {
        return sql.sql("select content from evidence_checkpoint")
                .query(String.class)
                .optional();
    }

    List<EvidenceLine> find(Search search, Paging paging) {
        return by(search.reader(), """
                        select %s from evidence_entry e
                         where %s
                           and (cast(:case as uuid) is null or e.case_id = :case)
                           and (:text = '' or e.content ilike '%%' || :text || '%%')
                         order by e.place desc limit :size offset :offset
                        """.formatted(COLUMNS, VISIBLE))
                .param("case", search.caseId())
                .param("text", search.text())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(EvidenceStore::line)
                .list();
    }

    long count(Search search) {
        return by(search.reader(), """
                        select count(*) from evidence_entry e
                         where %s
                           and (cast(:case as uuid) is null or e.case_id = :case)
                           and (:text = '' or e.content ilike '%%' || :text || '%%')
                        """.formatted(VISIBLE))
                .param("case", search.caseId())
                .param("text", search.text())
                .query(Long.class)
                .single();
    }

    Optional<EvidenceLine> find(UUID id, Reader reader) {
        return by(reader, "select %s from evidence_entry e where e.id = :id and %s".formatted(COLUMNS, VISIBLE))
                .param("id", id)
                .query(EvidenceStore::line)
                .optional();
    }

    private JdbcClient.StatementSpec by(Reader it, String text) {
        return sql.sql(text)
                .param("sight", it.sight().name())
                .param("cases", it.cases())
                .param("audits", it.audits())
                .param("organisation", it.organisation())
                .param("person", it.person());
    }

    private static EvidenceLine line(ResultSet row, int number) throws SQLException {
        return new EvidenceLine(
                row.getObject("id", UUID.class),
                row.getObject("log_index", Long.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("article"),
                row.getString("act"),
                row.getString("person_name"),
                row.getString("organisation_name"),
                row.getString("role"),
                row.getObject("case_id", UUID.class),
                row.getString("leaf"),
                row.getString("content"));
    }

    record EvidenceLine(
            UUID id,
            @Nullable Long index,
            Instant at,
            String article,
            String act,
            String person,
            String organisation,
            String role,
            @Nullable UUID caseId,
            String leaf,
            String content) {}
}
