package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.FileFormat;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.QualityRules;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.RunState;
import org.mingqu.warrant.SuppressedCell;

@DisplayName("Article 16: a partner's own table joins granted data inside, and singles nobody out")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article16Test {

    private static final int PEOPLE = 300;
    private static final int THRESHOLD = 10;
    private static final String BY_GROUP =
            "SELECT o.grp, COUNT(*) AS n, SUM(r.income) AS income FROM residents r JOIN own o ON r.id = o.id GROUP BY o.grp";
    private static final String IN_ALL = "SELECT COUNT(*) AS n FROM residents r JOIN own o ON r.id = o.id";

    private static Platform platform;
    private static ReviewedDesk desk;
    private static int workspaces;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
        desk = new ReviewedDesk(platform);
        var text = new StringBuilder("id,state,income\n");
        IntStream.range(0, PEOPLE)
                .forEach(i -> text.append("%s,%s,%d\n".formatted(person(i), i % 2 == 0 ? "甲" : "乙", 100 + i)));
        desk.land(
                "residents",
                1,
                text.toString(),
                List.of(
                        ReviewedDesk.column("id", ColumnClass.IDENTIFIER),
                        ReviewedDesk.column("state", ColumnClass.QUASI_IDENTIFIER),
                        ReviewedDesk.amount("income")));
    }

    @AfterAll
    static void close() throws Exception {
        platform.close();
    }

    /// Those from [#PEOPLE] on are in the partner's tables only.
    private static String person(int i) {
        return "P%04d".formatted(i);
    }

    private static String workspace() {
        var workspace = "w-" + ++workspaces;
        desk.open(workspace);
        return workspace;
    }

    private static List<ColumnSpec> columns() {
        return List.of(
                ReviewedDesk.column("id", ColumnClass.IDENTIFIER),
                ReviewedDesk.column("phone", ColumnClass.IDENTIFIER),
                ReviewedDesk.column("grp", ColumnClass.OPEN),
                ReviewedDesk.amount("loan"));
    }

    private static Order.LandLoad landing(String load, String resource, int version, String workspace) {
        return new Order.LandLoad(load, resource, version, columns(), "id", "person", QualityRules.NONE, workspace);
    }

    private static void stage(String load, String resource, String workspace, String csv) throws Exception {
        var ticket = platform.sign(new Order.ReceiveFile(load, resource, FileFormat.CSV, 1 << 20, "own.csv", workspace))
                .ticket();
        assertThat(platform.put(ticket, csv.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(202);
        platform.await(load, LoadState.STAGED);
    }

    /// Brings a table of these persons, each in a group.
    private static String bring(String workspace, IntStream persons, IntFunction<String> group) throws Exception {
        var csv = persons.mapToObj(i -> "%s,139%08d,%s,%d".formatted(person(i), i, group.apply(i), 10 * i))
                .collect(Collectors.joining("\n", "id,phone,grp,loan\n", "\n"));
        var load = UUID.randomUUID().toString();
        var resource = UUID.randomUUID().toString();
        stage(load, resource, workspace, csv);
        platform.send(landing(load, resource, 1, workspace));
        platform.await(load, LoadState.LANDED);
        return resource;
    }

    private static Grant grant(String own) {
        var id = new Grant.Column("id", Set.of(Right.JOIN, Right.COUNT_DISTINCT), Mask.PSEUDONYM);
        var residents = List.of(
                id,
                Platform.granted("state", Right.GROUP, Right.FILTER, Right.OUTPUT_AGGREGATE),
                Platform.granted("income", Right.OUTPUT_AGGREGATE, Right.FILTER));
        var mine = List.of(
                id,
                Platform.granted("phone", Right.values()),
                Platform.granted("grp", Right.values()),
                Platform.granted("loan", Right.values()));
        return new Grant(
                "s",
                List.of(
                        new Grant.Table("residents", 1, "residents", "居民", residents, 3_000),
                        new Grant.Table(own, 1, "own", "客户", mine, 1_000_000)),
                new Grant.Limits(THRESHOLD, 10_000, 10_000, 60));
    }

    private static List<String> reasons(Answer.Inspection inspection) {
        return inspection.suppressed().stream().map(SuppressedCell::reason).toList();
    }

    private static String refusal(String workspace, Lane lane, String sql, Grant grant) throws Exception {
        var run = platform.run(workspace, lane, sql, grant, lane == Lane.INSTANT ? 100 : null);
        assertThat(run.state()).as(sql).isEqualTo(RunState.REFUSED);
        return run.judgement().findings().getFirst().rule();
    }

    @Test
    void a_table_joins_by_the_pseudonym_of_the_workspace_and_its_exact_groups_leave_by_review() throws Exception {
        var w = workspace();
        var own = bring(w, IntStream.range(260, 340), i -> i % 2 == 0 ? "甲组" : "乙组");

        var inspection = desk.ask(w, BY_GROUP, grant(own));

        assertThat(inspection.suppressed()).isEmpty();
        assertThat(inspection.checks()).extracting(check -> check.rule()).contains("release.own");
        assertThat(ReviewedDesk.rows(desk.handOver(inspection.run())))
                .extracting(row -> row.get(1))
                .containsExactlyInAnyOrder("20", "20");
    }

    @Test
    void it_does_not_exist_for_another_workspace() throws Exception {
        var own = bring(workspace(), IntStream.range(260, 340), _ -> "x");
        var other = workspace();
        var order = new Order.Run(other, UUID.randomUUID().toString(), Lane.SYNTHETIC, IN_ALL, grant(own), null, null);
        assertThat(platform.refusal(order).type()).isEqualTo("own-table-elsewhere");
    }

    @Test
    void it_lands_for_the_workspace_that_it_was_brought_for_and_for_no_other_and_no_department() throws Exception {
        var w = workspace();
        var other = workspace();
        var load = UUID.randomUUID().toString();
        stage(load, "r-elsewhere", w, "id,phone,grp,loan\nP0001,1,a,1\n");
        for (var wrong : new String[] {other, null}) {
            assertThat(platform.refusal(landing(load, "r-elsewhere", 1, wrong)).type())
                    .isEqualTo("own-table-elsewhere");
        }
        assertThat(platform.refusal(landing(load, "residents", 2, w)).type()).isEqualTo("own-table-elsewhere");
        assertThat(platform.refusal(landing(load, "r-elsewhere", 2, w)).type()).isEqualTo("own-table-version");
    }

    @Test
    void none_of_its_other_identifying_columns_is_in_the_workspace() throws Exception {
        var w = workspace();
        var grant = grant(bring(w, IntStream.range(260, 340), _ -> "x"));
        assertThat(refusal(w, Lane.REVIEWED, "SELECT phone, COUNT(*) FROM own GROUP BY phone", grant))
                .isEqualTo("column.not-granted");
        assertThat(refusal(w, Lane.REVIEWED, "SELECT id, COUNT(*) FROM own GROUP BY id", grant))
                .isEqualTo("column.identifier");
    }

    @Test
    void whether_one_chosen_person_is_in_the_departments_table_is_not_told() throws Exception {
        var w = workspace();
        var in = desk.ask(w, IN_ALL, grant(bring(w, IntStream.of(7), _ -> "x")));
        var out = desk.ask(w, IN_ALL, grant(bring(w, IntStream.of(PEOPLE + 7), _ -> "x")));
        assertThat(in.result().rows()).isEmpty();
        assertThat(out.result().rows()).isEmpty();
        assertThat(in.suppressed()).isEqualTo(out.suppressed());
    }

    @Test
    void that_everybody_on_a_list_is_in_the_departments_table_is_not_told() throws Exception {
        var w = workspace();
        var grant = grant(bring(w, IntStream.range(0, 60), i -> i < 30 ? "甲组" : "乙组"));
        assertThat(reasons(desk.ask(w, IN_ALL, grant))).containsExactly("own");
        assertThat(reasons(desk.ask(w, BY_GROUP, grant))).containsExactly("own", "own");
    }

    @Test
    void nearly_all_of_a_list_with_one_property_is_not_told_and_the_rest_of_it_is() throws Exception {
        var w = workspace();
        // 30 of whom 28 are in state 甲; 40 of whom half are
        var grant = grant(bring(
                w,
                IntStream.concat(IntStream.range(0, 58).filter(i -> i % 2 == 0 || i > 54), IntStream.range(60, 100)),
                i -> i < 60 ? "甲组" : "乙组"));
        var inspection = desk.ask(
                w,
                "SELECT o.grp, COUNT(*) AS n FROM residents r JOIN own o ON r.id = o.id WHERE r.state = '甲' GROUP BY o.grp",
                grant);
        assertThat(reasons(inspection)).containsExactly("own");
        assertThat(inspection.result().rows()).hasSize(1);
        assertThat(inspection.result().rows().getFirst().getFirst()).isEqualTo("乙组");
    }

    @Test
    void two_tables_that_differ_by_one_person_do_not_tell_of_that_person() throws Exception {
        var w = workspace();
        var first = desk.ask(w, IN_ALL, grant(bring(w, IntStream.range(100, 330).filter(i -> i % 3 > 0), _ -> "x")));
        desk.handOver(first.run());
        var more = IntStream.concat(IntStream.range(100, 330).filter(i -> i % 3 > 0), IntStream.of(102));
        var second = desk.ask(w, IN_ALL, grant(bring(w, more, _ -> "x")));
        assertThat(second.result().rows()).isEmpty();
        assertThat(reasons(second)).hasSize(1).doesNotContain("too-few");
        // nor by bringing the other table to another workspace
        var other = workspace();
        var third = IntStream.concat(IntStream.range(100, 330).filter(i -> i % 3 > 0), IntStream.of(105));
        assertThat(desk.ask(other, IN_ALL, grant(bring(other, third, _ -> "x")))
                        .result()
                        .rows())
                .isEmpty();
    }

    @Test
    void questions_that_together_are_about_all_of_a_list_do_not_leave_together_even_if_it_is_brought_again()
            throws Exception {
        var w = workspace();
        var sql = "SELECT COUNT(*) AS n FROM residents r JOIN own o ON r.id = o.id WHERE r.state = '%s'";
        var one = desk.ask(w, sql.formatted("甲"), grant(bring(w, IntStream.range(20, 60), _ -> "x")));
        desk.handOver(one.run());
        var two = desk.ask(w, sql.formatted("乙"), grant(bring(w, IntStream.range(20, 60), _ -> "y")));
        assertThat(reasons(two)).containsExactly("own");
    }

    @Test
    void of_two_results_that_were_made_before_either_left_only_one_leaves() throws Exception {
        var w = workspace();
        var sql = "SELECT COUNT(*) AS n FROM residents r JOIN own o ON r.id = o.id WHERE r.state = '%s'";
        var grant = grant(bring(w, IntStream.range(120, 160), _ -> "x"));
        var one = desk.ask(w, sql.formatted("甲"), grant);
        var two = desk.ask(w, sql.formatted("乙"), grant);
        assertThat(one.result().rows()).hasSize(1);
        assertThat(two.result().rows()).hasSize(1);
        desk.handOver(one.run());
        assertThatThrownBy(() -> desk.handOver(two.run())).isInstanceOf(EnclaveRefused.class);
    }

    @Test
    void a_person_who_is_written_several_times_is_no_weight_of_an_exact_count() throws Exception {
        var w = workspace();
        var twice = IntStream.concat(IntStream.range(260, 340), IntStream.of(270));
        var grant = grant(bring(w, twice, _ -> "x"));
        assertThat(refusal(w, Lane.REVIEWED, IN_ALL, grant)).isEqualTo("own.several-rows");
    }

    @Test
    void bringing_a_table_again_spends_the_same_budget_and_own_tables_have_none() throws Exception {
        var before = spent();
        var w = workspace();
        for (var round = 1; round <= 2; round++) {
            var own = bring(w, IntStream.range(0, 200), i -> i % 2 == 0 ? "甲组" : "乙组");
            var run = platform.run(w, Lane.INSTANT, IN_ALL, grant(own), 1_000);
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(spent()).isGreaterThanOrEqualTo(before + 900L * round);
            assertThat(platform.send(new Order.ReadBudgets(List.of(own)), Answer.Budgets.class)
                            .lines()
                            .getFirst()
                            .spentMilli())
                    .isZero();
        }
        var own = bring(w, IntStream.range(0, 200), _ -> "x");
        platform.run(w, Lane.INSTANT, IN_ALL, grant(own), 1_000);
        var again = bring(w, IntStream.range(0, 200), _ -> "x");
        assertThat(platform.run(w, Lane.INSTANT, IN_ALL, grant(again), 1_000)
                        .problem()
                        .type())
                .isEqualTo("budget-exhausted");
    }

    private static long spent() {
        return platform.send(new Order.ReadBudgets(List.of("residents")), Answer.Budgets.class)
                .lines()
                .getFirst()
                .spentMilli();
    }

    @Test
    void a_data_set_carries_nothing_of_it() throws Exception {
        var w = workspace();
        var grant = grant(bring(w, IntStream.range(260, 340), _ -> "x"));
        assertThat(refusal(w, Lane.DATASET, "SELECT grp, loan FROM own", grant)).isEqualTo("own.dataset");
    }

    @Test
    void it_is_destroyed_with_its_workspace_landed_or_not() throws Exception {
        var w = workspace();
        var own = bring(w, IntStream.range(260, 340), _ -> "x");
        var load = UUID.randomUUID().toString();
        stage(load, "r-staged", w, "id,phone,grp,loan\nP0001,1,a,1\n");
        desk.ask(w, IN_ALL, grant(own));

        platform.send(new Order.DestroyWorkspace(w));

        assertThat(platform.refusal(new Order.DescribeVersion(own, 1)).type()).isEqualTo("version-destroyed");
        assertThat(platform.send(new Order.ReadLoad(load), Answer.LoadStatus.class)
                        .state())
                .isEqualTo(LoadState.DISCARDED);
        assertThat(platform.folder.resolve("home/releases/own-" + w + "-person"))
                .doesNotExist();
        var more = platform.sign(new Order.ReceiveFile(
                        UUID.randomUUID().toString(), "r-late", FileFormat.CSV, 1 << 20, "own.csv", w))
                .ticket();
        assertThat(platform.put(more, "id\n1\n".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("workspace-destroyed");
    }

    @Test
    void rows_of_invented_persons_do_not_hide_a_real_one() throws Exception {
        var w = workspace();
        var persons =
                new ArrayList<>(IntStream.range(PEOPLE, PEOPLE + 30).boxed().toList());
        persons.add(9);
        var grant = grant(bring(w, persons.stream().mapToInt(Integer::intValue), _ -> "x"));
        assertThat(refusal(
                        w,
                        Lane.REVIEWED,
                        "SELECT COUNT(*), COUNT(r.income) FROM own o LEFT JOIN residents r ON r.id = o.id",
                        grant))
                .isEqualTo("own.join");
        assertThat(desk.ask(w, IN_ALL, grant).result().rows()).isEmpty();
    }
}
