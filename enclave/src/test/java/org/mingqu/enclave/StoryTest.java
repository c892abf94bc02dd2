package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingqu.enclave.Platform.granted;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.RunState;

@DisplayName("From a department's file to a checked result (art. 4, 5, 16, 20)")
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {

    private static final int RESIDENTS = 600;
    private static final List<String> PLACES = List.of("凤凰社区", "玉塘社区", "马田社区", "公明社区");

    private Platform platform;
    private Answer.LoadStatus staged;
    private Answer.VersionDescription landed;
    private Grant grant;

    @BeforeAll
    void load(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
        staged = platform.stage("load-1", "water", file().getBytes(Charset.forName("GB18030")));
        landed = platform.land(staged, "water", 1, "身份证号", "person");
        var columns = List.of(
                granted("社区", Right.GROUP, Right.FILTER, Right.OUTPUT_AGGREGATE),
                granted("用水量", Right.OUTPUT_AGGREGATE, Right.FILTER),
                granted("抄表日期", Right.FILTER, Right.GROUP));
        grant = new Grant(
                "独居老人用水用电异常预警", List.of(new Grant.Table("water", 0, "用水", "用水", columns, 10_000)), Grant.Limits.USUAL);
        platform.send(new Order.OpenWorkspace("w-1"));
    }

    @AfterAll
    void close() throws Exception {
        platform.close();
    }

    static String idNumber(int i) {
        var body = "44030019%02d%02d%02d%03d".formatted(30 + i % 60, 1 + i % 12, 1 + i % 28, i % 1000);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var k = 0; k < 17; k++) {
            sum += (body.charAt(k) - '0') * weights[k];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private static String file() {
        var random = new SplittableRandom(7);
        var text = new StringBuilder("\uFEFF身份证号,姓名,手机号,社区,抄表日期,用水量,备注\r\n");
        for (var i = 0; i < RESIDENTS; i++) {
            for (var month = 1; month <= 6; month++) {
                var place = i < 5 ? "孤岛社区" : PLACES.get(i % PLACES.size());
                var note = i % 50 == 0 ? "\"第一行\n第二行，含\"\"引号\"\"\"" : "";
                text.append("%s,%s,1380000%04d,%s,2025-%02d-15,%d.%02d,%s\r\n"
                        .formatted(
                                idNumber(i),
                                "王李张刘陈".charAt(i % 5) + "某" + (char) ('一' + i % 500),
                                i,
                                place,
                                month,
                                random.nextInt(30),
                                random.nextInt(100),
                                note));
            }
        }
        text.append("只有,两列\r\n\r\n");
        text.append(idNumber(1)).append(",王某,13800000001,凤凰社区,不是日期,1.00,\r\n");
        text.append(idNumber(2)).append(",王某,13800000001,凤凰社区,2025-01-15,很多,\r\n");
        return text.toString();
    }

    @Test
    void the_columns_are_recognised_with_their_evidence() {
        assertThat(staged.rows()).isEqualTo(RESIDENTS * 6L);
        assertThat(staged.rejected()).isEqualTo(3);
        assertThat(staged.columns())
                .extracting(column -> column.name() + " " + column.detector() + " " + column.type() + " "
                        + column.proposedClass() + " " + column.proposedGrade())
                .containsExactly(
                        "身份证号 ID_NUMBER TEXT IDENTIFIER 4",
                        "姓名 PERSON_NAME TEXT IDENTIFIER 3",
                        "手机号 MOBILE TEXT IDENTIFIER 4",
                        "社区 CATEGORY TEXT QUASI_IDENTIFIER 2",
                        "抄表日期 DATE DATE QUASI_IDENTIFIER 2",
                        "用水量 QUANTITY DECIMAL MEASURE 2",
                        "备注 FREE_TEXT TEXT SENSITIVE 3");
        var id = staged.columns().getFirst().evidence();
        assertThat(id.matching()).isEqualTo(id.checked()).isPositive();
    }

    @Test
    void bad_rows_come_back_with_their_number_and_the_reason() throws Exception {
        var ticket = platform.sign(new Order.FetchRejects("load-1")).ticket();
        var response = platform.browser.send(
                java.net.http.HttpRequest.newBuilder(platform.door("/rejects/" + ticket))
                        .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        var first = RESIDENTS * 6 + 2;

        assertThat(response.body().lines())
                .containsExactly(
                        "\uFEFF行号,列,原因,原文",
                        first + ",手机号,该行列数不足,\"只有,两列\"",
                        first + 2 + ",抄表日期,该值不是 DATE,不是日期",
                        first + 3 + ",用水量,该值不是 DECIMAL,很多");
    }

    @Test
    void the_version_tells_its_quality_and_how_many_rows_a_subject_has() {
        assertThat(landed.rows()).isEqualTo(RESIDENTS * 6L);
        assertThat(landed.maxRowsPerSubject()).isEqualTo(10);
        assertThat(landed.quality().validity()).isEqualTo(99);
        assertThat(landed.columns().getLast().completeness()).isEqualTo(0.02);
    }

    @Test
    void a_synthetic_sample_is_of_the_form_and_of_nobody() {
        var sample = platform.send(new Order.SyntheticSample("water", 1, 50, 3), Answer.Sample.class)
                .table();
        var again = platform.send(new Order.SyntheticSample("water", 1, 50, 3), Answer.Sample.class)
                .table();

        assertThat(sample).isEqualTo(again);
        assertThat(sample.rows()).hasSize(50);
        assertThat(sample.rows()).allSatisfy(row -> {
            assertThat((String) row.getFirst()).startsWith("999999");
            assertThat((String) row.get(2)).startsWith("100");
        });
    }

    @Test
    void the_synthetic_lane_answers_freely() throws Exception {
        var run = platform.run("w-1", Lane.SYNTHETIC, "SELECT 社区, 用水量 FROM 用水 LIMIT 5", grant, null);

        assertThat(run.problem()).isNull();
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.result().rows()).hasSize(5);
    }

    @Test
    void the_instant_lane_answers_with_noise_and_spends_and_the_same_question_is_free() throws Exception {
        var sql = "SELECT 社区, COUNT(*) AS n FROM 用水 GROUP BY 社区";
        var first = platform.run("w-1", Lane.INSTANT, sql, grant, 3000);
        var spent = platform.send(new Order.ReadBudgets(List.of("water")), Answer.Budgets.class);
        var second = platform.run("w-1", Lane.INSTANT, sql, grant, 3000);
        var after = platform.send(new Order.ReadBudgets(List.of("water")), Answer.Budgets.class);

        assertThat(first.problem()).isNull();
        assertThat(first.state()).isEqualTo(RunState.DONE);
        assertThat(first.judgement().cost().epsilonMilli()).isEqualTo(3000);
        assertThat(first.result().rows()).isNotEmpty();
        assertThat(first.result().errorBars()).hasSameSizeAs(first.result().rows());
        assertThat(spent.lines().getFirst().spentMilli()).isEqualTo(3000);
        assertThat(second.result()).isEqualTo(first.result());
        assertThat(after).isEqualTo(spent);
        assertThat(second.judgement().cost().epsilonMilli())
                .as("the price that is shown before running")
                .isZero();
        assertThat(second.judgement().cost().leftMilli()).isEqualTo(7000);
        var drawn = platform.send(
                new Order.Run("w-1", "as-drawn", Lane.INSTANT, sql, grant, 3000, false), Answer.RunStatus.class);
        assertThat(platform.awaitRun(drawn.run()).result().noise().adjusted()).isFalse();
        assertThat(platform.send(new Order.ReadBudgets(List.of("water")), Answer.Budgets.class))
                .as("the same numbers, shown otherwise, are free")
                .isEqualTo(spent);
        var finer = platform.send(new Order.Judge("w-1", Lane.INSTANT, sql, grant, 4000), Answer.Judgement.class);
        assertThat(finer.cost().epsilonMilli())
                .as("a finer answer is a new one")
                .isPositive();

        var tooMuch = platform.run("w-1", Lane.INSTANT, "SELECT COUNT(*) AS n FROM 用水", grant, 8000);
        assertThat(tooMuch.state()).isEqualTo(RunState.REFUSED);
        assertThat(tooMuch.problem().type()).isEqualTo("budget-exhausted");
        assertThat(tooMuch.problem().parameters()).containsEntry("left", "7000");
    }

    @Test
    void the_reviewed_lane_keeps_its_result_until_it_is_handed_over() throws Exception {
        var run = platform.run(
                "w-1",
                Lane.REVIEWED,
                "SELECT 社区, COUNT(*) AS n, SUM(用水量) AS total FROM 用水 GROUP BY 社区 ORDER BY 社区",
                grant,
                null);
        assertThat(run.problem()).isNull();
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.result().rows()).isEmpty();
        assertThat(run.rows())
                .as("how many there are depends on who is in them")
                .isNull();
        assertThat(run.result().suppressed()).isEqualTo(-1);

        var inspection = platform.send(new Order.InspectRelease(run.run()), Answer.Inspection.class);
        assertThat(inspection.result().rows())
                .as("one place goes with the small one, or the total would tell")
                .hasSize(3)
                .extracting(List::getFirst)
                .doesNotContain("孤岛社区");
        assertThat(inspection.checks())
                .extracting(check -> check.rule() + " " + check.outcome())
                .contains(
                        "release.group-size PASS",
                        "release.suppressed.some PASS",
                        "release.history.withheld FLAG",
                        "release.dominance PASS",
                        "release.raw-value PASS");

        var file = platform.send(new Order.HandOver(run.run()), Answer.HandedOver.class);
        assertThat(new String(file.content(), StandardCharsets.UTF_8))
                .startsWith("\uFEFF社区,n,total\r\n")
                .contains("社区,", "\r\n");
        assertThat(file.sm3()).isEqualTo(inspection.sm3());
        assertThat(file.logIndex()).isPositive();
    }

    @Test
    void what_is_not_granted_is_refused_with_its_place() throws Exception {
        var run = platform.run("w-1", Lane.REVIEWED, "SELECT 姓名 FROM 用水", grant, null);

        assertThat(run.state()).isEqualTo(RunState.REFUSED);
        assertThat(run.problem().type()).isEqualTo("query-refused");
        assertThat(run.problem().findings().getFirst().line()).isEqualTo(1);
        assertThat(run.problem().findings().getFirst().message()).containsKeys("zh", "en");
    }

    @Test
    void every_use_is_in_the_domains_own_log() {
        platform.send(new Order.SyntheticSample("water", 1, 1, 1));
        var page = platform.send(new Order.ReadLog(0, 1000), Answer.LogPage.class);

        assertThat(page.entries().getFirst()).contains("\"order\":\"ReceiveFile\"", "\"organisation\":\"o-1\"");
        assertThat(page.entries().getLast()).contains("SyntheticSample", "\"resource\":\"water\"");
        assertThat(page.size()).isEqualTo(page.entries().size());
    }
}
