package org.mingqu.platform.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Articles 14, 31: who came in, and who tried to, is on record; for auditors and for the person alone")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInEvidenceTest extends OnTheStreet {

    private static final String WRONG = "Not-the-password-1";

    @Autowired
    JdbcClient sql;

    @Autowired
    RefusedSignIns refused;

    @Autowired
    DemonstrationAccounts accounts;

    @Autowired
    Clock clock;

    /// An account of its own for a test that locks it.
    private String somebody() {
        var username = "u" + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(username, "测试者", "停车数据个人工作室", "NATURAL_PERSON", null, Role.PARTNER);
        return username;
    }

    private Guest.Reply signIn(Guest guest, String username, String password) {
        return guest.post("/api/session", "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password));
    }

    private List<String> acts(String username) {
        return sql.sql("""
                        select act from evidence_entry where person = (select id from person where username = ?)
                         order by place
                        """).param(username).query(String.class).list();
    }

    @Test
    void signing_in_and_out_is_entered_and_holds_no_secret() {
        var username = somebody();

        var guest = Guest.as(port, username);
        guest.delete("/api/session");

        assertThat(acts(username)).containsExactly("signed-in", "signed-out");
        var contents = sql.sql("select string_agg(content, ' ') from evidence_entry where audience = 'AUDIT'")
                .query(String.class)
                .single();
        sql.sql("select password from demonstration_account")
                .query(String.class)
                .list()
                .forEach(it -> assertThat(contents).doesNotContain(it));
        sql.sql("select secret from person where secret is not null")
                .query(String.class)
                .list()
                .forEach(it -> assertThat(contents).doesNotContain(it));
    }

    @Test
    void each_failure_is_entered_and_the_fifth_locks() {
        var username = somebody();
        var guest = Guest.nobody(port);
        for (var i = 0; i < 5; i++) {
            assertThat(signIn(guest, username, WRONG).problem()).isEqualTo("bad-credentials");
        }

        assertThat(signIn(guest, username, WRONG).status()).isEqualTo(423);
        assertThat(acts(username))
                .containsExactly(
                        "sign-in-failed",
                        "sign-in-failed",
                        "sign-in-failed",
                        "sign-in-failed",
                        "sign-in-failed",
                        "account-locked");
    }

    @Test
    void many_guesses_at_once_are_no_more_than_five() throws Exception {
        var username = somebody();
        var guesses = new ArrayList<Callable<Guest.Reply>>();
        for (var i = 0; i < 24; i++) {
            var guest = Guest.nobody(port);
            guesses.add(() -> signIn(guest, username, WRONG));
        }
        try (var threads = Executors.newFixedThreadPool(24)) {
            for (var guess : threads.invokeAll(guesses)) {
                assertThat(guess.get().status()).isIn(401, 423);
            }
        }

        assertThat(acts(username).stream().filter("sign-in-failed"::equals)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_name_that_nobody_has_is_counted_and_not_kept() {
        var before = unknown();

        signIn(Guest.nobody(port), "hunter2-typed-in-the-wrong-field", WRONG);

        assertThat(unknown()).isEqualTo(before + 1);
        refused.enterBefore(clock.instant().plus(Duration.ofHours(1)));
        assertThat(unknown()).isZero();
        assertThat(sql.sql("select count(*) from evidence_entry where act = 'sign-ins-refused'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(sql.sql("select count(*) from evidence_entry where content like '%hunter2%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long unknown() {
        return sql.sql("select coalesce(sum(count), 0) from refused_sign_in where reason = 'UNKNOWN'")
                .query(Long.class)
                .single();
    }

    @Test
    void the_person_and_the_auditors_see_it_and_neither_colleagues_nor_the_authority_do() {
        as("kangning");
        var entry = sql.sql("""
                        select id from evidence_entry where act = 'signed-in'
                           and person = (select id from person where username = 'kangning') limit 1
                        """).query(UUID.class).single();
        var path = "/api/evidence/" + entry;

        assertThat(as("kangning").get(path).status()).isEqualTo(200);
        assertThat(as(whoIs("AUDIT_ADMIN")).get(path).status()).isEqualTo(200);
        assertThat(as(whoIs("SECURITY_REGULATOR")).get(path).status()).isEqualTo(200);
        for (var role : List.of("AUTHORITY", "OPERATOR", "SOURCE", "MARKET_REGULATOR", "SYSTEM_ADMIN")) {
            assertThat(as(whoIs(role)).get(path).status()).as(role).isEqualTo(404);
        }
    }

    private String whoIs(String role) {
        for (var account : nobody().get("/api/demonstration/accounts").body()) {
            if (account.required("role").asString().equals(role)) {
                return account.required("username").asString();
            }
        }
        throw new AssertionError("nobody is " + role);
    }

    @Test
    void enrolling_a_second_factor_is_entered_without_its_secret() {
        var username = somebody();
        var guest = Guest.as(port, username);
        var secret = guest.post("/api/me/second-factor", "{}").text("secret");

        var code = OneTimeCode.code(secret, OneTimeCode.stepAt(clock.instant()));
        assertThat(guest.put("/api/me/second-factor", "{\"code\": \"%s\"}".formatted(code))
                        .status())
                .isEqualTo(204);

        assertThat(acts(username)).contains("second-factor-enrolled");
        assertThat(sql.sql("select count(*) from evidence_entry where content like ?")
                        .param("%" + secret + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
