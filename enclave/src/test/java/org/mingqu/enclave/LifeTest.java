package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingqu.enclave.Platform.column;
import static org.mingqu.enclave.Platform.granted;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.enclave.vault.SealBroken;
import org.mingqu.enclave.vault.SealCipher;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.QualityRules;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.RunState;
import org.mingqu.warrant.WorkspaceState;

@DisplayName("A workspace stops at once, and what is destroyed does not come back (art. 14, 21, 38)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LifeTest {

    private static final int ROWS = 60_000;
    private static final String QUICK = "SELECT k, COUNT(*) AS n FROM t GROUP BY k";
    private static final String LONG =
            "SELECT COUNT(*) AS n, SUM(a.v) AS s FROM t AS a JOIN t AS b ON a.k = b.k JOIN t AS c ON b.k = c.k";

    private Platform platform;
    private Path folder;
    private Grant grant;

    @BeforeEach
    void load(@TempDir Path temp) throws Exception {
        folder = temp;
        platform = new Platform(temp);
        var text = new StringBuilder("k,v\n");
        for (var i = 0; i < ROWS; i++) {
            text.append('K').append(i % 20).append(',').append(i).append('\n');
        }
        platform.stage("l", "r", text.toString().getBytes(StandardCharsets.UTF_8));
        platform.send(new Order.LandLoad(
                "l",
                "r",
                1,
                List.of(
                        column("k", ColumnType.TEXT, 0, ColumnClass.OPEN, null, null),
                        column("v", ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0L, 100_000L)),
                null,
                "",
                QualityRules.NONE));
        platform.await("l", LoadState.LANDED);
        var columns = List.of(
                granted("k", Right.GROUP, Right.FILTER, Right.JOIN, Right.OUTPUT_AGGREGATE),
                granted("v", Right.OUTPUT_AGGREGATE, Right.FILTER));
        grant = new Grant(
                "停车泊位热力",
                List.of(new Grant.Table("r", 1, "t", "t", columns, 1000)),
                new Grant.Limits(10, 10_000, 10_000, 120));
        platform.send(new Order.OpenWorkspace("w"));
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
    }

    private String startLong() throws Exception {
        var id = UUID.randomUUID().toString();
        var status =
                platform.send(new Order.Run("w", id, Lane.REVIEWED, LONG, grant, null, null), Answer.RunStatus.class);
        assertThat(status.problem()).isNull();
        assertThat(status.state()).isEqualTo(RunState.RUNNING);
        return id;
    }

    @Test
    void suspension_ends_a_running_query_within_two_seconds_and_refuses_the_next() throws Exception {
        var id = startLong();
        var start = System.nanoTime();
        var status = platform.send(new Order.SuspendWorkspace("w", "38", "整改期间"), Answer.WorkspaceStatus.class);
        var took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(took).isLessThan(Duration.ofSeconds(2));
        assertThat(status.state()).isEqualTo(WorkspaceState.SUSPENDED);
        assertThat(status.cancelled()).isEqualTo(1);
        var run = platform.send(new Order.ReadRun(id), Answer.RunStatus.class);
        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.problem().type()).isEqualTo("workspace-suspended");

        var refusal = platform.refusal(new Order.Run("w", "next", Lane.REVIEWED, QUICK, grant, null, null));
        assertThat(refusal.type()).isEqualTo("workspace-suspended");
        assertThat(refusal.article()).isEqualTo("38");
        assertThat(refusal.parameters()).containsEntry("reason", "整改期间");

        platform.send(new Order.ResumeWorkspace("w"));
        assertThat(platform.run("w", Lane.REVIEWED, QUICK, grant, null).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void a_run_can_be_cancelled_and_a_long_one_times_out() throws Exception {
        var id = startLong();
        assertThat(platform.send(new Order.CancelRun(id), Answer.RunStatus.class)
                        .state())
                .isEqualTo(RunState.CANCELLED);

        var hasty = new Grant(grant.scenario(), grant.tables(), new Grant.Limits(10, 100, 100, 2));
        var run = platform.run("w", Lane.REVIEWED, LONG, hasty, null);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.problem().type()).isEqualTo("run-timeout");
    }

    @Test
    void after_destruction_the_workspaces_files_do_not_decrypt() throws Exception {
        var run = platform.run("w", Lane.REVIEWED, QUICK, grant, null);
        var place = folder.resolve("home/workspaces/w");
        var result = place.resolve(run.run() + ".result");
        var sealed = Files.readAllBytes(result);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("K1");

        platform.send(new Order.DestroyWorkspace("w"));

        assertThat(place.resolve("key")).doesNotExist();
        assertThat(platform.refusal(new Order.InspectRelease(run.run())).type()).isEqualTo("workspace-destroyed");
        assertThat(platform.refusal(new Order.ResumeWorkspace("w")).type()).isEqualTo("workspace-destroyed");
        assertThat(platform.refusal(new Order.OpenWorkspace("w")).type()).isEqualTo("workspace-destroyed");
        var master = MasterKey.at(folder.resolve("home/master.key"), SealCipher.SM4);
        var another = master.create(folder.resolve("another-key"), "workspace:w");
        org.assertj.core.api.Assertions.assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> another.open(result, "result"));
    }

    @Test
    void a_destroyed_version_is_gone_and_says_so() throws Exception {
        platform.send(new Order.DestroyVersion("r", 1));

        assertThat(platform.refusal(new Order.DescribeVersion("r", 1)).type()).isEqualTo("version-destroyed");
        assertThat(platform.refusal(new Order.Judge("w", Lane.REVIEWED, QUICK, grant, null))
                        .type())
                .isEqualTo("version-destroyed");
    }

    @Test
    void nothing_in_the_clear_lies_on_the_disk_at_rest() throws Exception {
        platform.run("w", Lane.REVIEWED, QUICK, grant, null);
        Thread.sleep(300);
        try (var files = Files.walk(folder.resolve("home"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain("PAR1").doesNotContain("K19,");
            }
        }
    }

    @Test
    void what_left_is_remembered_through_kill_minus_nine_and_what_may_have_left_counts_as_released() throws Exception {
        var desk = new ReviewedDesk(platform);
        var columns = List.of(
                column("号", ColumnType.TEXT, 0, ColumnClass.IDENTIFIER, null, null),
                column("区", ColumnType.TEXT, 0, ColumnClass.QUASI_IDENTIFIER, null, null),
                column("额", ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0L, 500L));
        var text = new StringBuilder("号,区,额\n");
        for (var i = 0; i < 400; i++) {
            text.append("P%05d,%s,%d\n".formatted(i, i % 2 == 0 ? "东" : "西", i));
        }
        desk.land("r2", 1, text.toString(), columns);
        var people = ReviewedDesk.grant(10, 0, columns, "r2");
        platform.close();
        var process = spawn();
        platform.connect();
        var all = desk.ask("w", "SELECT 区, SUM(额) AS s FROM r2 GROUP BY 区", people);
        var record = folder.resolve("home/runs/" + all.run() + ".json");
        var before = Files.readAllBytes(record);
        var file = desk.handOver(all.run());
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        platform.client.close();
        Files.write(record, before); // as if it had died between remembering and handing over

        platform.start();

        var fewer = desk.ask("w", "SELECT 区, SUM(额) AS s FROM r2 WHERE 额 < 398 GROUP BY 区", people);
        assertThat(fewer.result().rows()).isEmpty();
        assertThat(fewer.suppressed())
                .hasSize(2)
                .allSatisfy(cell -> assertThat(cell.reason()).isEqualTo("difference"));
        assertThat(desk.handOver(all.run()).sm3()).isEqualTo(file.sm3());
        for (var sealed : List.of("history-subjects", "units-000001")) {
            assertThat(Files.readString(folder.resolve("home/releases/r2/" + sealed), StandardCharsets.ISO_8859_1))
                    .doesNotContain("PAR1", "P00001");
        }
    }

    @Test
    void after_kill_minus_nine_all_that_was_answered_is_still_there() throws Exception {
        platform.close();
        var process = spawn();
        platform.connect();
        var run = platform.run("w", Lane.REVIEWED, QUICK, grant, null);
        var used = platform.sign(new Order.ReadLog(0, 1));
        platform.client.send(used);
        var running = startLong();
        platform.stage("l3", "r3", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        var before = platform.send(new Order.ReadLog(0, 1000), Answer.LogPage.class);
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        platform.client.close();

        platform.start();

        var after = platform.send(new Order.ReadLog(0, 1000), Answer.LogPage.class);
        assertThat(after.entries()).containsAll(before.entries());
        assertThat(platform.send(new Order.ReadRun(run.run()), Answer.RunStatus.class)
                        .state())
                .isEqualTo(RunState.DONE);
        assertThat(platform.send(new Order.InspectRelease(run.run()), Answer.Inspection.class)
                        .result()
                        .rows())
                .hasSize(20);
        var lost = platform.send(new Order.ReadRun(running), Answer.RunStatus.class);
        assertThat(lost.state()).isEqualTo(RunState.FAILED);
        assertThat(lost.problem().type()).isEqualTo("run-lost");
        assertThat(platform.send(new Order.ReadLoad("l3"), Answer.LoadStatus.class)
                        .state())
                .isEqualTo(LoadState.STAGED);
        org.assertj.core.api.Assertions.assertThatExceptionOfType(org.mingqu.warrant.EnclaveRefused.class)
                .isThrownBy(() -> platform.client.send(used))
                .satisfies(e -> assertThat(e.refusal().type()).isEqualTo("warrant-used"));
        assertThat(folder.resolve("home/work/loads")).isEmptyDirectory();
    }

    private Process spawn() throws Exception {
        var endpoint = folder.resolve("home/endpoint.json");
        Files.deleteIfExists(endpoint);
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(Enclave.NEEDED_FLAGS);
        command.addAll(Enclave.LIGHT_FLAGS);
        command.add(Enclave.class.getName());
        command.addAll(platform.arguments());
        var process = new ProcessBuilder(command).inheritIO().start();
        for (var i = 0; i < 300 && !Files.exists(endpoint); i++) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(100);
        }
        return process;
    }
}
