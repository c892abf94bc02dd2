package org.mingqu.platform.messages;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The mail addresses that people gave, each for one post of theirs.
@Repository
class AddressStore {

    private final JdbcClient sql;

    AddressStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// An address of a person for what concerns one post.
    ///
    /// @param code that was mailed to it; null when the person has shown it
    record Address(
            UUID id,
            UUID person,
            UUID organisation,
            Role role,
            String address,
            boolean confirmed,
            @Nullable String code,
            int failures) {}

    /// Puts an address in place of the one before; it counts when its code comes back.
    void put(Actor actor, String address, String code) {
        sql.sql("""
                        insert into message_address (id, person, organisation, role, address, confirmed, code, failures)
                        values (gen_random_uuid(), :person, :organisation, :role, :address, false, :code, 0)
                        on conflict (person, organisation, role)
                        do update set address = :address, confirmed = false, code = :code, failures = 0
                        """)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("role", actor.role().name())
                .param("address", address)
                .param("code", code)
                .update();
    }

    Optional<Address> of(Actor actor) {
        return sql.sql("""
                        select * from message_address
                         where person = :person and organisation = :organisation and role = :role
                        """)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("role", actor.role().name())
                .query((row, _) -> address(row))
                .optional();
    }

    Optional<Address> find(UUID id) {
        return sql.sql("select * from message_address where id = :id")
                .param("id", id)
                .query((row, _) -> address(row))
                .optional();
    }

    private static Address address(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Address(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("organisation", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("address"),
                row.getBoolean("confirmed"),
                row.getString("code"),
                row.getInt("failures"));
    }

    void confirmed(UUID id) {
        sql.sql("update message_address set confirmed = true, code = null where id = :id")
                .param("id", id)
                .update();
    }

    void mistaken(UUID id) {
        sql.sql("update message_address set failures = failures + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void remove(Actor actor) {
        of(actor).ifPresent(it -> sql.sql("delete from message_address where id = :id")
                .param("id", it.id())
                .update());
    }
}
