package org.mingqu.bench.attack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.guard.ColumnClass;
import org.mingqu.guard.ColumnType;
import org.mingqu.guard.Grant;
import org.mingqu.guard.GrantedColumn;
import org.mingqu.guard.GrantedTable;
import org.mingqu.guard.Limits;
import org.mingqu.guard.Right;

/// A village of so few persons that every one of them can be taken away in turn: persons with ages, places and
/// pensions, several visits of each, and places that are nobody's. And tables that the attacker wrote, which stay as
/// they are whoever is taken away: a list with marks and weights on which half of all are invented, the same list
/// without one person, the same with some written many times, and one of places.
final class Village {

    static final int PERSONS = 24;
    static final int THRESHOLD = 3;

    /// The tables with subjects, and their columns with the subject.
    static final List<String> TABLES = List.of("persons", "visits");

    private static final String ROWS = """
            CREATE TABLE persons AS SELECT
              printf('P%02d', i) AS id, '姓名' || i AS name, 60 + (i * 7) % 30 AS age,
              CASE WHEN i < 1 THEN '孤村' WHEN i < 3 THEN '小村' ELSE '村' || (i % 3) END AS place,
              CASE WHEN i % 9 = 0 THEN NULL ELSE CAST(100 + i * i AS DECIMAL(18, 2)) END AS pension,
              CASE WHEN i % 4 = 0 THEN '独居' ELSE '同住' END AS living, CASE WHEN i = 7 THEN '病' ELSE '无' END AS illness
              FROM range(24) t(i);
            CREATE TABLE visits AS SELECT
              printf('P%02d', i) AS id, DATE '2026-06-01' + CAST((i + d * 3) % 11 AS INTEGER) AS day, 5 + (i * d) % 17 AS minutes,
              CASE WHEN i % 5 = 0 AND d = 0 THEN '急' ELSE '常' END AS kind
              FROM range(24) a(i), range(4) b(d) WHERE d <= i % 5;
            CREATE TABLE places AS SELECT p AS place, CASE WHEN p LIKE '村%' THEN '平' ELSE '山' END AS land, w AS weight
              FROM (VALUES ('孤村', 1), ('小村', 1000), ('村0', 7), ('村1', 8), ('村2', 9), ('村2', 10)) t(p, w);
            CREATE TABLE own AS SELECT
              CASE WHEN i < 20 THEN printf('P%02d', i + 2) ELSE printf('X%02d', i) END AS id,
              CASE WHEN i = 5 OR i >= 36 THEN '甲' WHEN i IN (1, 2) OR i >= 30 THEN '乙' ELSE substr('丙丁戊', 1 + i % 3, 1) END AS grp,
              CAST(1 AS BIGINT) << i AS weight, i = 5 OR i > 30 AS chosen FROM range(40) t(i);
            CREATE TABLE fewer AS SELECT * FROM own WHERE id <> 'P07';
            CREATE TABLE often AS SELECT own.* FROM own, range(50) t(i) WHERE i < 1 OR (i < 3 AND grp = '丁') OR id = 'P07';
            CREATE TABLE quarters AS SELECT place, weight FROM places""";

    private Village() {}

    static void build(Connection duckdb) throws SQLException {
        try (var statement = duckdb.createStatement()) {
            statement.execute(ROWS);
        }
    }

    /// A person's number as the tables write it.
    static String person(int number) {
        return "P%02d".formatted(number);
    }

    static List<String> persons() {
        return IntStream.range(0, PERSONS).mapToObj(Village::person).toList();
    }

    /// Every third person, so that each place loses about a third of its own.
    static List<String> third(int number) {
        return IntStream.range(0, PERSONS)
                .filter(i -> i / THRESHOLD % THRESHOLD == number)
                .mapToObj(Village::person)
                .toList();
    }

    static Grant grant() {
        return new Grant(
                "village",
                List.of(
                        table(
                                "persons",
                                "id",
                                1,
                                PERSONS,
                                List.of(
                                        column("id", ColumnType.TEXT, 0, ColumnClass.IDENTIFIER),
                                        column("name", ColumnType.TEXT, 0, ColumnClass.IDENTIFIER),
                                        column("age", ColumnType.INTEGER, 0, ColumnClass.QUASI_IDENTIFIER),
                                        column("place", ColumnType.TEXT, 0, ColumnClass.OPEN),
                                        column("pension", ColumnType.DECIMAL, 2, ColumnClass.MEASURE),
                                        column("living", ColumnType.TEXT, 0, ColumnClass.QUASI_IDENTIFIER),
                                        column("illness", ColumnType.TEXT, 0, ColumnClass.SENSITIVE))),
                        table(
                                "visits",
                                "id",
                                5,
                                200,
                                List.of(
                                        column("id", ColumnType.TEXT, 0, ColumnClass.IDENTIFIER),
                                        column("day", ColumnType.DATE, 0, ColumnClass.OPEN),
                                        column("minutes", ColumnType.INTEGER, 0, ColumnClass.MEASURE),
                                        column("kind", ColumnType.TEXT, 0, ColumnClass.OPEN))),
                        table(
                                "places",
                                null,
                                0,
                                6,
                                List.of(
                                        column("place", ColumnType.TEXT, 0, ColumnClass.OPEN),
                                        column("land", ColumnType.TEXT, 0, ColumnClass.OPEN),
                                        column("weight", ColumnType.INTEGER, 0, ColumnClass.OPEN))),
                        own("own", 1),
                        own("fewer", 1),
                        own("often", 50),
                        new GrantedTable(
                                "quarters",
                                "quarters",
                                List.of(
                                        column("place", ColumnType.TEXT, 0, ColumnClass.OPEN),
                                        column("weight", ColumnType.INTEGER, 0, ColumnClass.OPEN)),
                                null,
                                "",
                                0,
                                6,
                                true,
                                true)),
                new Limits(THRESHOLD, 10_000, 10_000, 10));
    }

    /// The same tables, declared to be nobody's and with no column that tells who it is.
    static Grant unguarded() {
        var tables = grant().tables().stream()
                .map(table -> table(
                        table.name(),
                        null,
                        0,
                        table.rows(),
                        table.columns().stream()
                                .map(it -> column(it.name(), it.type(), it.scale(), ColumnClass.OPEN))
                                .toList()))
                .toList();
        return new Grant("village, unguarded", tables, grant().limits());
    }

    private static GrantedTable own(String name, int most) {
        var columns = List.of(
                column("id", ColumnType.TEXT, 0, ColumnClass.IDENTIFIER),
                column("grp", ColumnType.TEXT, 0, ColumnClass.OPEN),
                column("weight", ColumnType.INTEGER, 0, ColumnClass.OPEN),
                column("chosen", ColumnType.BOOLEAN, 0, ColumnClass.OPEN));
        return new GrantedTable(name, name, columns, "id", "person", most, 150, true, true);
    }

    private static GrantedTable table(
            String name, @Nullable String subject, int most, long rows, List<GrantedColumn> columns) {
        return new GrantedTable(name, name, columns, subject, subject == null ? "" : "person", most, rows);
    }

    private static GrantedColumn column(String name, ColumnType type, int scale, ColumnClass columnClass) {
        // more rights than anybody would give: what keeps the secret is not that they are missing
        return new GrantedColumn(name, name, type, scale, columnClass, 2, EnumSet.allOf(Right.class), null, null);
    }
}
