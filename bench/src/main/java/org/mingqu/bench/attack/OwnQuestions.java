package org.mingqu.bench.attack;

/// Questions that join tables which the attacker wrote (art. 16) with granted ones.
final class OwnQuestions {

    private final Grammar grammar;

    OwnQuestions(Grammar grammar) {
        this.grammar = grammar;
    }

    String question(Kind kind) {
        return switch (kind) {
            case OWN_CHOICE -> choice();
            case OWN_WEIGHTS -> weights();
            case OWN_MARKS -> marks();
            case OWN_UNION -> union();
            case OWN_MIMICS -> mimics();
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }

    /// A table with a subject: one row of each, one row less, several rows of each.
    private String table() {
        return pick("own", "own", "own", "fewer", "often");
    }

    private String choice() {
        var list = "SELECT o.id FROM " + table() + " o" + pick("", "", " WHERE " + mark("o."));
        var how = switch (pick("in", "in", "exists", "two", "place", "deep")) {
            case "in" -> "p.id " + pick("", "", "NOT ") + "IN (" + list + ")";
            case "exists" ->
                pick("", "", "NOT ") + "EXISTS (SELECT 1 FROM " + table() + " o WHERE o.id = p.id"
                        + pick("", " AND o.grp = p.living", " AND " + mark("o.")) + ")";
            case "two" -> "p.id IN (SELECT id FROM own) AND p.id " + pick("", "NOT ") + "IN (SELECT id FROM fewer)";
            case "place" ->
                "p.place IN (SELECT q.place FROM " + pick("quarters q", "persons q JOIN own o ON q.id = o.id") + ")";
            default ->
                "p.id IN (SELECT v.id FROM visits v JOIN " + table() + " o ON o.id = v.id"
                        + pick("", " WHERE v.minutes > 12") + ")";
        };
        var key = key("p.");
        return select(key, pick("SUM(p.age)", "SUM(p.pension)", "COUNT(DISTINCT p.id)", "AVG(p.age)"))
                + " FROM persons p WHERE " + how + pick("", " AND " + grammar.condition("p.")) + group(key);
    }

    private String weights() {
        var sum = pick(
                "SUM(o.weight)",
                "SUM(o.weight * p.age)",
                "SUM(p.age + o.weight)",
                "AVG(o.weight)",
                "MAX(o.weight)",
                "COUNT(o.weight)",
                "COUNT(DISTINCT o.weight)",
                "SUM(POWER(2, o.weight))",
                "SUM(CASE WHEN o.chosen THEN p.age ELSE 0 END)",
                "SUM(w)",
                "SUM(p.age * w)",
                "SUM(p.age)");
        var right = sum.contains("w)") && !sum.contains(".w")
                ? "(SELECT id, " + pick("SUM(weight)", "COUNT(*)", "MAX(weight)") + " AS w FROM " + table()
                        + " GROUP BY id) o"
                : table() + " o";
        var key = key("p.");
        return select(key, sum) + " FROM persons p " + join() + right + " ON " + on() + where() + group(key);
    }

    private String marks() {
        var key = pick(
                "o.grp",
                "o.grp",
                "o.grp",
                "o.chosen",
                "o.weight",
                "o.grp || p.living",
                "UPPER(o.grp)",
                "CASE WHEN o.chosen THEN p.place END",
                "CASE WHEN o.chosen THEN p.age ELSE 0 END",
                "o.id");
        var second = pick("", "", ", p.place", ", p.living", ", o.chosen");
        var more = pick(
                "SUM(p.age)",
                "SUM(p.pension)",
                "COUNT(*) FILTER (WHERE " + grammar.condition("p.") + ")",
                "COUNT(*) FILTER (WHERE " + mark("o.") + ")",
                "SUM(CASE WHEN " + grammar.condition("p.") + " THEN p.age ELSE 0 END)",
                "COUNT(p.pension)");
        return "SELECT " + key + " AS k" + second + ", COUNT(*) AS n, " + more + " FROM " + fromBoth() + where()
                + " GROUP BY " + key + second
                + pick("", "", " HAVING COUNT(*) " + grammar.comparison() + " 4", " ORDER BY n LIMIT 1");
    }

    private String union() {
        var ids = "SELECT id FROM persons WHERE " + grammar.condition("");
        var own = "SELECT id FROM " + table();
        var how = pick(" UNION ALL ", " UNION ", " EXCEPT ", " INTERSECT ");
        return switch (pick("ids", "rows", "counts", "lists", "within")) {
            case "ids" -> "SELECT COUNT(*) AS n, COUNT(DISTINCT id) AS d FROM (" + ids + how + own + ") t";
            case "rows" ->
                "SELECT k, COUNT(*) AS n, SUM(v) AS s FROM (SELECT place AS k, age AS v FROM persons WHERE "
                        + grammar.condition("") + how + "SELECT grp, weight FROM " + table() + ") t GROUP BY k";
            case "counts" ->
                "SELECT place, COUNT(*) AS n FROM persons WHERE " + grammar.condition("") + " GROUP BY place" + how
                        + "SELECT grp, COUNT(*) FROM " + table() + " GROUP BY grp";
            case "lists" ->
                "SELECT COUNT(*) AS n, SUM(p.age) AS s FROM persons p JOIN (SELECT id FROM own" + how
                        + "SELECT id FROM fewer) o ON o.id = p.id";
            default ->
                "SELECT p.place, COUNT(*) AS n FROM persons p WHERE p.id IN (" + own + how + ids + ") GROUP BY p.place";
        };
    }

    private String mimics() {
        var key = pick("o.grp", "o.grp", "o.chosen", "p.place", "p.living");
        var counted = pick("COUNT(*)", "COUNT(p.age)", "COUNT(DISTINCT o.id)", "COUNT(DISTINCT p.id)", "SUM(p.age)");
        var from = switch (pick("left", "full", "right", "nested", "twice", "aggregated", "cross")) {
            case "left" -> table() + " o LEFT JOIN persons p ON p.id = o.id";
            case "full" -> table() + " o FULL JOIN persons p ON p.id = o.id";
            case "right" -> "persons p RIGHT JOIN " + table() + " o ON p.id = o.id";
            case "nested" ->
                "persons p JOIN own o ON " + pick("p.id = o.id", "p.place = o.grp", "p.living = o.grp")
                        + " JOIN own x ON x.grp = o.grp";
            case "twice" -> "persons p JOIN own o ON p.id = o.id JOIN fewer f ON f.id = " + pick("p.id", "o.id");
            case "aggregated" ->
                "own o JOIN (SELECT id, " + pick("MAX(age) AS age", "COUNT(*) AS age")
                        + ", place, living FROM persons GROUP BY id, place, living) p ON p.id = o.id";
            default -> "persons p JOIN quarters o ON p.place = o.place";
        };
        return "SELECT " + key + " AS k, COUNT(*) AS n, " + counted + " AS c FROM " + from + where() + " GROUP BY "
                + key;
    }

    private String fromBoth() {
        return switch (pick("persons", "persons", "own", "visits", "both", "two")) {
            case "persons" -> "persons p " + join() + table() + " o ON " + on();
            case "own" -> table() + " o JOIN persons p ON o.id = p.id";
            case "visits" ->
                "persons p JOIN visits v ON v.id = p.id JOIN " + table() + " o ON o.id = " + pick("v.id", "p.id");
            case "both" -> "persons p JOIN own o ON o.id = p.id JOIN fewer f ON f.id = p.id";
            default ->
                "persons p JOIN persons q ON q.place = p.place JOIN " + table() + " o ON o.id = "
                        + pick("p.id", "q.id");
        };
    }

    private String join() {
        return pick("JOIN ", "JOIN ", "JOIN ", "LEFT JOIN ");
    }

    private String on() {
        return pick(
                "p.id = o.id",
                "p.id = o.id",
                "o.id = p.id",
                "p.id = o.id",
                "p.id = o.id AND " + mark("o."),
                "p.id = o.id OR p.age = 67",
                "p.id <> o.id",
                "p.name = o.id",
                "p.place = o.grp",
                "p.id LIKE o.id");
    }

    private String mark(String of) {
        return pick(
                of + "chosen",
                "NOT " + of + "chosen",
                of + "weight = 7",
                of + "weight > 100",
                of + "grp = '甲'",
                of + "id = 'P07'",
                of + "id IS NULL",
                of + "grp <> '丙'",
                "CAST(" + of + "grp AS INTEGER) > 0");
    }

    private String where() {
        return switch (pick("no", "no", "granted", "granted", "own")) {
            case "granted" -> " WHERE " + grammar.condition("p.");
            case "own" -> " WHERE " + mark("o.");
            default -> "";
        };
    }

    private String key(String of) {
        return pick("", of + "place", of + "living");
    }

    private static String select(String key, String more) {
        return "SELECT " + (key.isEmpty() ? "" : key + " AS k, ") + "COUNT(*) AS n, " + more + " AS s";
    }

    private static String group(String key) {
        return key.isEmpty() ? "" : " GROUP BY " + key;
    }

    private String pick(String... choices) {
        return grammar.pick(choices);
    }
}
