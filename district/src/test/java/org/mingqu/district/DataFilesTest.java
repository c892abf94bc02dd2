package org.mingqu.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataFilesTest {

    @TempDir
    static Path directory;

    static final District DISTRICT = District.demonstration();
    static List<DataFile> files;
    static Connection duckdb;

    /// The files as a reader sees them who drops what does not fit.
    @BeforeAll
    static void write_the_small_district() throws Exception {
        files = DISTRICT.write(directory, Scale.SMALL);
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        for (var file : files) {
            var resource = DISTRICT.resource(file.resource());
            var path = file.path();
            if (resource.format() == Format.CSV_GB18030) {
                path = directory.resolve("leases_utf8.csv");
                Files.writeString(path, Files.readString(file.path(), Charset.forName("GB18030")));
            }
            var columns = resource.columns().stream()
                    .map(it -> "\"%s\"::%s AS \"%s\"".formatted(it.name(), duckType(it), it.name()))
                    .collect(Collectors.joining(", "));
            var types = resource.columns().stream()
                    .map(it -> "'%s': '%s'".formatted(it.name(), duckType(it)))
                    .collect(Collectors.joining(", ", "{", "}"));
            var from = resource.format() == Format.PARQUET
                    ? "'%s'".formatted(path)
                    : "read_csv('%s', header=true, columns=%s, quote='\"', escape='\"', delim=',', ignore_errors=true)"
                            .formatted(path, types);
            execute("CREATE TABLE %s AS SELECT %s FROM %s".formatted(resource.key(), columns, from));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    @Test
    void the_same_seed_makes_the_same_bytes_and_another_seed_others(@TempDir Path again, @TempDir Path other)
            throws Exception {
        DISTRICT.write(again, Scale.SMALL);
        new District(7).write(other, Scale.SMALL);

        assertThat(digests(again)).isEqualTo(digests(directory));
        assertThat(digests(other)).hasSameSizeAs(digests(directory)).doesNotContainValue("");
        assertThat(digests(other).values())
                .doesNotContainAnyElementsOf(digests(directory).values());
    }

    @Test
    void each_resource_with_a_file_has_the_size_that_was_asked_for() throws SQLException {
        assertThat(files).hasSize(12);
        assertThat(number("SELECT count(DISTINCT id_number) FROM residents")).isBetween(1_950L, 2_000L);
        assertThat(number("SELECT count(*) FROM water_daily") - rows("water_daily"))
                .isZero();
        assertThat(rows("water_daily")).isEqualTo(277 * 181 + 277 * 181 / 250);
        assertThat(
                        number(
                                "SELECT max(use_date)::VARCHAR = '2026-06-30' FROM water_daily WHERE use_date < DATE '2027-01-01'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(DISTINCT credit_code) FROM companies")).isBetween(585L, 600L);
    }

    @Test
    void one_to_two_rows_in_a_hundred_are_dirty_in_several_ways() {
        var rows = files.stream()
                .filter(it -> !it.dirt().isEmpty())
                .mapToLong(DataFile::rows)
                .sum();
        var dirty = files.stream().mapToLong(DataFile::dirtyRows).sum();

        assertThat((double) dirty / rows).isBetween(0.01, 0.02);
        assertThat(files.stream().flatMap(it -> it.dirt().keySet().stream()).distinct())
                .containsExactlyInAnyOrder(Dirt.values());
    }

    @Test
    void identity_numbers_and_credit_codes_are_valid_but_for_the_rows_that_were_spoilt() throws SQLException {
        var wrong = 0L;
        for (var number : strings("SELECT id_number FROM residents")) {
            assertThat(number).startsWith(Codes.REGION);
            wrong += Codes.idCheck(number.substring(0, 17)) == number.charAt(17) ? 0 : 1;
        }
        assertThat(wrong).isEqualTo(spoilt("residents"));
        var wrongCodes = 0L;
        for (var code : strings("SELECT credit_code FROM companies")) {
            assertThat(code).startsWith("91" + Codes.REGION);
            assertThat(Codes.organisationCheck(code.substring(8, 16))).isEqualTo(code.charAt(16));
            wrongCodes += Codes.creditCheck(code.substring(0, 17)) == code.charAt(17) ? 0 : 1;
        }
        assertThat(wrongCodes).isEqualTo(spoilt("companies"));
    }

    @Test
    void the_seventeenth_digit_tells_the_sex_and_the_birthday_is_in_the_number() throws SQLException {
        assertThat(number(
                        "SELECT count(*) FROM residents WHERE (substr(id_number, 17, 1)::INT % 2 = 1) <> (sex = '男')"))
                .isZero();
        assertThat(
                        number(
                                "SELECT count(*) FROM residents WHERE substr(id_number, 7, 8) <> strftime(birth_date, '%Y%m%d')"))
                .isZero();
    }

    @Test
    void mobile_numbers_lie_in_a_segment_that_nobody_has() throws SQLException {
        assertThat(number("SELECT count(*) FROM residents WHERE mobile NOT SIMILAR TO '164[0-9]{8}'"))
                .isZero();
        assertThat(number("SELECT count(mobile) FROM residents")).isGreaterThan(1_000);
    }

    @Test
    void the_file_of_the_housing_department_is_GB18030_with_a_mark_quoted_newlines_and_rare_characters()
            throws Exception {
        var bytes = Files.readAllBytes(directory.resolve("leases.csv"));
        assertThat(HexFormat.of().formatHex(bytes, 0, 4)).isEqualTo("84319533");
        try (var whole = new District(4).write(directory.resolve("more"), Scale.TENTH, List.of("leases")).stream()) {
            var text = Files.readString(whole.findFirst().orElseThrow().path(), Charset.forName("GB18030"));
            assertThat(text)
                    .contains("免租期一个月\n押二付一")
                    .contains("\"\"含管理费\"\"")
                    .contains("𠮷")
                    .contains("=HYPERLINK");
        }
    }

    @Test
    void communities_and_companies_are_skewed_and_some_values_are_rare() throws SQLException {
        assertThat(number("SELECT max(n) / avg(n) > 3 FROM (SELECT count(*) n FROM residents GROUP BY community)"))
                .isEqualTo(1);
        assertThat(number("SELECT max(employees) > 20 * median(employees) FROM companies"))
                .isEqualTo(1);
        assertThat(number(
                        "SELECT count(*) FROM (SELECT chronic FROM elder_care GROUP BY chronic HAVING count(*) < 10)"))
                .isPositive();
    }

    @Test
    void summer_takes_more_power_and_elders_who_live_alone_fall_silent_in_the_last_weeks() throws SQLException {
        assertThat(number("""
                SELECT (avg(kwh) FILTER (month(use_date) = 6)) > 1.5 * (avg(kwh) FILTER (month(use_date) = 3))
                FROM power_daily WHERE kwh BETWEEN 0 AND 1000""")).isEqualTo(1);
        var silent = """
                SELECT count(DISTINCT e.id_number) FROM elders e JOIN water_daily w USING (household_no)
                JOIN power_daily p USING (household_no, use_date)
                WHERE e.living = '独居' AND w.litres = 0 AND p.kwh = 0 AND use_date %s DATE '2026-06-07'""";
        assertThat(number(silent.formatted(">"))).isPositive();
        assertThat(number(silent.formatted("<="))).isZero();
    }

    @Test
    void the_story_s_queries_answer_on_the_granted_columns_alone() throws SQLException {
        for (var scenario : DISTRICT.scenarios()) {
            execute("CREATE SCHEMA " + scenario.key());
            for (var item : scenario.items()) {
                execute("CREATE VIEW %s.%s AS SELECT %s FROM main.%s"
                        .formatted(
                                scenario.key(), item.resource(), String.join(", ", item.columns()), item.resource()));
            }
            execute("SET search_path = '%s'".formatted(scenario.key()));
            for (var query :
                    scenario.queries().stream().filter(StoryQuery::allowed).toList()) {
                assertThat(strings(query.sql()))
                        .as("%s.%s", scenario.key(), query.key())
                        .isNotEmpty();
            }
        }
        execute("SET search_path = 'elder_alert'");
        var notGranted = DISTRICT.scenario("elder_alert").query("not_granted");
        assertThat(notGranted.allowed()).isFalse();
        assertThatThrownBy(() -> strings(notGranted.sql())).hasMessageContaining("contact_mobile");
        execute("SET search_path = 'main'");
    }

    private static long spoilt(String resource) {
        return file(resource).dirt().get(Dirt.BAD_CHECK_DIGIT);
    }

    private static long rows(String resource) {
        return file(resource).rows();
    }

    private static DataFile file(String resource) {
        return files.stream()
                .filter(it -> it.resource().equals(resource))
                .findFirst()
                .orElseThrow();
    }

    private static TreeMap<String, String> digests(Path directory) throws Exception {
        var result = new TreeMap<String, String>();
        for (var file : files) {
            var bytes = Files.readAllBytes(directory.resolve(file.path().getFileName()));
            result.put(
                    file.resource(),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
        return result;
    }

    private static String duckType(Column column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case DECIMAL -> "DECIMAL(18, %d)".formatted(column.scale());
            case INTEGER, DOUBLE, DATE, TIMESTAMP, BOOLEAN -> column.type().name();
        };
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = duckdb.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        var value = strings(sql).getFirst();
        return value.equals("true") ? 1 : value.equals("false") ? 0 : Long.parseLong(value);
    }

    private static List<String> strings(String sql) throws SQLException {
        try (var statement = duckdb.createStatement();
                var rows = statement.executeQuery(sql)) {
            var result = new ArrayList<String>();
            while (rows.next()) {
                result.add(String.valueOf(rows.getString(1)));
            }
            return result;
        }
    }
}
