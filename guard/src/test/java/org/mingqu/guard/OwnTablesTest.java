package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Article 16: a table that a partner wrote itself singles nobody out of granted data")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnTablesTest {

    private Story story;

    /// 120 of the elders and 60 persons whom nobody knows, in groups of 30.
    @BeforeEach
    void open() throws SQLException {
        story = new Story();
        story.execute("ALTER TABLE elders ADD COLUMN \"$unit\" INTEGER");
        story.execute("UPDATE elders SET \"$unit\" = rowid");
        story.execute("""
                CREATE TABLE own AS SELECT CASE WHEN i % 3 < 2 THEN printf('P%05d', i) ELSE printf('X%05d', i) END AS id,
                  '组' || (i // 30) AS grp, i AS weight, i % 30 = 0 AS chosen, '街道' || (i % 3) AS place, i AS "$unit"
                  FROM range(180) t(i)""");
        story.execute("CREATE TABLE places AS SELECT '街道' || i AS place, i AS weight FROM range(3) t(i)");
    }

    @AfterEach
    void close() throws SQLException {
        story.close();
    }

    private static GrantedColumn column(
            String name, ColumnType type, ColumnClass of, @Nullable Long lower, @Nullable Long upper) {
        // a grant cannot widen what the columns may be used for
        return new GrantedColumn(name, name, type, 0, of, 1, Set.of(Right.values()), lower, upper);
    }

    private static Grant grant(int mostRows) {
        var id = column("id", ColumnType.TEXT, ColumnClass.IDENTIFIER, null, null);
        var group = column("grp", ColumnType.TEXT, ColumnClass.OPEN, null, null);
        var weight = column("weight", ColumnType.INTEGER, ColumnClass.MEASURE, 0L, 1000L);
        var chosen = column("chosen", ColumnType.BOOLEAN, ColumnClass.OPEN, null, null);
        var place = column("place", ColumnType.TEXT, ColumnClass.OPEN, null, null);
        var tables = new ArrayList<>(Story.measured().tables());
        tables.add(new GrantedTable(
                "own", "own", List.of(id, group, weight, chosen, place), "id", "person", mostRows, 180, true, true));
        tables.add(new GrantedTable("places", "places", List.of(place, weight), null, "", 0, 3, true, true));
        return new Grant("story", tables, Story.grant().limits());
    }

    private static String rule(String sql, Lane lane, int mostRows) {
        return switch (Judged.GUARD.judge(sql, grant(mostRows), lane)) {
            case Verdict.Allowed(var plan) -> "allowed: " + plan.sql();
            case Verdict.Refused(var findings) -> findings.getFirst().rule();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // weights: a power of two for each person tells from one sum who is in it
                "SELECT SUM(o.weight) FROM elders e JOIN own o ON e.id_number = o.id|own.column",
                "SELECT AVG(o.weight) FROM elders e JOIN own o ON e.id_number = o.id|own.column",
                "SELECT SUM(e.age + o.weight) FROM elders e JOIN own o ON e.id_number = o.id|own.column",
                "SELECT SUM(n) FROM elders e JOIN (SELECT id, COUNT(weight) n FROM own GROUP BY id) o ON e.id_number = o.id|own.column",
                "SELECT SUM(w) FROM elders e JOIN (SELECT id, SUM(weight) w FROM own GROUP BY id) o ON e.id_number = o.id|column.no-right",
                // parts of groups
                "SELECT COUNT(o.chosen) FROM elders e JOIN own o ON e.id_number = o.id|own.column",
                "SELECT COUNT(DISTINCT o.grp) FROM elders e JOIN own o ON e.id_number = o.id|own.column",
                "SELECT COUNT(*) FILTER (WHERE o.chosen) FROM elders e JOIN own o ON e.id_number = o.id|column.no-right",
                "SELECT SUM(CASE WHEN o.chosen THEN e.age END) FROM elders e JOIN own o ON e.id_number = o.id|own.column",
                "SELECT COUNT(*) FROM elders e JOIN own o ON e.id_number = o.id WHERE o.weight = 7|column.no-right",
                "SELECT COUNT(*) FROM elders e JOIN own o ON e.id_number = o.id AND e.street = o.place|column.no-right",
                "SELECT CASE WHEN o.chosen THEN e.living END AS x, COUNT(*) FROM elders e JOIN own o ON e.id_number = o.id GROUP BY 1|own.column",
                "SELECT UPPER(o.grp) AS x, COUNT(*) FROM elders e JOIN own o ON e.id_number = o.id GROUP BY UPPER(o.grp)|own.column",
                "SELECT o.id, COUNT(*) FROM elders e JOIN own o ON e.id_number = o.id GROUP BY o.id|column.identifier",
                "SELECT COUNT(*) FROM elders e JOIN own o ON e.id_number = o.id WHERE o.id = 'P00007'|column.no-right",
                // padding: rows of invented persons around one real one
                "SELECT o.grp, COUNT(*), COUNT(e.age) FROM own o LEFT JOIN elders e ON e.id_number = o.id GROUP BY o.grp|own.join",
                // the rest of all, of whom everybody knows how many they are
                "SELECT COUNT(*) FROM elders e LEFT JOIN own o ON e.id_number = o.id WHERE o.id IS NULL|own.join",
                "SELECT o.grp, COUNT(*) FROM elders e LEFT JOIN own o ON e.id_number = o.id GROUP BY o.grp|own.join",
                // joins by anything but the subject
                "SELECT COUNT(*) FROM elders e JOIN own o ON e.street = o.place|column.no-right",
                "SELECT COUNT(*) FROM water_daily w JOIN own o ON w.household_no = o.id|own.join",
                "SELECT COUNT(*) FROM elders e JOIN own o ON e.name = o.id|own.join",
                "SELECT p.weight, COUNT(*) FROM elders e JOIN places p ON e.street = p.place GROUP BY p.weight|own.join",
                "SELECT COUNT(*) FROM elders WHERE street IN (SELECT place FROM places)|own.join",
                "SELECT COUNT(*) FROM own UNION ALL SELECT COUNT(*) FROM elders|union.not-here",
            })
    void what_an_own_table_would_single_out_is_refused_in_an_exact_answer(String sql, String rule) {
        assertThat(rule(sql, Lane.REVIEWED, 1)).as(sql).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT COUNT(*) FROM elders WHERE id_number NOT IN (SELECT id FROM own)",
                "SELECT COUNT(*) FROM elders e WHERE NOT EXISTS (SELECT 1 FROM own o WHERE o.id = e.id_number)",
                "SELECT COUNT(*) FROM elders e LEFT JOIN (SELECT o.id FROM own o JOIN elders x ON x.id_number = o.id) y ON y.id = e.id_number",
                "SELECT COUNT(*) FROM elders e WHERE EXISTS (SELECT 1 FROM own o WHERE o.place = e.street)",
                "SELECT (SELECT COUNT(*) FROM own) AS n, COUNT(*) FROM elders"
            })
    void who_is_not_on_a_list_is_not_asked_for_exactly(String sql) {
        assertThat(rule(sql, Lane.REVIEWED, 1)).as(sql).doesNotStartWith("allowed");
    }

    @Test
    void a_person_written_a_thousand_times_is_no_weight_of_a_count() {
        var sql = "SELECT COUNT(*) FROM elders e JOIN own o ON e.id_number = o.id";
        assertThat(rule(sql, Lane.REVIEWED, 2)).isEqualTo("own.several-rows");
        assertThat(rule("SELECT COUNT(*) FROM elders WHERE id_number IN (SELECT id FROM own)", Lane.REVIEWED, 2))
                .isEqualTo("own.several-rows");
    }

    @Test
    void no_row_of_a_data_set_carries_an_own_column() {
        assertThat(rule("SELECT grp, weight FROM own", Lane.DATASET, 1)).isEqualTo("own.dataset");
        assertThat(rule("SELECT e.age_band, o.grp FROM elders e JOIN own o ON e.id_number = o.id", Lane.DATASET, 1))
                .isEqualTo("dataset.shape");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT COUNT(*) FROM own|own.alone",
                "SELECT COUNT(*) FROM own o LEFT JOIN elders e ON e.id_number = o.id|own.join",
                "SELECT COUNT(*) FROM elders e JOIN own o ON e.street = o.place|own.join",
                "SELECT p.weight, COUNT(*) FROM elders e JOIN places p ON e.street = p.place GROUP BY p.weight|own.join",
            })
    void a_noisy_answer_is_about_granted_subjects_met_by_their_identity(String sql, String rule) {
        assertThat(rule(sql, Lane.INSTANT, 1)).as(sql).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT o.grp, COUNT(*) AS n FROM elders e JOIN own o ON e.id_number = o.id GROUP BY o.grp",
                "SELECT o.grp, COUNT(*) AS n FROM own o JOIN elders e ON e.id_number = o.id GROUP BY o.grp",
                "SELECT o.grp, e.living, AVG(e.age) AS n FROM own o JOIN elders e ON o.id = e.id_number GROUP BY o.grp, e.living",
                "SELECT COUNT(*) AS n FROM elders WHERE id_number IN (SELECT id FROM own)"
            })
    void whatever_the_order_the_subjects_behind_a_group_are_the_granted_ones(String sql) throws SQLException {
        var plan = Judged.plan(sql, grant(1), Lane.REVIEWED);
        var cells = Objects.requireNonNull(plan.cells());
        assertThat(cells.tables()).contains("elders", "own");
        assertThat(cells.own()).extracting(ReviewedCells.Own::table).containsExactly("own");
        for (var row : story.rows(plan)) {
            var behind = ((Number) Objects.requireNonNull(row.getLast())).longValue();
            assertThat(behind).isLessThanOrEqualTo(300);
            if (row.getFirst() instanceof String group) {
                assertThat(behind).as(group).isLessThanOrEqualTo(20);
            }
        }
    }

    @Test
    void it_is_known_which_own_columns_make_the_groups() {
        var plan = Judged.plan(
                "SELECT e.living, o.grp, COUNT(*) AS n FROM own o JOIN elders e ON o.id = e.id_number GROUP BY e.living, o.grp",
                grant(1),
                Lane.REVIEWED);
        assertThat(Objects.requireNonNull(plan.cells()).own())
                .containsExactly(new ReviewedCells.Own("own", Map.of(1, "grp")));
    }

    @Test
    void the_loss_of_a_noisy_answer_is_the_granted_tables_however_often_a_table_is_brought() {
        var plan = Judged.plan(
                "SELECT o.grp, COUNT(*) AS n FROM elders e JOIN own o ON e.id_number = o.id GROUP BY o.grp",
                grant(1),
                Lane.INSTANT);
        assertThat(Objects.requireNonNull(plan.dp()).tables()).containsExactly("elders");
    }

    /// The table claims two rows for each person, and has a thousand of some.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT COUNT(*) AS n FROM elders e JOIN own o ON e.id_number = o.id",
                "SELECT SUM(o.weight) AS n FROM elders e JOIN own o ON e.id_number = o.id",
                "SELECT SUM(e.age) AS n FROM own o JOIN elders e ON e.id_number = o.id",
                "SELECT o.grp, COUNT(*) AS n FROM elders e JOIN own o ON e.id_number = o.id GROUP BY o.grp",
                "SELECT o.weight, SUM(e.age) AS n FROM elders e LEFT JOIN own o ON e.id_number = o.id GROUP BY o.weight",
            })
    void a_granted_subject_weighs_no_more_in_a_noisy_answer_whatever_it_meets(String sql) throws SQLException {
        story.execute(
                "INSERT INTO own SELECT 'P00007', '组' || (i % 50), i, true, '街道0', 1000 + i FROM range(1000) t(i)");
        var plan = Judged.plan(sql, grant(2), Lane.INSTANT);
        var dp = Objects.requireNonNull(plan.dp());
        var with = total(plan);
        story.execute("DELETE FROM elders WHERE id_number = 'P00007'");
        var change = with - total(plan);
        var noise = dp.noises().stream()
                .filter(it -> it.output() == sum(plan, plan.outputs().size()))
                .findFirst()
                .orElseGet(() -> dp.noises().getLast());
        assertThat(change).isGreaterThan(0).isLessThanOrEqualTo(noise.sensitivity());
    }

    private long total(Plan plan) throws SQLException {
        var visible = plan.outputs().size();
        return story.rows(plan).stream()
                .mapToLong(row -> ((Number) Objects.requireNonNull(row.get(sum(plan, visible)))).longValue())
                .sum();
    }

    private static int sum(Plan plan, int visible) {
        for (var i = 0; i < visible; i++) {
            if (plan.outputs().get(i).name().equals("n")) {
                return i;
            }
        }
        return visible - 1;
    }
}
