package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingqu.enclave.ReviewedDesk.amount;
import static org.mingqu.enclave.ReviewedDesk.column;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.ReleaseCheck;
import org.mingqu.warrant.SuppressedCell;

@DisplayName("No cell of an exact result tells of a few, alone or with all that left before (art. 20)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article20Test {

    private static final List<ColumnSpec> COLUMNS = List.of(
            column("id", ColumnClass.IDENTIFIER),
            column("area", ColumnClass.QUASI_IDENTIFIER),
            column("day", ColumnClass.QUASI_IDENTIFIER),
            column("note", ColumnClass.QUASI_IDENTIFIER),
            column("ill", ColumnClass.SENSITIVE),
            amount("v"));
    private static final int PEOPLE = 120;

    private Platform platform;
    private ReviewedDesk desk;
    private Grant grant;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
        desk = new ReviewedDesk(platform);
        desk.open("w-1", "w-2");
        grant = ReviewedDesk.grant(10, 0, COLUMNS, "t");
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
    }

    static String id(int i) {
        return "ACCT-%07d-X".formatted(1_000_003L * i % 9_999_991);
    }

    /// A person in four areas, day `d` + i, nothing special.
    static String person(int i) {
        return id(i) + ",area" + i % 4 + ",d" + i + ",none,ill" + i % 3 + "," + (500 + i);
    }

    private void land(int version, int people, IntFunction<String> person) throws Exception {
        var rows = IntStream.range(0, people).mapToObj(person).collect(Collectors.joining("\n"));
        desk.land("t", version, "id,area,day,note,ill,v\n" + rows + "\n", COLUMNS);
    }

    private static List<String> outcomes(Answer.Inspection inspection) {
        return inspection.checks().stream()
                .map(check -> check.rule() + " " + check.outcome())
                .toList();
    }

    @Test
    void what_differs_in_one_person_from_what_another_partner_received_stays_inside_with_reason_and_remedy()
            throws Exception {
        land(1, PEOPLE, Article20Test::person);
        assertThat(desk.leave("w-1", "SELECT COUNT(*) AS n, SUM(v) AS s FROM t WHERE area = 'area1'", grant))
                .hasSize(1);

        var inspection =
                desk.ask("w-2", "SELECT COUNT(*) AS n, SUM(v) AS s FROM t WHERE area = 'area1' AND day <> 'd5'", grant);

        assertThat(inspection.result().rows()).isEmpty();
        assertThat(outcomes(inspection)).contains("release.history.withheld FLAG");
        assertThat(inspection.suppressed()).singleElement().satisfies(cell -> {
            assertThat(cell.reason()).isEqualTo("difference");
            assertThat(cell.message()).containsOnlyKeys("zh", "en");
            assertThat(cell.remedies())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it).containsOnlyKeys("zh", "en"));
        });
    }

    @Test
    void a_small_group_takes_a_second_one_with_it_and_is_in_no_total() throws Exception {
        land(1, PEOPLE, i -> i < 4 ? person(i).replaceFirst("area.", "tiny") : person(i));
        var inspection = desk.ask(
                "w-1",
                "WITH g AS (SELECT area, COUNT(*) AS n FROM t GROUP BY area) SELECT area, SUM(n) AS n FROM g GROUP BY ROLLUP (area) ORDER BY area",
                grant);

        assertThat(inspection.suppressed())
                .extracting(SuppressedCell::reason)
                .contains("too-few")
                .hasSize(2);
        assertThat(inspection.suppressed())
                .filteredOn(cell -> cell.reason().equals("too-few"))
                .allSatisfy(cell -> assertThat(cell.keys())
                        .as("keys of a few are about them")
                        .isEmpty());
        var left = inspection.result().rows().stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.getFirst()), row -> ((Number) row.get(1)).longValue()));
        assertThat(left).hasSize(4);
        assertThat(left.remove("null"))
                .isEqualTo(left.values().stream().mapToLong(n -> n).sum());
    }

    @Test
    void one_row_of_a_person_who_has_several_cannot_be_had_by_a_difference() throws Exception {
        land(1, 4 * PEOPLE, i -> person(i % PEOPLE).replaceFirst("d[0-9]+", "d" + i));
        assertThat(desk.leave("w-1", "SELECT SUM(v) AS s FROM t", grant)).hasSize(1);

        var inspection = desk.ask("w-1", "SELECT SUM(v) AS s FROM t WHERE day <> 'd5'", grant);

        assertThat(inspection.result().rows()).isEmpty();
        assertThat(inspection.suppressed()).extracting(SuppressedCell::reason).hasSize(1);
    }

    @Test
    void a_part_that_a_condition_cuts_off_is_a_cell_of_its_own() throws Exception {
        land(1, PEOPLE, Article20Test::person);
        assertThat(desk.leave("w-1", "SELECT COUNT(*) AS n, SUM(v) AS s FROM t WHERE day <> 'd5'", grant))
                .isEmpty();
        assertThat(desk.leave("w-1", "SELECT SUM(v) FILTER (WHERE area = 'area1') AS s FROM t", grant))
                .hasSize(1);

        assertThat(desk.leave("w-2", "SELECT SUM(v) AS s FROM t WHERE area = 'area1' AND day <> 'd5'", grant))
                .isEmpty();
    }

    @Test
    void a_sum_that_one_person_dominates_stays_inside_and_does_not_follow_from_the_total() throws Exception {
        land(1, PEOPLE, i -> i == 7 ? person(i).replaceFirst(",[0-9]+$", ",900000") : person(i));
        var inspection = desk.ask("w-1", "SELECT area, SUM(v) AS s FROM t GROUP BY area", grant);
        assertThat(outcomes(inspection)).contains("release.dominance.withheld FLAG");
        assertThat(inspection.suppressed())
                .filteredOn(cell -> cell.reason().equals("dominated"))
                .singleElement()
                .satisfies(cell -> assertThat(cell.keys()).containsExactly("area3"));
        desk.handOver(inspection.run());

        var sum = 0L;
        for (var area : List.of("area0", "area1", "area2")) {
            var rows = desk.leave("w-2", "SELECT COUNT(*) AS n FROM t WHERE area = '" + area + "'", grant);
            sum += rows.isEmpty() ? 0 : 1;
        }
        assertThat(sum)
                .as("the total is known: with all three the fourth would be")
                .isEqualTo(2);
    }

    @Test
    void a_group_in_which_all_are_ill_alike_stays_inside() throws Exception {
        land(1, PEOPLE, i -> i % 4 == 2 ? person(i).replaceFirst("ill[0-9]", "ill0") : person(i));
        var inspection = desk.ask("w-1", "SELECT area, ill, COUNT(*) AS n FROM t GROUP BY area, ill", grant);

        assertThat(inspection.suppressed())
                .filteredOn(cell -> cell.reason().equals("homogeneous"))
                .singleElement()
                .satisfies(cell -> assertThat(cell.keys()).containsExactly("area2", "ill0"));
    }

    @Test
    void an_identifying_column_is_found_in_a_result_even_backwards() throws Exception {
        land(
                1,
                PEOPLE,
                i -> person(i)
                        .replaceFirst(
                                "none", new StringBuilder(id(i / 12)).reverse().toString()));
        var inspection = desk.ask("w-1", "SELECT note, COUNT(*) AS n FROM t GROUP BY note", grant);

        assertThat(inspection.checks())
                .filteredOn(check -> check.outcome() == ReleaseCheck.Outcome.FAIL)
                .singleElement()
                .satisfies(check -> assertThat(check.parameters())
                        .containsEntry("column", "note")
                        .containsEntry("disguise", "REVERSED"));
        assertThat(platform.refusal(new Order.HandOver(inspection.run())).type())
                .isEqualTo("release-failed");
    }

    @Test
    void where_the_policy_says_so_counts_are_rounded() throws Exception {
        land(1, PEOPLE + 3, Article20Test::person);
        var rounded = ReviewedDesk.grant(10, 5, COLUMNS, "t");

        assertThat(desk.leave("w-1", "SELECT area, COUNT(*) AS n FROM t GROUP BY area", rounded))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Integer.parseInt(row.get(1)) % 5).isZero());
    }

    @Test
    void the_same_file_is_handed_over_again_for_nothing_and_of_two_that_do_not_go_together_one_leaves()
            throws Exception {
        land(1, PEOPLE, Article20Test::person);
        var one = desk.ask("w-1", "SELECT SUM(v) AS s FROM t WHERE area = 'area1'", grant);
        var other = desk.ask("w-2", "SELECT SUM(v) AS s FROM t WHERE area = 'area1' AND day <> 'd5'", grant);
        assertThat(one.result().rows()).hasSize(1);
        assertThat(other.result().rows()).as("nothing has left yet").hasSize(1);

        Callable<Boolean> first = () -> left(one.run());
        Callable<Boolean> second = () -> left(other.run());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(first, second));
            assertThat(both.get(0).get()).isNotEqualTo(both.get(1).get());
            var gone = both.get(0).get() ? one : other;
            assertThat(left(gone.run())).isTrue();
            var stayed = both.get(0).get() ? other : one;
            assertThat(outcomes(desk.inspect(stayed.run()))).contains("release.history.stale FAIL");
        }
    }

    private boolean left(String run) {
        try {
            desk.handOver(run);
            return true;
        } catch (EnclaveRefused stayed) {
            return false;
        }
    }

    @Test
    void the_reviewer_sees_where_columns_come_from_and_what_changed_since_the_last_release() throws Exception {
        land(1, PEOPLE, Article20Test::person);
        var sql = "SELECT area, SUM(v) AS s FROM t GROUP BY area";
        desk.leave("w-1", sql, grant);
        land(2, PEOPLE + 40, i -> person(i).replaceFirst(",5", ",6"));
        var inspection = desk.ask("w-1", sql, grant);

        assertThat(inspection.lineage())
                .extracting(column -> column.column() + " ← " + column.from())
                .containsExactly("area ← [t.area]", "s ← [t.v]");
        assertThat(outcomes(inspection)).contains("release.version FLAG");
        assertThat(inspection.difference()).isNotNull().satisfies(it -> {
            assertThat(it.changed()).isEqualTo(4);
            assertThat(it.cells())
                    .hasSize(4)
                    .allSatisfy(cell -> assertThat(cell.column()).isEqualTo("s"));
        });
    }
}
