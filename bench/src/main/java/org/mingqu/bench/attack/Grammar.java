package org.mingqu.bench.attack;

import java.util.List;
import java.util.random.RandomGenerator;

/// Makes questions, most of which somebody who wants to know about one person could ask.
public final class Grammar {

    private final RandomGenerator random;

    /// @param random from a seed that is printed, so that a success can be seen again
    public Grammar(RandomGenerator random) {
        this.random = random;
    }

    /// A question of a kind, always with a count where it has groups.
    public String question(Kind kind) {
        return switch (kind) {
            case ONE_VALUE ->
                grouped(
                        key(),
                        pick(
                                        "MIN",
                                        "MAX",
                                        "ANY_VALUE",
                                        "MEDIAN",
                                        "MODE",
                                        "BOOL_AND",
                                        "LIST",
                                        "STRING_AGG",
                                        "HISTOGRAM",
                                        "FIRST")
                                + "(" + pick("name", "id", "age", "pension", "illness", "age > 80") + ")");
            case ARITHMETIC -> grouped(key(), pick("SUM", "AVG", "STDDEV", "VAR_POP") + "(" + number(3) + ")");
            case CASE_BY_VALUE -> grouped(key(), cases() + (flip() ? ", " + cases() : ""));
            case DISTINCT -> distinct();
            case MISSING -> missing();
            case ORDER_AND_LIMIT -> limited();
            case HAVING ->
                grouped(key(), "SUM(pension)") + " HAVING "
                        + pick("COUNT(*)", "SUM(pension)", "AVG(age)", "MAX(age)", "COUNT(DISTINCT id)") + " "
                        + comparison() + " " + random.nextInt(120);
            case SELF_JOIN -> selfJoin();
            case PADDING -> padding();
            case PROBE -> probe();
            case ERROR -> grouped(key(), "SUM(age)", " AND " + failing());
            case FINE_KEYS -> fineKeys();
            case TWO_AGGREGATES -> twoAggregates();
            case WITHIN_SUBJECTS -> within();
            case WEIGHTS ->
                "SELECT p.place, COUNT(*) AS n, SUM("
                        + pick("w.weight", "w.weight * p.age", "p.age + w.weight", "POWER(10, w.weight)", "p.age")
                        + ") AS s FROM persons p JOIN places w ON w.place = p.place WHERE " + condition("p.")
                        + " GROUP BY p.place";
            case OWN_CHOICE, OWN_WEIGHTS, OWN_MARKS, OWN_UNION, OWN_MIMICS -> new OwnQuestions(this).question(kind);
            case ROWS ->
                "SELECT " + (flip() ? "DISTINCT " : "")
                        + pick(
                                "*",
                                "age, pension",
                                "UPPER(name)",
                                "place, ROW_NUMBER() OVER (ORDER BY age)",
                                "id",
                                "age")
                        + " FROM persons p WHERE " + condition("p.");
        };
    }

    private String grouped(String key, String more) {
        return grouped(key, more, "");
    }

    private String grouped(String key, String more, String and) {
        return "SELECT " + (key.isEmpty() ? "" : key + " AS k, ") + "COUNT(*) AS n, " + more + " FROM persons WHERE "
                + condition("") + and + (key.isEmpty() ? "" : " GROUP BY " + key);
    }

    private String key() {
        return pick(
                "",
                "place",
                "place",
                "living",
                "age % 5",
                "CASE WHEN age > 75 THEN 1 ELSE 0 END",
                "illness",
                "FLOOR(age / 10)");
    }

    /// A condition that holds for few, for most, or for one.
    String condition(String of) {
        var left = simple(of);
        return switch (random.nextInt(5)) {
            case 0 -> left + " AND " + simple(of);
            case 1 -> "(" + left + " OR " + simple(of) + ")";
            case 2 -> "NOT (" + left + ")";
            default -> left;
        };
    }

    private String simple(String of) {
        return switch (random.nextInt(11)) {
            case 0 -> of + "age " + comparison() + " " + (60 + random.nextInt(30));
            case 1 -> of + "pension " + comparison() + " " + (100 + random.nextInt(500));
            case 2 -> of + "place " + pick("=", "<>") + " " + pick("'孤村'", "'小村'", "'村0'", "'村1'");
            case 3 -> of + "living = '独居'";
            case 4 -> of + "illness " + pick("=", "<>") + " '病'";
            case 5 -> of + "age IN (" + (60 + random.nextInt(30)) + ", " + (60 + random.nextInt(30)) + ")";
            case 6 -> of + "pension IS " + (flip() ? "NOT " : "") + "NULL";
            case 7 -> of + "age BETWEEN " + (60 + random.nextInt(15)) + " AND " + (75 + random.nextInt(15));
            case 8 -> "MOD(" + of + "age, " + (2 + random.nextInt(5)) + ") = " + random.nextInt(3);
            case 9 -> of + "id IN (SELECT v.id FROM visits v WHERE v." + visit() + ")";
            default -> "TRUE";
        };
    }

    private String visit() {
        return pick(
                "kind = '急'",
                "minutes > " + random.nextInt(22),
                "day = DATE '2026-06-0" + (1 + random.nextInt(9)) + "'",
                "minutes <> 5");
    }

    String comparison() {
        return pick("<", ">", "=", "<>", "<=", ">=");
    }

    private String number(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return pick("age", "pension", "1", "0.5", "1000000", "age", "pension");
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 2 -> "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
            case 3 -> "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
            case 4 -> "(" + number(depth - 1) + " / " + pick("2", "age", "(age - 67)") + ")";
            case 5 -> "POWER(" + number(depth - 1) + ", " + pick("0", "2", "age") + ")";
            case 6 -> "CASE WHEN " + simple("") + " THEN " + number(depth - 1) + " ELSE " + number(0) + " END";
            default -> pick("ABS", "FLOOR", "SIGN", "SQRT") + "(" + number(depth - 1) + ")";
        };
    }

    private String cases() {
        var plain = pick("pension", "age", "1", "age + pension", "age * 2");
        return switch (random.nextInt(4)) {
            case 0 -> "SUM(" + plain + ") FILTER (WHERE " + condition("") + ")";
            case 1 -> "COUNT(*) FILTER (WHERE " + condition("") + ")";
            case 2 -> "COUNT(CASE WHEN " + condition("") + " THEN 1 END)";
            default ->
                "SUM(CASE WHEN " + condition("") + " THEN " + plain + " ELSE " + pick("0", "NULL", "age") + " END)";
        };
    }

    private String distinct() {
        var counted = pick(
                "illness",
                "age",
                "place",
                "living",
                "pension",
                "name",
                "id",
                "CASE WHEN " + condition("") + " THEN id END",
                "CASE WHEN " + condition("") + " THEN illness END",
                "CASE WHEN " + condition("") + " THEN 1 ELSE 0 END",
                "age / 10",
                "illness || place");
        var number = "COUNT(DISTINCT " + counted + ")";
        return flip()
                ? grouped(key(), number)
                : grouped(key(), "SUM(age)") + " HAVING " + number + " " + comparison() + " 2";
    }

    private String missing() {
        var chosen = condition("");
        return grouped(
                key(),
                pick(
                        "COUNT(pension)",
                        "COUNT(pension), COUNT(age)",
                        "COUNT(age), AVG(pension), SUM(pension)",
                        "COUNT(*) FILTER (WHERE " + chosen + "), COUNT(pension) FILTER (WHERE " + chosen + ")",
                        "COUNT(*) FILTER (WHERE " + chosen + "), COUNT(CASE WHEN " + chosen + " THEN pension END)"));
    }

    private String limited() {
        if (flip()) {
            return "SELECT COUNT(*) AS n, SUM(age) AS s FROM (SELECT age, pension, place FROM persons WHERE "
                    + condition("") + " ORDER BY " + pick("age", "pension DESC") + " LIMIT " + (1 + random.nextInt(4))
                    + ") t";
        }
        return "SELECT place, COUNT(*) AS n, SUM(pension) AS s FROM persons WHERE " + condition("")
                + " GROUP BY place ORDER BY " + pick("n", "s", "SUM(age)", "AVG(pension)") + pick("", " DESC")
                + " LIMIT " + (1 + random.nextInt(2)) + pick("", " OFFSET 1");
    }

    private String selfJoin() {
        var on = pick(
                "a.place = b.place",
                "a.id = b.id",
                "a.living = b.living",
                "a.age = b.age",
                "a.place = b.place AND a.id <> b.id",
                "TRUE");
        return "SELECT " + pick("a.place", "b.place", "b.illness", "a.living") + " AS k, COUNT(*) AS n, COUNT(DISTINCT "
                + pick("a.id", "b.id") + ") AS d FROM persons a " + pick("JOIN", "LEFT JOIN", "JOIN") + " persons b ON "
                + on + " WHERE " + condition("b.") + " GROUP BY 1";
    }

    private String padding() {
        var one = "SELECT place, age FROM persons WHERE " + condition("");
        var other = pick(
                "SELECT place, age FROM persons",
                "SELECT place, weight FROM places",
                "VALUES ('孤村', 1)",
                "SELECT place, 1 FROM persons");
        if (flip()) {
            return "SELECT p.place, COUNT(*) AS n FROM persons p " + pick("JOIN", "LEFT JOIN")
                    + " places w ON w.place = p.place JOIN places x ON x.land = w.land WHERE " + condition("p.")
                    + " GROUP BY p.place";
        }
        return "SELECT place, COUNT(*) AS n, SUM(age) AS s FROM (" + one
                + pick(" UNION ALL ", " UNION ", " EXCEPT ", " INTERSECT ") + other + ") t GROUP BY place";
    }

    private String probe() {
        var inner = "SELECT " + pick("1", "q.id", "q.place", "COUNT(*)", "MAX(q.age)", "q.age")
                + " FROM persons q WHERE q." + pick("place", "id", "living", "age") + " = p."
                + pick("place", "id", "living", "age") + " AND " + condition("q.");
        var how = pick(
                "EXISTS (" + inner + ")",
                "NOT EXISTS (" + inner + ")",
                "p.age > (" + inner + ")",
                "p.id IN (" + inner + ")",
                "p.place IN (SELECT q.place FROM persons q WHERE " + condition("q.") + ")",
                "p.age > (SELECT AVG(w.weight) FROM places w WHERE w.place = p.place)",
                "p.id NOT IN (SELECT v.id FROM visits v WHERE v." + visit() + ")");
        return "SELECT p.place, COUNT(*) AS n, SUM(p.age) AS s FROM persons p WHERE " + how + " GROUP BY p.place";
    }

    private String failing() {
        return pick(
                "1 / (age - 67) > 0",
                "CAST(name AS INTEGER) > 0",
                "CAST(place AS DATE) IS NULL",
                "age * 9000000000000000000 > 0",
                "SQRT(60 - age) > 0",
                "LN(age - 67) > 0",
                "CAST(illness AS INTEGER) > 0",
                "SUBSTRING(place, age - 70, 2) = 'x'",
                "CASE WHEN illness = '病' THEN CAST(living AS INTEGER) ELSE 1 END > 0",
                "MAKE_DATE(2026, age, 1) IS NOT NULL",
                "date_diff('day', DATE '2026-01-01', MAKE_DATE(age * 1000, 1, 1)) > 0",
                "REGEXP_MATCHES(place, illness || '(')");
    }

    private String fineKeys() {
        var keys = pick(
                "age",
                "age, place",
                "pension",
                "SUBSTRING(name, 3)",
                "id",
                "age % 7, place",
                "ROLLUP (place, living)",
                "CUBE (living, place)",
                "CASE WHEN pension > 300 THEN age ELSE 0 END",
                "UPPER(id)",
                "place, living, illness",
                "age + pension");
        var shown = keys.contains("ROLLUP") || keys.contains("CUBE") ? "place, living" : keys;
        return "SELECT " + shown + ", COUNT(*) AS n FROM persons WHERE " + condition("") + " GROUP BY " + keys;
    }

    private String twoAggregates() {
        var one = "SELECT place, COUNT(*) AS n FROM persons WHERE " + condition("") + " GROUP BY place";
        var other = "SELECT place, COUNT(*) AS n FROM persons WHERE " + condition("") + " GROUP BY place";
        return switch (random.nextInt(4)) {
            case 0 -> "SELECT a.place, a.n - b.n AS n FROM (" + one + ") a JOIN (" + other + ") b ON a.place = b.place";
            case 1 ->
                "WITH a AS (" + one
                        + ") SELECT place, n, SUM(n) OVER () AS whole, RANK() OVER (ORDER BY n) AS r FROM a";
            case 2 ->
                "SELECT place, COUNT(*) AS n, SUM(COUNT(*)) OVER (ORDER BY place) AS s FROM persons WHERE "
                        + condition("") + " GROUP BY place";
            default ->
                "WITH a AS (" + one + ") SELECT "
                        + pick(
                                "COUNT(*) AS n, SUM(n) AS s FROM a",
                                "n, COUNT(*) AS c FROM a GROUP BY n",
                                "place, n FROM a WHERE n > (SELECT AVG(n) FROM a)",
                                "a.place, n FROM a JOIN places w ON w.place = a.place");
        };
    }

    private String within() {
        var keys = pick("id", "id, kind", "day", "id, day", "kind");
        return "WITH h AS (SELECT " + keys + ", COUNT(*) AS c, SUM(minutes) AS m, MAX(minutes) AS x FROM visits WHERE "
                + visit() + " GROUP BY " + keys
                + ") SELECT "
                + pick(
                        "COUNT(*) AS n, SUM(m) AS s FROM h",
                        "c, COUNT(*) AS n FROM h GROUP BY c",
                        "COUNT(*) AS n, SUM(x) AS s FROM h WHERE m > " + random.nextInt(60),
                        "p.place, COUNT(*) AS n, SUM(h.m) AS s FROM persons p JOIN h ON h.id = p.id GROUP BY p.place",
                        "c, COUNT(*) AS n, SUM(m * c) AS s FROM h GROUP BY c");
    }

    boolean flip() {
        return random.nextBoolean();
    }

    String pick(String... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
