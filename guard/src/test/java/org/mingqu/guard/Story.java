package org.mingqu.guard;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The demonstration district's tables in small, and its story's questions, word by word.
final class Story implements AutoCloseable {

    static final String ALONE_BY_COMMUNITY = """
            SELECT community, COUNT(*) AS elders
            FROM elders
            WHERE living = '独居'
            GROUP BY community""";

    static final String WATER_BY_COMMUNITY = """
            SELECT community, SUM(litres) AS litres
            FROM water_daily
            WHERE use_date BETWEEN DATE '2026-06-01' AND DATE '2026-06-30'
            GROUP BY community""";

    static final String ZERO_DAYS = """
            SELECT community, COUNT(*) AS zero_days
            FROM water_daily
            WHERE litres = 0 AND use_date >= DATE '2026-06-01'
            GROUP BY community""";

    static final String ALERT = """
            -- 近一周至少有一天水电双零的独居老人
            SELECT e.street, COUNT(DISTINCT e.id_number) AS elders
            FROM elders e
            JOIN water_daily w ON w.household_no = e.household_no
            JOIN power_daily p ON p.household_no = e.household_no AND p.use_date = w.use_date
            WHERE e.living = '独居'
              AND e.consent = '已同意'
              AND w.litres = 0
              AND p.kwh = 0
              AND w.use_date >= DATE '2026-06-24'
            GROUP BY e.street
            ORDER BY elders DESC""";

    static final String USE_BY_AGE = """
            SELECT e.age_band, COUNT(DISTINCT e.id_number) AS elders, AVG(w.litres) AS litres_per_day
            FROM elders e
            JOIN water_daily w ON w.household_no = e.household_no
            WHERE e.living = '独居' AND w.reading = '正常' AND w.use_date >= DATE '2026-06-01'
            GROUP BY e.age_band
            ORDER BY e.age_band""";

    static final String BY_INDUSTRY = """
            SELECT industry, COUNT(*) AS companies
            FROM companies
            WHERE size_class IN ('微型', '小型') AND status = '存续'
            GROUP BY industry""";

    static final String INSURED_BY_MONTH = """
            SELECT pay_month, SUM(insured) AS insured
            FROM social_insurance
            GROUP BY pay_month""";

    static final String ARREARS = """
            SELECT c.industry,
                   COUNT(DISTINCT c.credit_code) AS companies,
                   SUM(CASE WHEN s.arrears_months > 0 THEN 1 ELSE 0 END) AS in_arrears
            FROM companies c
            JOIN social_insurance s ON s.credit_code = c.credit_code
            WHERE s.pay_month = DATE '2026-06-01'
            GROUP BY c.industry
            ORDER BY companies DESC""";

    static final String STABILITY = """
            WITH paying AS (
              SELECT credit_code, AVG(insured) AS insured
              FROM social_insurance
              WHERE state = '正常'
              GROUP BY credit_code
            )
            SELECT c.industry, COUNT(DISTINCT c.credit_code) AS companies, AVG(p.insured) AS insured, AVG(l.月租金) AS rent
            FROM companies c
            JOIN paying p ON p.credit_code = c.credit_code
            JOIN leases l ON l.统一社会信用代码 = c.credit_code
            WHERE c.size_class IN ('微型', '小型')
            GROUP BY c.industry
            ORDER BY companies DESC""";

    static final String RENT = """
            SELECT 街道, COUNT(*) AS 合同数, SUM(月租金) / SUM(面积) AS 每平方米租金
            FROM leases
            WHERE 到期日 >= DATE '2026-07-01' AND 面积 > 0
            GROUP BY 街道
            ORDER BY 街道""";

    static final String BUSIEST = """
            SELECT road, SUM(vehicles) AS vehicles
            FROM traffic_counts
            GROUP BY road
            ORDER BY vehicles DESC
            LIMIT 3""";

    static final String BERTHS = """
            SELECT street, EXTRACT(HOUR FROM counted_at) AS hour_of_day, SUM(berths_taken) AS taken, SUM(berths) AS berths
            FROM traffic_counts
            WHERE counted_at >= TIMESTAMP '2026-06-01 00:00:00'
            GROUP BY street, EXTRACT(HOUR FROM counted_at)
            ORDER BY street, hour_of_day""";

    static final String AIR = """
            SELECT t.street, AVG(t.vehicles) AS vehicles, AVG(a.pm25) AS pm25, MAX(a.pm25) AS worst
            FROM traffic_counts t
            JOIN air_stations a ON a.street = t.street AND a.measured_at = t.counted_at
            GROUP BY t.street
            ORDER BY vehicles DESC""";

    static final List<String> INSTANT =
            List.of(ALONE_BY_COMMUNITY, WATER_BY_COMMUNITY, ZERO_DAYS, BY_INDUSTRY, INSURED_BY_MONTH);
    static final List<String> REVIEWED = List.of(
            ALERT, USE_BY_AGE, ARREARS, STABILITY, RENT, BUSIEST, BERTHS, AIR, ALONE_BY_COMMUNITY, WATER_BY_COMMUNITY);

    private static final int THRESHOLD = 5;

    private final Connection connection;

    Story() throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = connection.createStatement()) {
            for (var sql : StoryData.SQL.split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    static Grant grant() {
        var elders = table(
                "elders",
                "id_number",
                "person",
                1,
                column("id_number", ColumnType.TEXT, ColumnClass.IDENTIFIER),
                column("name", ColumnType.TEXT, ColumnClass.IDENTIFIER),
                column("household_no", ColumnType.TEXT, ColumnClass.IDENTIFIER),
                measure("age", ColumnType.INTEGER, 0, ColumnClass.QUASI_IDENTIFIER, 60, 110),
                column("age_band", ColumnType.TEXT, ColumnClass.QUASI_IDENTIFIER),
                column("living", ColumnType.TEXT, ColumnClass.QUASI_IDENTIFIER),
                column("care_level", ColumnType.TEXT, ColumnClass.SENSITIVE),
                measure("allowance", ColumnType.DECIMAL, 2, ColumnClass.MEASURE, 0, 100_000),
                column("consent", ColumnType.TEXT, ColumnClass.QUASI_IDENTIFIER),
                column("remarks", ColumnType.TEXT, ColumnClass.NEVER),
                column("street", ColumnType.TEXT, ColumnClass.OPEN),
                column("community", ColumnType.TEXT, ColumnClass.OPEN));
        var water = table(
                "water_daily",
                "household_no",
                "household",
                30,
                column("household_no", ColumnType.TEXT, ColumnClass.IDENTIFIER),
                column("meter_no", ColumnType.TEXT, ColumnClass.IDENTIFIER),
                column("community", ColumnType.TEXT, ColumnClass.OPEN),
                column("use_date", ColumnType.DATE, ColumnClass.OPEN),
                measure("litres", ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0, 2000),
                column("reading", ColumnType.TEXT, ColumnClass.OPEN));
        var power = table(
                "power_daily",
                "household_no",
                "household",
                30,
                column("household_no", ColumnType.TEXT, ColumnClass.IDENTIFIER),
                column("use_date", ColumnType.DATE, ColumnClass.OPEN),
                measure("kwh", ColumnType.DECIMAL, 2, ColumnClass.MEASURE, 0, 10_000));
        return new Grant(
                "story",
                List.of(elders, water, power, companies(), insurance(), leases(), traffic(), air()),
                new Limits(THRESHOLD, 1000, 1000, 10));
    }

    /// The same where the most rows of a subject were measured on the data.
    static Grant measured() {
        var tables = grant().tables().stream()
                .map(table -> new GrantedTable(
                        table.name(),
                        table.label(),
                        table.columns(),
                        table.subject(),
                        table.subjectKind(),
                        table.maxRowsPerSubject(),
                        table.rows(),
                        true))
                .toList();
        return new Grant("story", tables, grant().limits());
    }

    private static GrantedTable companies() {
        return table(
                "companies",
                "credit_code",
                "enterprise",
                1,
                column("credit_code", ColumnType.TEXT, ColumnClass.IDENTIFIER),
                column("industry", ColumnType.TEXT, ColumnClass.OPEN),
                column("size_class", ColumnType.TEXT, ColumnClass.OPEN),
                column("status", ColumnType.TEXT, ColumnClass.OPEN));
    }

    private static GrantedTable insurance() {
        return table(
                "social_insurance",
                "credit_code",
                "enterprise",
                12,
                column("credit_code", ColumnType.TEXT, ColumnClass.IDENTIFIER),
                column("pay_month", ColumnType.DATE, ColumnClass.OPEN),
                measure("insured", ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0, 2000),
                measure("arrears_months", ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0, 12),
                column("state", ColumnType.TEXT, ColumnClass.OPEN));
    }

    private static GrantedTable leases() {
        return table(
                "leases",
                "统一社会信用代码",
                "enterprise",
                2,
                column("统一社会信用代码", ColumnType.TEXT, ColumnClass.IDENTIFIER),
                column("街道", ColumnType.TEXT, ColumnClass.OPEN),
                measure("面积", ColumnType.DECIMAL, 2, ColumnClass.MEASURE, 0, 2_000_000),
                measure("月租金", ColumnType.DECIMAL, 2, ColumnClass.MEASURE, 0, 50_000_000),
                column("到期日", ColumnType.DATE, ColumnClass.QUASI_IDENTIFIER));
    }

    private static GrantedTable traffic() {
        return table(
                "traffic_counts",
                null,
                "",
                0,
                column("road", ColumnType.TEXT, ColumnClass.OPEN),
                column("street", ColumnType.TEXT, ColumnClass.OPEN),
                column("counted_at", ColumnType.TIMESTAMP, ColumnClass.OPEN),
                measure("vehicles", ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0, 6000),
                measure("berths", ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0, 200),
                measure("berths_taken", ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0, 200));
    }

    private static GrantedTable air() {
        return table(
                "air_stations",
                null,
                "",
                0,
                column("street", ColumnType.TEXT, ColumnClass.OPEN),
                column("measured_at", ColumnType.TIMESTAMP, ColumnClass.OPEN),
                measure("pm25", ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0, 500));
    }

    private static GrantedTable table(
            String name, @Nullable String subject, String kind, int rows, GrantedColumn... columns) {
        return new GrantedTable(name, name, List.of(columns), subject, kind, rows, 1000);
    }

    private static GrantedColumn column(String name, ColumnType type, ColumnClass columnClass) {
        return new GrantedColumn(name, name, type, 0, columnClass, 2, Right.usual(columnClass), null, null);
    }

    private static GrantedColumn measure(
            String name, ColumnType type, int scale, ColumnClass columnClass, long lower, long upper) {
        return new GrantedColumn(name, name, type, scale, columnClass, 2, Right.usual(columnClass), lower, upper);
    }

    /// The rows of a query as the engine gives them.
    List<List<@Nullable Object>> rows(String sql) throws SQLException {
        var rows = new ArrayList<List<@Nullable Object>>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new ArrayList<@Nullable Object>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /// The plan's result, checked to have the plan's width.
    List<List<@Nullable Object>> rows(Plan plan) throws SQLException {
        var rows = rows(plan.sql());
        for (var row : rows) {
            if (row.size() != plan.outputs().size()) {
                throw new AssertionError("%d columns for %s".formatted(row.size(), plan.outputs()));
            }
        }
        return rows;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
