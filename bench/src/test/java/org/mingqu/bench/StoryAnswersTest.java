package org.mingqu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingqu.district.Column;
import org.mingqu.district.DataFile;
import org.mingqu.district.District;
import org.mingqu.district.Format;
import org.mingqu.district.Scale;
import org.mingqu.district.Scenario;
import org.mingqu.district.StoryQuery;
import org.mingqu.guard.Guard;
import org.mingqu.guard.InstantAnswer;
import org.mingqu.guard.Lane;
import org.mingqu.guard.Plan;
import org.mingqu.guard.ReviewedAnswer;
import org.mingqu.guard.Verdict;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;

/// The guard's plans over the district's data beside DuckDB's answers to the same texts.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryAnswersTest {

    static final District DISTRICT = District.demonstration();
    static final Guard GUARD = new Guard();

    @TempDir
    static Path directory;

    static Connection duckdb;

    @BeforeAll
    static void load_the_good_rows() throws Exception {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        for (var file : DISTRICT.write(directory, Scale.TENTH)) {
            load(file);
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("reviewed")
    void an_exact_answer_is_the_engine_s_own_without_the_small_groups(
            String scenarioKey, String queryKey, Scenario scenario, StoryQuery query) throws SQLException {
        var plan = plan(scenario, query);
        var expected = rows(query.sql());

        var answer = ReviewedAnswer.of(plan, rows(plan.sql()));

        assertThat(plain(expected)).containsAll(plain(answer.rows()));
        assertThat(answer.rows().size() + answer.suppressed()).isEqualTo(expected.size());
        assertThat(answer.rows()).isNotEmpty();
        assertThat(answer.subjects()).allSatisfy(it -> assertThat(it).isGreaterThanOrEqualTo(plan.threshold()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("instant")
    void an_instant_answer_shows_groups_at_the_loss_the_story_states(
            String scenarioKey, String queryKey, Scenario scenario, StoryQuery query) throws SQLException {
        var plan = plan(scenario, query);

        var answer = InstantAnswer.of(plan, rows(plan.sql()), new Epsilon(query.epsilonMilli()), RandomBits.secure());

        assertThat(answer.rows()).isNotEmpty();
        assertThat(answer.rows()).allSatisfy(row -> assertThat(row.getFirst()).isNotNull());
    }

    static Stream<Arguments> reviewed() {
        return queries(org.mingqu.district.Lane.REVIEWED);
    }

    static Stream<Arguments> instant() {
        return queries(org.mingqu.district.Lane.INSTANT);
    }

    private static Stream<Arguments> queries(org.mingqu.district.Lane lane) {
        return DISTRICT.scenarios().stream()
                .flatMap(scenario -> scenario.queries().stream()
                        .filter(it -> it.allowed() && it.lane() == lane)
                        .map(it -> Arguments.of(scenario.key(), it.key(), scenario, it)));
    }

    private static Plan plan(Scenario scenario, StoryQuery query) {
        var verdict = GUARD.judge(
                query.sql(),
                StoryGrants.of(DISTRICT, scenario),
                Lane.valueOf(query.lane().name()));
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        return ((Verdict.Allowed) verdict).plan();
    }

    /// Rows as texts, numbers without the digits in which two ways of adding differ.
    private static List<String> plain(List<? extends List<?>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(StoryAnswersTest::plain).collect(Collectors.joining(" | ")))
                .toList();
    }

    private static String plain(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString())
                        .round(new MathContext(9))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
    }

    private static List<List<Object>> rows(String sql) throws SQLException {
        try (var statement = duckdb.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (found.next()) {
                var row = new ArrayList<>();
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static void load(DataFile file) throws Exception {
        var resource = DISTRICT.resource(file.resource());
        var path = file.path();
        if (resource.format() == Format.CSV_GB18030) {
            path = directory.resolve("in_utf8.csv");
            Files.writeString(path, Files.readString(file.path(), Charset.forName("GB18030")));
        }
        var types = resource.columns().stream()
                .map(it -> "'%s': '%s'".formatted(it.name(), type(it)))
                .collect(Collectors.joining(", ", "{", "}"));
        var from = resource.format() == Format.PARQUET
                ? "'%s'".formatted(path)
                : "read_csv('%s', header = true, columns = %s, delim = ',', quote = '\"', escape = '\"', ignore_errors = true)"
                        .formatted(path, types);
        var subject = resource.subject() == null ? "1" : resource.subject();
        try (var statement = duckdb.createStatement()) {
            statement.execute("CREATE TABLE %s AS SELECT DISTINCT * FROM %s WHERE %s IS NOT NULL"
                    .formatted(resource.key(), from, subject));
        }
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case DECIMAL -> "DECIMAL(18, %d)".formatted(column.scale());
            case INTEGER, DOUBLE, DATE, TIMESTAMP, BOOLEAN -> column.type().name();
        };
    }
}
