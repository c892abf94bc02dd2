package org.mingqu.platform.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Organisations and people as rows.
@Repository
class PartyStore {

    private static final String PERSON = """
            id, username, name, password_hash, secret, last_step, failures, locked_until, locked, must_change""";

    private final JdbcClient sql;

    PartyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Lets the first run happen once, however often it is asked for at once: held until the transaction ends.
    void holdFirstRun() {
        sql.sql("select pg_advisory_xact_lock(hashtext('mingqu.first-run'))")
                .query((_, _) -> "")
                .single();
    }

    boolean isEmpty() {
        return !sql.sql("select exists (select 1 from organisation)")
                .query(Boolean.class)
                .single();
    }

    void add(Organisation it) {
        sql.sql("insert into organisation (id, name, kind, credit_code) values (:id, :name, :kind, :code)")
                .param("id", it.id())
                .param("name", it.name())
                .param("kind", it.kind())
                .param("code", it.creditCode())
                .update();
    }

    List<Organisation> organisations() {
        return sql.sql("select id, name, kind, credit_code from organisation order by name")
                .query(PartyStore::organisationOf)
                .list();
    }

    Optional<Organisation> organisation(UUID id) {
        return sql.sql("select id, name, kind, credit_code from organisation where id = :id")
                .param("id", id)
                .query(PartyStore::organisationOf)
                .optional();
    }

    /// Whether it was merged into another.
    boolean isMerged(UUID id) {
        return sql.sql("select exists (select 1 from organisation where id = :id and merged_into is not null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean hasCreditCode(String code) {
        return sql.sql("select exists (select 1 from organisation where credit_code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    List<Organisation> withRole(Role role) {
        return sql.sql("""
                        select distinct o.id, o.name, o.kind, o.credit_code
                          from organisation o join person_post p on p.organisation = o.id
                         where p.role = :role order by o.name
                        """)
                .param("role", role.name())
                .query(PartyStore::organisationOf)
                .list();
    }

    List<Parties.Colleague> people(Role role) {
        return sql.sql("""
                        select q.id as person, q.name as person_name, o.id, o.name, o.kind, o.credit_code
                          from person q join person_post p on p.person = q.id join organisation o on o.id = p.organisation
                         where p.role = :role and not q.locked order by q.username
                        """)
                .param("role", role.name())
                .query((row, number) -> new Parties.Colleague(
                        row.getObject("person", UUID.class), row.getString("person_name"), organisationOf(row, number)))
                .list();
    }

    void add(Person it) {
        sql.sql("""
                        insert into person (id, username, name, password_hash, secret, last_step, failures, locked,
                                must_change)
                        values (:id, :username, :name, :hash, :secret, 0, 0, false, :must_change)
                        """)
                .param("id", it.id())
                .param("username", it.username())
                .param("name", it.name())
                .param("hash", it.passwordHash())
                .param("secret", it.secret())
                .param("must_change", it.mustChangePassword())
                .update();
        setPosts(it.id(), it.posts());
    }

    void setPosts(UUID person, List<Person.Post> posts) {
        sql.sql("delete from person_post where person = :id")
                .param("id", person)
                .update();
        for (var post : posts) {
            sql.sql("insert into person_post (person, organisation, role) values (:person, :organisation, :role)")
                    .param("person", person)
                    .param("organisation", post.organisation().id())
                    .param("role", post.role().name())
                    .update();
        }
    }

    Optional<Person> person(UUID id) {
        return sql.sql("select %s from person where id = :id".formatted(PERSON))
                .param("id", id)
                .query(PartyStore::personOf)
                .optional()
                .map(this::withPosts);
    }

    Optional<Person> byUsername(String username) {
        return sql.sql("select %s from person where username = :username".formatted(PERSON))
                .param("username", username)
                .query(PartyStore::personOf)
                .optional()
                .map(this::withPosts);
    }

    List<Person> people(@Nullable UUID organisation) {
        return sql
                .sql("""
                        select %s from person
                         where cast(:organisation as uuid) is null
                            or id in (select person from person_post where organisation = :organisation)
                         order by username
                        """.formatted(PERSON))
                .param("organisation", organisation)
                .query(PartyStore::personOf)
                .list()
                .stream()
                .map(this::withPosts)
                .toList();
    }

    void setPassword(UUID person, String hash) {
        sql.sql("update person set password_hash = :hash, must_change = false where id = :id")
                .param("id", person)
                .param("hash", hash)
                .update();
    }

    void setSecret(UUID person, @Nullable String secret, @Nullable String pending) {
        sql.sql("update person set secret = :secret, pending_secret = :pending where id = :id")
                .param("id", person)
                .param("secret", secret)
                .param("pending", pending)
                .update();
    }

    Optional<String> pendingSecret(UUID person) {
        return sql.sql("select pending_secret from person where id = :id and pending_secret is not null")
                .param("id", person)
                .query(String.class)
                .optional();
    }

    /// Marks the time step of a code as used.
    ///
    /// @return false if somebody was quicker
    boolean useStep(UUID person, long step) {
        return sql.sql("update person set last_step = :step where id = :id and last_step < :step")
                        .param("id", person)
                        .param("step", step)
                        .update()
                == 1;
    }

    /// Counts a guess as wrong before it is looked at.
    ///
    /// @return false if there are as many as are allowed already, or the account was locked meanwhile
    boolean beginAttempt(UUID person, int most, Instant now) {
        return sql.sql("""
                        update person set failures = failures + 1
                         where id = :id and failures < :most and not locked
                           and (locked_until is null or locked_until <= :now)
                        """)
                        .param("id", person)
                        .param("most", most)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void takeBackAttempt(UUID person) {
        sql.sql("update person set failures = failures - 1 where id = :id and failures > 0")
                .param("id", person)
                .update();
    }

    /// The wrong guesses so far, held until the transaction ends.
    int failures(UUID person) {
        return sql.sql("select failures from person where id = :id for update")
                .param("id", person)
                .query(Integer.class)
                .single();
    }

    void setFailures(UUID person, int failures, @Nullable Instant lockedUntil) {
        sql.sql("update person set failures = :failures, locked_until = :until where id = :id")
                .param("id", person)
                .param("failures", failures)
                .param("until", lockedUntil == null ? null : lockedUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    void setLocked(UUID person, boolean locked) {
        sql.sql("update person set locked = :locked, failures = 0, locked_until = null where id = :id")
                .param("id", person)
                .param("locked", locked)
                .update();
    }

    private static Organisation organisationOf(ResultSet row, int number) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getString("credit_code"));
    }

    /// Without posts: a question asked while another is being read would need a connection of its own, and as many
    /// people at once as there are connections would wait for each other.
    private static Person personOf(ResultSet row, int number) throws SQLException {
        var until = row.getObject("locked_until", OffsetDateTime.class);
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getString("secret"),
                row.getLong("last_step"),
                row.getInt("failures"),
                until == null ? null : until.toInstant(),
                row.getBoolean("locked"),
                row.getBoolean("must_change"),
                List.of());
    }

    private Person withPosts(Person it) {
        return it.in(posts(it.id()));
    }

    private List<Person.Post> posts(UUID person) {
        return sql.sql("""
                        select o.id, o.name, o.kind, o.credit_code, p.role
                          from person_post p join organisation o on o.id = p.organisation
                         where p.person = :person order by p.role, o.name
                        """)
                .param("person", person)
                .query((row, number) ->
                        new Person.Post(organisationOf(row, number), Role.valueOf(row.getString("role"))))
                .list();
    }
}
