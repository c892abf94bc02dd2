package org.mingqu.platform.messages;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The calls that organisations want made to systems of their own.
@Repository
class Subscriptions {

    private static final int SECRET_BYTES = 32;

    private final JdbcClient sql;
    private final Seals seals;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(JdbcClient sql, Seals seals, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.clock = clock;
    }

    /// A subscription.
    ///
    /// @param by the name of the person who made it
    record Subscription(UUID id, UUID organisation, String url, String by, Instant at) {}

    /// Adds one.
    ///
    /// @return the secret of its signatures, hex, which is shown once
    String add(UUID id, Actor actor, String url) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        sql.sql("""
                        insert into message_subscription (id, organisation, url, sealed, by_name, at)
                        values (:id, :organisation, :url, :sealed, :by, :at)
                        """)
                .param("id", id)
                .param("organisation", actor.organisation())
                .param("url", url)
                .param("sealed", seals.seal(secret, id.toString()))
                .param("by", actor.personName())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    List<Subscription> of(UUID organisation) {
        return sql.sql("select * from message_subscription where organisation = :id and ended_at is null order by at")
                .param("id", organisation)
                .query(Subscriptions::subscription)
                .list();
    }

    Optional<Subscription> find(UUID id) {
        return sql.sql("select * from message_subscription where id = :id and ended_at is null")
                .param("id", id)
                .query(Subscriptions::subscription)
                .optional();
    }

    String secret(UUID id) {
        return seals.open(
                sql.sql("select sealed from message_subscription where id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getBytes("sealed"))
                        .single(),
                id.toString());
    }

    void end(UUID id) {
        sql.sql("update message_subscription set ended_at = :at where id = :id")
                .param("id", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("url"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
