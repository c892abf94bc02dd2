package org.mingqu.platform.parties;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The accounts of the demonstration, with passwords that may be told; absent when the demonstration is off. They sign
/// in through the same path as all others.
@RestController
@RequestMapping("/api/demonstration/accounts")
@ConditionalOnBooleanProperty("mingqu.demo")
public class DemonstrationAccounts {

    private final Parties parties;
    private final PartyStore store;
    private final Passwords passwords;
    private final JdbcClient sql;
    private final Clock clock;

    DemonstrationAccounts(Parties parties, PartyStore store, Passwords passwords, JdbcClient sql, Clock clock) {
        this.parties = parties;
        this.store = store;
        this.passwords = passwords;
        this.sql = sql;
        this.clock = clock;
    }

    /// Adds an account of the demonstration, unless the user name is there already.
    ///
    /// @param organisation name of its organisation, which is added if need be
    @Transactional
    public void add(
            String username, String name, String organisation, String kind, @Nullable String creditCode, Role role) {
        if (store.byUsername(username).isPresent()) {
            return;
        }
        var home = parties.organisations().stream()
                .filter(it -> it.name().equals(organisation))
                .findFirst()
                .orElseGet(() -> parties.add(organisation, creditCode, kind));
        var password = passwords.generate();
        var id = parties.addPerson(username, name, home.id(), List.of(role), password, false);
        if (role.needsSecondFactor()) {
            store.setSecret(id, OneTimeCode.newSecret(), null);
        }
        sql.sql("insert into demonstration_account (person, password) values (:person, :password)")
                .param("person", id)
                .param("password", password)
                .update();
    }

    @GetMapping
    List<DemonstrationAccount> accounts() {
        return sql.sql("""
                        select p.username, p.name, o.name as organisation, r.role
                          from demonstration_account d
                          join person p on p.id = d.person
                          join person_post r on r.person = p.id
                          join organisation o on o.id = r.organisation
                         order by d.position
                        """)
                .query((row, number) -> new DemonstrationAccount(
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("organisation"),
                        Role.valueOf(row.getString("role"))))
                .list();
    }

    /// What the login page fills in: the password, and a one-time code that is still good.
    @PostMapping("/{username}/credentials")
    DemonstrationCredentials credentials(@PathVariable String username) {
        var person = store.byUsername(username).orElseThrow(() -> new Refusal.NotFound("account"));
        var password = password(person.id());
        var secret = person.secret();
        var step = Math.max(OneTimeCode.stepAt(clock.instant()), person.lastStep() + 1);
        return new DemonstrationCredentials(password, secret == null ? null : OneTimeCode.code(secret, step));
    }

    private String password(UUID person) {
        return sql.sql("select password from demonstration_account where person = :person")
                .param("person", person)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("account"));
    }

    record DemonstrationAccount(String username, String name, String organisation, Role role) {}

    record DemonstrationCredentials(
            String password, @Nullable String code) {}
}
