package org.mingqu.platform.oversight;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.supervision.RemitRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What each remit sees, as rows.
@Repository
class RemitScopes {

    private final JdbcClient sql;
    private final RemitRegister register;

    RemitScopes(JdbcClient sql, RemitRegister register) {
        this.sql = sql;
        this.register = register;
    }

    /// What a remit sees.
    enum Sort {
        CASE,
        INCOME,
        ACCOUNTS
    }

    /// One line of a remit.
    ///
    /// @param value kind of the cases; `ALL` for income and accounts
    /// @param admitted whether only those cases that were opened to the regulator
    /// @param basis the article
    record Scope(Sort sort, String value, boolean admitted, String basis) {}

    static boolean isRegulator(Actor actor) {
        return actor.is(Role.SECURITY_REGULATOR, Role.MARKET_REGULATOR);
    }

    /// Stable code of an organisation's remit; empty while nobody has written it down.
    Optional<String> remit(UUID organisation) {
        return register.of(organisation);
    }

    /// What an organisation's remit sees; nothing without one.
    List<Scope> of(UUID organisation) {
        return remit(organisation)
                .map(remit -> sql.sql("select * from remit_scope where remit = :remit order by sort, value")
                        .param("remit", remit)
                        .query((row, number) -> new Scope(
                                Sort.valueOf(row.getString("sort")),
                                row.getString("value"),
                                row.getBoolean("admitted"),
                                row.getString("basis")))
                        .list())
                .orElse(List.of());
    }

    /// The kinds of cases that a remit names.
    ///
    /// @param admitted those of which only the cases that were opened to the regulator
    static List<String> kinds(List<Scope> all, boolean admitted) {
        return all.stream()
                .filter(it -> it.sort() == Sort.CASE && it.admitted() == admitted)
                .map(Scope::value)
                .toList();
    }

    boolean sees(UUID organisation, Sort sort, String value) {
        return of(organisation).stream()
                .anyMatch(it -> it.sort() == sort && it.value().equals(value));
    }
}
