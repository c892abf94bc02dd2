package org.mingqu.platform.parties;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Sign-ins that were refused without looking at a password. They are counted by the hour and entered as a number: an
/// entry for each would let anybody fill the evidence, and a name that nobody has may be a password in the wrong field.
@Repository
class RefusedSignIns {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefusedSignIns(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    enum Reason {
        UNKNOWN,
        LOCKED
    }

    record Hour(Instant from, Reason reason, long count) {}

    void count(Reason reason) {
        sql.sql("""
                        insert into refused_sign_in (hour, reason, count) values (:hour, :reason, 1)
                        on conflict (hour, reason) do update set count = refused_sign_in.count + 1
                        """)
                .param("hour", clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .param("reason", reason.name())
                .update();
    }

    /// Enters the hours that are over, each once.
    @Transactional
    public void enter() {
        enterBefore(clock.instant().truncatedTo(ChronoUnit.HOURS));
    }

    @Transactional
    public void enterBefore(Instant hour) {
        var over = sql.sql("delete from refused_sign_in where hour < :hour returning hour, reason, count")
                .param("hour", hour.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Hour(
                        row.getObject("hour", OffsetDateTime.class).toInstant(),
                        Reason.valueOf(row.getString("reason")),
                        row.getLong("count")))
                .list();
        for (var it : over) {
            events.publishEvent(AccountActed.own(
                    Actor.platform(Role.AUDIT_ADMIN),
                    "sign-ins-refused",
                    Map.of(
                            "from",
                            it.from().toString(),
                            "until",
                            it.from().plus(1, ChronoUnit.HOURS).toString(),
                            "reason",
                            it.reason().name(),
                            "count",
                            it.count())));
        }
    }
}
