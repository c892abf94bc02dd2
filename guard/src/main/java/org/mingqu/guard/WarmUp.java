package org.mingqu.guard;

import java.util.List;
import java.util.Set;

/// Questions and a grant for warming a guard up: the shapes that people ask for, over nobody's data.
final class WarmUp {

    private WarmUp() {}

    static Grant grant() {
        var all = Set.of(Right.values());
        var people = new GrantedTable(
                "people",
                "people",
                List.of(
                        new GrantedColumn(
                                "household",
                                "household",
                                ColumnType.TEXT,
                                0,
                                ColumnClass.IDENTIFIER,
                                3,
                                all,
                                null,
                                null),
                        new GrantedColumn(
                                "place", "place", ColumnType.TEXT, 0, ColumnClass.QUASI_IDENTIFIER, 2, all, null, null),
                        new GrantedColumn(
                                "born", "born", ColumnType.DATE, 0, ColumnClass.QUASI_IDENTIFIER, 2, all, null, null),
                        new GrantedColumn(
                                "age", "age", ColumnType.INTEGER, 0, ColumnClass.QUASI_IDENTIFIER, 2, all, 0L, 120L)),
                "household",
                "household",
                8,
                1000);
        var uses = new GrantedTable(
                "uses",
                "uses",
                List.of(
                        new GrantedColumn(
                                "household",
                                "household",
                                ColumnType.TEXT,
                                0,
                                ColumnClass.IDENTIFIER,
                                3,
                                all,
                                null,
                                null),
                        new GrantedColumn("day", "day", ColumnType.DATE, 0, ColumnClass.OPEN, 1, all, null, null),
                        new GrantedColumn(
                                "amount", "amount", ColumnType.DECIMAL, 2, ColumnClass.MEASURE, 2, all, 0L, 10_000L)),
                "household",
                "household",
                31,
                10_000);
        return new Grant("warm", List.of(people, uses), new Limits(5, 1000, 1000, 10));
    }

    static List<String> questions() {
        return List.of(
                "SELECT place, count(*) AS n, avg(age) FROM people WHERE age >= 60 AND place LIKE '光%' GROUP BY place ORDER BY n DESC",
                "SELECT place, count(*), sum(CASE WHEN age > 80 THEN 1 ELSE 0 END) FROM people GROUP BY place",
                "WITH u AS (SELECT household, sum(amount) AS total FROM uses WHERE day BETWEEN DATE '2026-01-01' AND DATE '2026-01-31'"
                        + " GROUP BY household) SELECT p.place, count(*), sum(u.total) FROM people p JOIN u ON p.household = u.household"
                        + " WHERE u.total < 0.5 AND p.age IN (70, 80, 90) GROUP BY p.place",
                "SELECT extract(year FROM day) AS y, sum(amount) / 2 FROM uses, people WHERE uses.household = people.household GROUP BY 1",
                "SELECT place, count(*) FROM people WHERE household IN (SELECT household FROM uses WHERE amount > 3) GROUP BY place",
                "SELECT plcae FROM people");
    }
}
