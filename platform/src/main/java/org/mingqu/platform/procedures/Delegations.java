package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.rules.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/me/delegation`: while a person is away, a colleague in the same post finds that person's own tasks
/// among theirs (委托代办). The colleague acts in the own name; what the colleague may do does not grow by it.
@RestController
@RequestMapping("/api/me/delegation")
class Delegations {

    private static final int MOST_DAYS = 90;
    private static final int LONGEST_REASON = 200;

    private final JdbcClient sql;
    private final Parties parties;
    private final Evidence evidence;
    private final Clock clock;

    Delegations(JdbcClient sql, Parties parties, Evidence evidence, Clock clock) {
        this.sql = sql;
        this.parties = parties;
        this.evidence = evidence;
        this.clock = clock;
    }

    @GetMapping
    DelegationView get(Actor actor) {
        return new DelegationView(mine(actor).orElse(null), forOthers(actor));
    }

    /// Puts a delegation in place of the one before.
    @PutMapping
    @Transactional
    public DelegationView delegate(@RequestBody DelegationRequest request, Actor actor) {
        var wrong = faults(request, actor);
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        sql.sql("""
                        insert into task_delegation (person, organisation, role, delegate, from_day, until_day, reason)
                        values (:person, :organisation, :role, :delegate, :from, :until, :reason)
                        on conflict (person, organisation, role)
                        do update set delegate = :delegate, from_day = :from, until_day = :until, reason = :reason
                        """)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("role", actor.role().name())
                .param("delegate", request.to())
                .param("from", request.from())
                .param("until", request.until())
                .param("reason", plain(request.reason()))
                .update();
        evidence.enter(
                actor,
                "",
                "tasks-delegated",
                null,
                Map.of(
                        "to", String.valueOf(request.to()),
                        "from", String.valueOf(request.from()),
                        "until", String.valueOf(request.until()),
                        "reason", plain(request.reason())));
        return get(actor);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void end(Actor actor) {
        var ended = sql.sql(
                        "delete from task_delegation where person = :person and organisation = :organisation and role = :role")
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("role", actor.role().name())
                .update();
        if (ended == 1) {
            evidence.enter(actor, "", "delegation-ended", null, Map.of());
        }
    }

    private Map<String, String> faults(DelegationRequest it, Actor actor) {
        var wrong = new HashMap<String, String>();
        var today = LocalDate.now(clock);
        if (it.to() == null
                || it.to().equals(actor.person())
                || !parties.acts(it.to(), actor.organisation(), actor.role())) {
            wrong.put("to", "not-a-colleague");
        }
        if (it.from() == null || it.from().isBefore(today)) {
            wrong.put("from", "delegation-from");
        }
        if (it.from() == null
                || it.until() == null
                || it.until().isBefore(it.from())
                || it.until().isAfter(it.from().plusDays(MOST_DAYS))) {
            wrong.put("until", "delegation-until");
        }
        if (plain(it.reason()).isEmpty() || plain(it.reason()).length() > LONGEST_REASON) {
            wrong.put("reason", "field-empty");
        }
        return wrong;
    }

    private Optional<Delegation> mine(Actor actor) {
        return sql.sql("""
                        select delegate as other, from_day, until_day, reason from task_delegation
                         where person = :person and organisation = :organisation and role = :role and until_day >= :today
                        """)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("role", actor.role().name())
                .param("today", LocalDate.now(clock))
                .query(this::delegation)
                .optional();
    }

    private List<Delegation> forOthers(Actor actor) {
        return sql.sql("""
                        select person as other, from_day, until_day, reason from task_delegation
                         where delegate = :person and organisation = :organisation and role = :role
                           and until_day >= :today order by from_day
                        """)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("role", actor.role().name())
                .param("today", LocalDate.now(clock))
                .query(this::delegation)
                .list();
    }

    private Delegation delegation(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var other = row.getObject("other", UUID.class);
        return new Delegation(
                other,
                parties.personName(other).orElse(""),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /// Who stands in for the person, and for whom the person stands in.
    ///
    /// @param mine null while nobody does
    record DelegationView(@Nullable Delegation mine, List<Delegation> forOthers) {}

    /// One of them.
    ///
    /// @param person the other one
    record Delegation(UUID person, String name, LocalDate from, LocalDate until, String reason) {}

    record DelegationRequest(
            @Nullable UUID to,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason) {}
}
