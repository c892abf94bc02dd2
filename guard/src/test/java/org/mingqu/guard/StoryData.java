package org.mingqu.guard;

/// Rows for the story: 400 households, 300 elders, 120 companies; one community (孤村) with a single elder.
final class StoryData {

    static final String SQL = """
            CREATE TABLE elders AS SELECT
              printf('P%05d', i) AS id_number, '姓名' || i AS name, printf('H%05d', i) AS household_no,
              60 + i % 45 AS age, CASE WHEN i % 45 < 10 THEN '60-69' WHEN i % 45 < 20 THEN '70-79' ELSE '80+' END AS age_band,
              CASE WHEN i % 3 = 0 THEN '独居' ELSE '与子女同住' END AS living, '自理' AS care_level,
              CAST(100 + i % 7 AS DECIMAL(18, 2)) AS allowance, CASE WHEN i % 4 < 3 THEN '已同意' ELSE '未同意' END AS consent,
              'secret' || i AS remarks, '街道' || (i % 3) AS street,
              CASE WHEN i = 0 THEN '孤村' ELSE '社区' || (i % 4) END AS community, 'physical only' AS hidden_physical
              FROM range(300) t(i);
            CREATE TABLE water_daily AS SELECT
              printf('H%05d', h) AS household_no, printf('M%05d', h) AS meter_no, CASE WHEN h = 0 THEN '孤村' ELSE '社区' || (h % 4) END AS community,
              DATE '2026-06-01' + CAST(d AS INTEGER) AS use_date, CASE WHEN h % 6 = 0 AND d > 25 THEN 0 ELSE 100 + h % 50 END AS litres,
              '正常' AS reading FROM range(400) a(h), range(30) b(d);
            CREATE TABLE power_daily AS SELECT
              printf('H%05d', h) AS household_no, DATE '2026-06-01' + CAST(d AS INTEGER) AS use_date,
              CAST(CASE WHEN h % 6 = 0 AND d > 27 THEN 0 ELSE 3.5 END AS DECIMAL(18, 2)) AS kwh FROM range(400) a(h), range(30) b(d);
            CREATE TABLE companies AS SELECT
              printf('C%05d', i) AS credit_code, CASE WHEN i = 0 THEN '独行' ELSE '行业' || (i % 4) END AS industry,
              CASE WHEN i % 5 = 0 THEN '大型' ELSE '小型' END AS size_class, '存续' AS status FROM range(120) t(i);
            CREATE TABLE social_insurance AS SELECT
              printf('C%05d', i) AS credit_code, make_date(2026, CAST(m AS INTEGER), 1) AS pay_month, 10 + i AS insured,
              CASE WHEN i % 3 = 0 THEN 2 ELSE 0 END AS arrears_months, CASE WHEN m = 3 THEN '缓缴' ELSE '正常' END AS state
              FROM range(120) a(i), range(1, 7) b(m);
            CREATE TABLE leases AS SELECT
              printf('C%05d', i) AS "统一社会信用代码", '街道' || (i % 3) AS "街道", CAST(50 + i AS DECIMAL(18, 2)) AS "面积",
              CAST(1000 + 10 * i AS DECIMAL(18, 2)) AS "月租金", DATE '2027-01-01' AS "到期日" FROM range(120) t(i);
            CREATE TABLE traffic_counts AS SELECT
              '路' || r AS road, '街道' || (r % 3) AS street, TIMESTAMP '2026-06-01 00:00:00' + CAST(h AS INTEGER) * INTERVAL 1 HOUR AS counted_at,
              100 * r + h AS vehicles, 20 AS berths, h % 20 AS berths_taken FROM range(6) a(r), range(48) b(h);
            CREATE TABLE air_stations AS SELECT
              '街道' || s AS street, TIMESTAMP '2026-06-01 00:00:00' + CAST(h AS INTEGER) * INTERVAL 1 HOUR AS measured_at, 30 + h AS pm25
              FROM range(3) a(s), range(48) b(h)""";

    private StoryData() {}
}
