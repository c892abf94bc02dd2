package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.ReleaseCheck;
import org.mingqu.warrant.RunState;

@DisplayName(
        "Rows leave only so coarse that nobody is found again, and never two files that single somebody out together (art. 3, 20, 22)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DataSetTest {

    private static final String ALL = "SELECT sex, age, street, ill, income FROM people";

    private static Platform platform;
    private static DataSetDesk desk;
    private static int workspaces;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
        desk = new DataSetDesk(platform);
        desk.land("people", DataSetDesk.file(7), DataSetDesk.COLUMNS);
    }

    @AfterAll
    static void close() throws Exception {
        platform.close();
    }

    /// A resource of its own for what hands over, as all releases of a resource count together.
    private static String resource(List<ColumnSpec> columns, String csv) throws Exception {
        var resource = "r" + ++workspaces;
        desk.land(resource, csv, columns);
        return resource;
    }

    private static Grant grant(String resource) {
        return DataSetDesk.grant(resource, DataSetDesk.COLUMNS, Mask.PSEUDONYM, Grant.DataSets.USUAL);
    }

    private static String workspace() {
        var id = "w-" + ++workspaces;
        platform.send(new Order.OpenWorkspace(id));
        return id;
    }

    private static List<String> rules(Answer.Inspection inspection) {
        return inspection.checks().stream()
                .map(check -> check.rule() + " " + check.outcome())
                .toList();
    }

    @Test
    void each_row_shares_its_describing_columns_with_enough_others_who_differ_in_what_is_sensitive() throws Exception {
        var inspection = desk.ask(
                workspace(),
                ALL.replace("people", resource(DataSetDesk.COLUMNS, DataSetDesk.file(1))),
                grant("r" + (workspaces)));
        var lines = DataSetDesk.lines(desk.handOver(inspection.run(), "o-1"));

        var classes = lines.stream().skip(1).collect(Collectors.groupingBy(line -> line.subList(0, 3)));
        assertThat(classes.size()).as("not all in one").isGreaterThan(20);
        classes.values().forEach(alike -> {
            assertThat(alike).hasSizeGreaterThanOrEqualTo(10);
            assertThat(alike.stream().map(line -> line.get(3)).distinct().count())
                    .isGreaterThanOrEqualTo(2);
        });
        assertThat(lines).hasSizeGreaterThan(DataSetDesk.PEOPLE * 95 / 100);
        var report = inspection.dataSet();
        assertThat(report.rowsAfter()).isEqualTo(lines.size() - 1);
        assertThat(report.smallest())
                .isEqualTo(classes.values().stream().mapToInt(List::size).min().orElseThrow());
        assertThat(report.before().risk()).isEqualTo("1/1");
        assertThat(report.after().level()).isEqualTo("L3");
        assertThat(report.columns())
                .extracting(column -> column.name() + " " + column.treatment())
                .contains("age GENERALISED", "ill KEPT");
        assertThat(rules(inspection))
                .contains(
                        "release.dataset.risk.controlled PASS",
                        "release.dataset.classes PASS",
                        "release.raw-value PASS",
                        "release.dataset.left-out PASS");
    }

    @Test
    void who_shares_with_the_public_gets_greater_classes() throws Exception {
        var usual = Grant.DataSets.USUAL;
        var open = new Grant.DataSets(
                org.mingqu.warrant.Sharing.PUBLIC,
                usual.highestGrade(),
                usual.k(),
                usual.l(),
                usual.closeness(),
                usual.attempt(),
                usual.suppressible(),
                usual.maxRows());

        var report = desk.ask(workspace(), ALL, DataSetDesk.grant("people", DataSetDesk.COLUMNS, Mask.PSEUDONYM, open))
                .dataSet();

        assertThat(report.smallest()).isGreaterThanOrEqualTo(21);
        assertThat(report.after().level()).isEqualTo("L3");
    }

    @Test
    void an_identifier_leaves_under_a_stand_in_of_each_file_and_never_as_it_is() throws Exception {
        var sql = "SELECT id, sex FROM people";
        assertThat(desk.run(workspace(), sql, DataSetDesk.grant(Mask.NONE))
                        .judgement()
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("dataset.column"));

        var same = workspace();
        var one = desk.ask(same, sql, DataSetDesk.grant(Mask.PSEUDONYM));
        var other = desk.ask(same, sql, DataSetDesk.grant(Mask.PSEUDONYM));

        assertThat(ids(one)).hasSize(Answer.Inspection.SHOWN).allMatch(id -> id.matches("[0-9a-f]{32}"));
        var together = new HashSet<>(ids(one));
        together.retainAll(ids(other));
        assertThat(together).as("two files cannot be joined by them").isEmpty();
    }

    private static Set<String> ids(Answer.Inspection inspection) {
        return inspection.result().rows().stream()
                .map(row -> String.valueOf(row.getFirst()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT sex, ill FROM people WHERE ill = 'ill1' | dataset.condition",
                "SELECT sex FROM people WHERE income > 5000 | dataset.condition",
                "SELECT sex FROM people WHERE id = 'ACCT-0000000-X' | dataset.condition",
                "SELECT sex, age + 1 AS a FROM people | dataset.shape",
                "SELECT sex, sex AS again FROM people | dataset.shape",
                "SELECT DISTINCT sex FROM people | dataset.shape",
                "SELECT sex FROM people LIMIT 3 | dataset.shape",
                "SELECT sex FROM people ORDER BY age | dataset.shape",
                "SELECT p.sex FROM people AS p JOIN people AS q ON p.id = q.id | dataset.shape",
                "SELECT sex FROM people UNION ALL SELECT sex FROM people | dataset.shape",
                "SELECT sex, COUNT(*) AS n FROM people GROUP BY sex | dataset.shape",
                "SELECT sex FROM people WHERE age IN (SELECT age FROM people) | operator.not-here",
                "SELECT sex FROM people WHERE length(street) > 3 | operator.not-here",
            })
    void what_would_compute_join_or_pick_is_refused_with_a_reason(String sql, String rule) throws Exception {
        var run = desk.run(workspace(), sql, DataSetDesk.grant(Mask.PSEUDONYM));

        assertThat(run.state()).isEqualTo(RunState.REFUSED);
        assertThat(run.judgement().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.message()).containsOnlyKeys("zh", "en");
        });
    }

    @Test
    void without_conditions_for_rows_in_the_grant_no_row_leaves() throws Exception {
        var none = DataSetDesk.grant("people", DataSetDesk.COLUMNS, Mask.PSEUDONYM, null);

        assertThat(desk.run(workspace(), ALL, none).state()).isEqualTo(RunState.REFUSED);
    }

    private static String times(int times) {
        var file = new StringBuilder(DataSetDesk.file(3).lines().limit(500).collect(Collectors.joining("\n")));
        for (var again = 1; again < times; again++) {
            file.append("\n")
                    .append(DataSetDesk.file(3 + again)
                            .lines()
                            .skip(1)
                            .limit(100)
                            .collect(Collectors.joining("\n")));
        }
        return file.toString();
    }

    @Test
    void a_subject_with_many_rows_is_known_by_all_of_them_so_none_leaves() throws Exception {
        var resource = resource(DataSetDesk.COLUMNS, times(3));

        var run = desk.run(workspace(), "SELECT sex FROM " + resource, grant(resource));

        assertThat(run.judgement().findings())
                .extracting(finding -> finding.rule())
                .containsExactly("dataset.several-rows");
    }

    @Test
    void of_a_subject_who_is_there_twice_by_mistake_one_row_leaves() throws Exception {
        var resource = resource(DataSetDesk.COLUMNS, times(2));

        var inspection = desk.ask(workspace(), "SELECT id, income FROM " + resource, grant(resource));
        var lines = DataSetDesk.lines(desk.handOver(inspection.run(), "o-1"));

        assertThat(lines).hasSize(500);
        assertThat(lines.stream().map(List::getFirst)).doesNotHaveDuplicates();
    }

    @Test
    void whether_there_is_somebody_of_a_kind_is_told_to_nobody_who_asks() throws Exception {
        var workspace = workspace();
        var there =
                desk.run(workspace, "SELECT sex, ill FROM people WHERE age = 99", DataSetDesk.grant(Mask.PSEUDONYM));
        var nobody =
                desk.run(workspace, "SELECT sex, ill FROM people WHERE age = 98", DataSetDesk.grant(Mask.PSEUDONYM));

        for (var run : List.of(there, nobody)) {
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.rows()).isNull();
            assertThat(run.result().rows()).isEmpty();
            var inspection = platform.send(new Order.InspectRelease(run.run()), Answer.Inspection.class);
            assertThat(inspection.result().rows()).isEmpty();
            assertThat(rules(inspection)).contains("release.dataset.none-left FLAG");
        }
        assertThat(there.problem()).isEqualTo(nobody.problem());
    }

    @Test
    void a_file_that_differs_from_an_earlier_one_in_a_few_people_stays_inside_whoever_received_that() throws Exception {
        var resource = resource(DataSetDesk.COLUMNS, DataSetDesk.file(5));
        var first = desk.ask(workspace(), "SELECT sex, income FROM " + resource, grant(resource));
        desk.handOver(first.run(), "o-1");

        var second = desk.ask(
                workspace(), "SELECT sex, income FROM %s WHERE age <> 99".formatted(resource), grant(resource));
        var again = desk.ask(workspace(), "SELECT sex, income FROM " + resource, grant(resource));

        assertThat(second.suppressed()).extracting(cell -> cell.reason()).contains("difference");
        assertThat(second.result().rows())
                .as("the women's class holds her")
                .noneMatch(row -> row.getFirst().equals("F"));
        assertThat(again.dataSet().rowsAfter()).isEqualTo(first.dataSet().rowsAfter());
    }

    @Test
    void a_statistic_that_with_a_delivered_file_tells_of_one_person_stays_inside() throws Exception {
        var resource = resource(DataSetDesk.COLUMNS, DataSetDesk.file(6));
        desk.handOver(
                desk.ask(workspace(), "SELECT sex, income FROM " + resource, grant(resource))
                        .run(),
                "o-1");
        var reviewed = new ReviewedDesk(platform);

        var inspection = reviewed.ask(
                workspace(),
                "SELECT COUNT(*) AS n, SUM(income) AS s FROM %s WHERE sex = 'F' AND age <> 99".formatted(resource),
                grant(resource));

        assertThat(inspection.result().rows()).isEmpty();
    }

    @Test
    void a_column_that_copies_the_identifiers_under_another_name_keeps_the_file_inside() throws Exception {
        var columns = List.of(
                DataSetDesk.COLUMNS.getFirst(),
                DataSetDesk.COLUMNS.get(1),
                Platform.column("note", ColumnType.TEXT, 0, ColumnClass.MEASURE, null, null));
        var csv = DataSetDesk.file(2)
                .lines()
                .limit(500)
                .map(line -> line.split(","))
                .map(cells -> cells[0].equals("id") ? "id,sex,note" : cells[0] + "," + cells[1] + ",x " + cells[0])
                .collect(Collectors.joining("\n"));
        var resource = resource(columns, csv);
        var grant = DataSetDesk.grant(resource, columns, Mask.PSEUDONYM, Grant.DataSets.USUAL);

        var inspection = desk.ask(workspace(), "SELECT sex, note FROM " + resource, grant);

        assertThat(inspection.checks())
                .filteredOn(check -> check.outcome() == ReleaseCheck.Outcome.FAIL)
                .extracting(ReleaseCheck::rule)
                .containsExactly("release.raw-value.found");
        assertThatThrownBy(() -> desk.handOver(inspection.run(), "o-1")).isInstanceOf(EnclaveRefused.class);
    }

    @Test
    void the_copy_is_the_reviewed_file_moved_by_the_stated_tolerance_at_most() throws Exception {
        var resource = resource(DataSetDesk.COLUMNS, DataSetDesk.file(8));
        var inspection = desk.ask(workspace(), "SELECT id, income, rent FROM " + resource, grant(resource));

        var file = desk.handOver(inspection.run(), "o-1");
        var again = desk.handOver(inspection.run(), "o-1");

        assertThat(file.reviewed()).isEqualTo(inspection.sm3()).isNotEqualTo(file.sm3());
        assertThat(again.sm3()).as("the same copy for the same recipient").isEqualTo(file.sm3());
        assertThat(inspection.dataSet().marks())
                .extracting(mark -> mark.column() + " " + mark.tolerance())
                .containsExactly("income 0.24", "rent 0.24");
        var marked = new HashMap<String, List<String>>();
        DataSetDesk.lines(file).stream().skip(1).forEach(line -> marked.put(line.getFirst(), line));
        for (var row : inspection.result().rows()) {
            var line = marked.get(String.valueOf(row.getFirst()));
            for (var column = 1; column < 3; column++) {
                var moved = new BigDecimal(line.get(column))
                        .subtract(new BigDecimal(row.get(column).toString()));
                assertThat(moved.abs()).isLessThanOrEqualTo(new BigDecimal("0.24"));
            }
        }
    }
}
