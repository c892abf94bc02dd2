package org.mingqu.warrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A warrant opens the domain once, for seconds, if the platform signed it (art. 4)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WarrantTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Warrant.Actor ACTOR = new Warrant.Actor("p-1", "o-1", "PARTNER");

    private final WarrantKey key = WarrantKey.generate();
    private final SetClock clock = new SetClock(NOON);
    private final WarrantCheck check = new WarrantCheck(List.of(key), clock);
    private final WarrantSigner signer = new WarrantSigner(key);

    @Test
    void every_kind_of_order_comes_back_as_it_was_sent() {
        var grant = new Grant(
                "独居老人用水用电异常预警",
                List.of(new Grant.Table(
                        "r-1",
                        0,
                        "居民",
                        "居民",
                        List.of(new Grant.Column("社区", Set.of(Right.GROUP, Right.FILTER), Mask.NONE)),
                        5000,
                        List.of(new Grant.Subjects("list", 3, true)))),
                Grant.Limits.USUAL);
        var spec = new ColumnSpec("金额", "金额", ColumnType.DECIMAL, 2, ColumnClass.MEASURE, 2, null, 0L, 100_000L);
        var orders = List.<Order>of(
                new Order.ReceiveFile("l", "r", FileFormat.CSV, 10, "居民.csv"),
                new Order.PullTable("l", "r"),
                new Order.FetchRejects("l"),
                new Order.ReadLoad("l"),
                new Order.LandLoad("l", "r", 1, List.of(spec), null, "", QualityRules.NONE),
                new Order.DiscardLoad("l"),
                new Order.DescribeVersion("r", 1),
                new Order.SyntheticSample("r", 1, 10, 7L),
                new Order.DestroyVersion("r", 1),
                new Order.OpenWorkspace("w"),
                new Order.ReadWorkspace("w"),
                new Order.SuspendWorkspace("w", "38", "整改"),
                new Order.ResumeWorkspace("w"),
                new Order.DestroyWorkspace("w"),
                new Order.Judge("w", Lane.INSTANT, "SELECT 1", grant, 100),
                new Order.Run("w", "run", Lane.REVIEWED, "SELECT 1", grant, null, false),
                new Order.ReadRun("run"),
                new Order.CancelRun("run"),
                new Order.InspectRelease("run"),
                new Order.HandOver("run"),
                new Order.TraceLeak("leak", 10),
                new Order.ReadTrace("leak"),
                new Order.IdentifySubject("person", "1"),
                new Order.LocateSubject("t", List.of("r")),
                new Order.FetchSubjectRows("t", "r", 0),
                new Order.CompareSubject("t", "r", 1, 2),
                new Order.KeepSubjects("list", 3, List.of("t")),
                new Order.ReadBudgets(List.of("r")),
                new Order.ReadLog(0, 10),
                new Order.Health());

        assertThat(orders)
                .extracting(Order::getClass)
                .extracting(Class::getSimpleName)
                .hasSameSizeAs(allKinds());
        for (var order : orders) {
            var warrant = Warrant.of(NOON, ACTOR, "a-1", "s-1", order);
            assertThat(check.accept(signer.sign(warrant))).isEqualTo(warrant);
        }
    }

    private static List<Class<?>> allKinds() {
        return java.util.Arrays.stream(Order.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .toList();
    }

    @Test
    void its_json_is_canonical() {
        var warrant = new Warrant("id-1", NOON, NOON.plusSeconds(30), ACTOR, null, null, new Order.ReadLoad("l-1"));

        assertThat(new String(WarrantJson.canonical(warrant), StandardCharsets.UTF_8))
                .isEqualTo("{\"actor\":{\"organisation\":\"o-1\",\"person\":\"p-1\",\"role\":\"PARTNER\"},"
                        + "\"expiresAt\":\"2026-03-02T04:00:30Z\",\"id\":\"id-1\",\"issuedAt\":\"2026-03-02T04:00:00Z\","
                        + "\"order\":{\"kind\":\"ReadLoad\",\"load\":\"l-1\"}}");
    }

    @Test
    void it_is_good_for_one_use() {
        var signed = signed(new Order.Health());
        check.accept(signed);

        refused("warrant-used", signed);
    }

    @Test
    void it_is_void_when_its_time_is_over_but_clocks_may_differ_by_five_seconds() {
        clock.now = NOON.plusSeconds(64);
        check.accept(signed(new Order.Health()));
        clock.now = NOON.plusSeconds(65);
        refused("warrant-expired", signed(new Order.Health()));
    }

    @Test
    void it_is_not_valid_before_its_time() {
        clock.now = NOON.minusSeconds(5);
        check.accept(signed(new Order.Health()));
        var early = new WarrantCheck(List.of(key), new SetClock(NOON.minusSeconds(6)));
        assertThatExceptionOfType(EnclaveRefused.class)
                .isThrownBy(() -> early.accept(signed(new Order.Health())))
                .satisfies(e -> assertThat(e.refusal().type()).isEqualTo("warrant-not-yet-valid"));
    }

    @Test
    void a_clock_that_goes_back_revives_nothing() {
        var used = signed(new Order.Health());
        check.accept(used);
        clock.now = NOON.plusSeconds(600);
        check.accept(signer.sign(Warrant.of(clock.now, ACTOR, null, null, new Order.Health())));

        clock.now = NOON;
        refused("warrant-expired", used);
    }

    @Test
    void a_changed_byte_anywhere_makes_it_invalid() {
        var signed = signed(new Order.ReadLoad("l-1"));
        var payload = Base64.getDecoder().decode(signed.payload());
        for (var i = 0; i < payload.length; i++) {
            var changed = payload.clone();
            changed[i] ^= 1;
            refused(
                    "warrant-invalid",
                    new SignedWarrant(Base64.getEncoder().encodeToString(changed), signed.keyId(), signed.signature()));
        }
    }

    @Test
    void another_platforms_signature_does_not_count() {
        var foreign = new WarrantSigner(WarrantKey.generate()).sign(warrant(new Order.Health()));

        refused("warrant-invalid", foreign);
        refused("warrant-invalid", new SignedWarrant(foreign.payload(), key.id(), foreign.signature()));
        refused("warrant-invalid", new SignedWarrant("!", key.id(), "!"));
    }

    @Test
    void nobody_can_sign_one_that_lives_longer_than_its_order_may() {
        var tooLong = new Warrant("id", NOON, NOON.plusSeconds(61), ACTOR, null, null, new Order.Health());
        var ticket = new Warrant("id2", NOON, NOON.plusSeconds(3600), ACTOR, null, null, new Order.FetchRejects("l"));

        refused("warrant-invalid", signer.sign(tooLong));
        check.accept(signer.sign(ticket));
    }

    @Test
    void a_warrant_used_before_a_restart_stays_used() {
        var signed = signed(new Order.Health());
        var warrant = check.accept(signed);
        var restarted = new WarrantCheck(List.of(key), clock);
        restarted.remember(warrant.id(), warrant.expiresAt(), NOON);

        assertThatExceptionOfType(EnclaveRefused.class)
                .isThrownBy(() -> restarted.accept(signed))
                .satisfies(e -> assertThat(e.refusal().type()).isEqualTo("warrant-used"));
    }

    @Test
    void a_ticket_is_fit_for_a_url() {
        var signed = signed(new Order.ReceiveFile("l", "r", FileFormat.CSV, 1L << 30, "居民 & 家庭.csv"));

        assertThat(signed.ticket()).matches("[A-Za-z0-9_-]+");
        assertThat(SignedWarrant.ofTicket(signed.ticket())).isEqualTo(signed);
        assertThatIllegalArgumentException().isThrownBy(() -> SignedWarrant.ofTicket("bm9uc2Vuc2U"));
    }

    @Test
    void the_keys_files_are_their_owners_alone_and_open_again(@TempDir Path folder) throws Exception {
        Trust.create(folder, "enclave.example");

        try (var files = Files.walk(folder)) {
            var open = files.filter(Files::isRegularFile).toList();
            assertThat(open)
                    .hasSize(9)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        var platform = Trust.platform(folder);
        var enclave = Trust.enclave(folder.resolve("enclave"));
        var signed = platform.signer().sign(warrant(new Order.Health()));
        new WarrantCheck(List.of(enclave.platformKey()), clock).accept(signed);
        assertThat(Files.exists(folder.resolve("enclave").resolve("warrant.key")))
                .isFalse();
        assertThat(Trust.createIfAbsent(folder)).isFalse();
    }

    @Test
    void every_sentence_is_there_in_both_languages() {
        var english = ResourceBundle.getBundle("org.mingqu.warrant.enclave", Locale.ENGLISH);
        var chinese = ResourceBundle.getBundle("org.mingqu.warrant.enclave", Locale.CHINESE);

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(EnclaveText.of(EnclaveRefusal.of("file-too-large", "", "limit", "10"), Locale.CHINA))
                .isEqualTo("文件超过允许的 10 字节。");
    }

    private Warrant warrant(Order order) {
        return Warrant.of(NOON, ACTOR, null, null, order);
    }

    private SignedWarrant signed(Order order) {
        return signer.sign(warrant(order));
    }

    private void refused(String type, SignedWarrant signed) {
        assertThatExceptionOfType(EnclaveRefused.class)
                .isThrownBy(() -> check.accept(signed))
                .satisfies(e -> assertThat(e.refusal().type()).isEqualTo(type));
    }

    private static final class SetClock extends Clock {

        private Instant now;

        private SetClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
