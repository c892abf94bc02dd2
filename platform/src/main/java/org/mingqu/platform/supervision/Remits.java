package org.mingqu.platform.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which of the regulators of art. 7 an organisation is: the authority writes it down.
@Service
@Transactional
class Remits {

    private final RemitStore store;
    private final Parties parties;
    private final Evidence evidence;

    Remits(RemitStore store, Parties parties, Evidence evidence) {
        this.store = store;
        this.parties = parties;
        this.evidence = evidence;
    }

    /// A regulator and its remit; null while nobody has written it down.
    record RemitLine(
            Party organisation, Role role, @Nullable Remit remit) {}

    @Transactional(readOnly = true)
    List<RemitLine> lines() {
        var known = store.all();
        return java.util.stream.Stream.of(Role.SECURITY_REGULATOR, Role.MARKET_REGULATOR)
                .flatMap(role ->
                        parties.withRole(role).stream().map(it -> new RemitLine(it.party(), role, known.get(it.id()))))
                .toList();
    }

    RemitLine put(UUID organisation, Remit remit, Actor actor) {
        actor.must(Role.AUTHORITY);
        var regulator = parties.withRole(remit.role()).stream()
                .filter(it -> it.id().equals(organisation))
                .findFirst()
                .map(Organisation::party)
                .orElseThrow(() -> new Refusal.Invalid(Map.of("organisation", "no-such-regulator")));
        store.put(regulator, remit);
        evidence.enter(
                actor,
                "7",
                "remit-named",
                null,
                Map.of("organisation", regulator.id(), "name", regulator.name(), "remit", remit.name()));
        return new RemitLine(regulator, remit.role(), remit);
    }

    /// Which regulator an organisation is; empty while nobody has written it down.
    @Transactional(readOnly = true)
    Optional<Remit> of(UUID organisation) {
        return Optional.ofNullable(store.all().get(organisation));
    }

    /// Those that are to accept or take note; several only of security.
    @Transactional(readOnly = true)
    List<Party> of(Remit... remits) {
        var wanted = List.of(remits);
        return lines().stream()
                .filter(it -> it.remit() != null && wanted.contains(it.remit()))
                .map(RemitLine::organisation)
                .toList();
    }

    /// Remits as rows.
    @Repository
    static class RemitStore {

        private final JdbcClient sql;

        RemitStore(JdbcClient sql) {
            this.sql = sql;
        }

        Map<UUID, Remit> all() {
            return sql
                    .sql("select organisation, remit from remit")
                    .query((row, number) ->
                            Map.entry(row.getObject("organisation", UUID.class), Remit.valueOf(row.getString("remit"))))
                    .list()
                    .stream()
                    .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        void put(Party organisation, Remit remit) {
            sql.sql("""
                            insert into remit (organisation, organisation_name, remit) values (:id, :name, :remit)
                            on conflict (organisation) do update set remit = excluded.remit
                            """)
                    .param("id", organisation.id())
                    .param("name", organisation.name())
                    .param("remit", remit.name())
                    .update();
        }
    }
}
