package org.mingqu.bench.attack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingqu.guard.Grant;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Lane;
import org.mingqu.guard.Output;
import org.mingqu.guard.Plan;
import org.mingqu.guard.ReviewedAnswer;
import org.mingqu.guard.Verdict;

/// Knows the raw data, and asks an allowed question also of every database in which one subject is missing.
///
/// What it takes for a success of the attacker, and what therefore is shown to be none:
///
/// - a released count or sum that changes, or a released row that goes, when one subject is taken away, but for
/// fewer different subjects than the threshold. In the [Village] every value that can be added up is above 0
/// and, of a person, like no other's, so that a count or a sum changes with every subject that it is over: the
/// subjects for which it changes are those behind it, counted without the guard's help;
/// - what one count of persons leaves of another one beside it, likewise;
/// - an error of the engine in one of the databases and not in another;
/// - an answer with a person's identifier in it.
///
/// What a question chooses from rows that it could have had all of is judged by those ([Choice]).
///
/// It does not look at averages and spreads alone, which may stay the same by accident: questions for it ask
/// for a count beside. Nor does it compare two questions: that is what the control of differences is for.
///
/// Three databases, each without another third of the persons, are asked first. If a number falls in each of
/// them, and the three falls together are the number, then it is a sum over persons of all three thirds, and so
/// about three at least: nobody need be taken away alone.
///
/// Safe for use by one thread.
public final class Oracle implements AutoCloseable {

    private final Guard guard = new Guard();
    private final Grant grant = Village.grant();
    private final Connection whole;
    private final List<Connection> without = new ArrayList<>();
    private final List<Connection> thirds = new ArrayList<>();
    private final Map<String, Outcome> judged = new HashMap<>();
    private final Map<String, Outcome> known = new HashMap<>();

    /// What became of a question.
    public enum Outcome {
        REFUSED,
        /// Allowed, and what it shows is about enough subjects each.
        SAFE,
        /// Allowed, and something that it shows is about too few.
        SUCCEEDED
    }

    /// An answer as the partner gets it; null for an error of the engine.
    private record Shown(@Nullable Map<List<Object>, List<Object>> rows) {}

    /// @throws SQLException if the engine cannot hold the village
    public Oracle() throws SQLException {
        this.whole = village();
        for (var person : Village.persons()) {
            var neighbour = villageWithout(List.of(person));
            try (var statement = neighbour.createStatement()) {
                // planning takes half the time and changes no answer; the whole and the thirds are planned as usual
                statement.execute("PRAGMA disable_optimizer");
            }
            without.add(neighbour);
        }
        for (var third = 0; third < Village.THRESHOLD; third++) {
            thirds.add(villageWithout(Village.third(third)));
        }
    }

    private static Connection villageWithout(List<String> persons) throws SQLException {
        var neighbour = village();
        try (var statement = neighbour.createStatement()) {
            for (var table : Village.TABLES) {
                statement.execute("DELETE FROM %s WHERE id IN ('%s')".formatted(table, String.join("', '", persons)));
            }
        }
        return neighbour;
    }

    private static Connection village() throws SQLException {
        var duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Village.build(duckdb);
        try (var statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
        }
        return duckdb;
    }

    /// Judges a question of the reviewed lane, and its answer by the raw data.
    public Outcome judge(String sql) {
        var known = judged.get(sql);
        if (known == null) {
            known = judgeAnew(sql);
            judged.put(sql, known);
        }
        return known;
    }

    private Outcome judgeAnew(String sql) {
        if (!(guard.judge(sql, grant, Lane.REVIEWED) instanceof Verdict.Allowed(var plan))) {
            return Outcome.REFUSED;
        }
        var outcome = known.computeIfAbsent(plan.sql(), _ -> compared(plan));
        return outcome == Outcome.SUCCEEDED
                ? Choice.of(sql).map(it -> judged(it, plan)).orElse(outcome)
                : outcome;
    }

    /// By all rows, if in every database the choice is made from those.
    private Outcome judged(Choice choice, Plan plan) {
        var place = counts(plan).stream()
                .filter(i -> plan.outputs().get(i).name().equalsIgnoreCase(choice.column()))
                .findFirst();
        if (place.isEmpty()
                || !(guard.judge(choice.whole(), grant, Lane.REVIEWED) instanceof Verdict.Allowed(var all))
                || !databases().allMatch(it -> isMade(choice, shown(it, plan), shown(it, all), place.get()))) {
            return Outcome.SUCCEEDED;
        }
        return judge(choice.whole());
    }

    private static boolean isMade(Choice choice, Shown chosen, Shown all, int place) {
        return chosen.rows() != null
                && all.rows() != null
                && choice.isMade(chosen.rows().values(), all.rows().values(), place);
    }

    private Stream<Connection> databases() {
        return Stream.concat(Stream.of(whole), Stream.concat(thirds.stream(), without.stream()));
    }

    /// The like for a question that no guard has looked at, as over data of nobody: what the oracle itself is
    /// tried on.
    Outcome judgeUnguarded(String sql) {
        return switch (guard.judge(sql, Village.unguarded(), Lane.REVIEWED)) {
            case Verdict.Refused(var findings) -> throw new IllegalArgumentException(findings.toString());
            case Verdict.Allowed(var plan) -> compared(plan);
        };
    }

    /// Neighbours are asked until every cell is seen to hang on enough of them, and all of them where one does
    /// not.
    private Outcome compared(Plan plan) {
        var shown = shown(whole, plan);
        var rows = shown.rows() == null ? Map.<List<Object>, List<Object>>of() : shown.rows();
        var cells = new ArrayList<Cell>();
        for (var row : rows.entrySet()) {
            if (Stream.concat(row.getKey().stream(), row.getValue().stream()).anyMatch(Oracle::isIdentifier)) {
                return Outcome.SUCCEEDED;
            }
            looked(plan).forEach(column -> cells.add(Cell.of(row.getKey(), row.getValue(), column)));
            rests(plan, row).forEach(cells::add);
        }
        if (shown.rows() != null) {
            settle(plan, cells);
        }
        for (var neighbour : without) {
            if (cells.stream().allMatch(Cell::isAboutEnough) && shown.rows() != null) {
                break;
            }
            var other = shown(neighbour, plan);
            if ((other.rows() == null) != (shown.rows() == null)) {
                return Outcome.SUCCEEDED;
            }
            cells.forEach(cell -> cell.compare(other.rows()));
        }
        return cells.stream().anyMatch(Cell::isAboutFew) ? Outcome.SUCCEEDED : Outcome.SAFE;
    }

    /// Takes away the cells that are sums over persons of all thirds.
    private void settle(Plan plan, List<Cell> cells) {
        var without = new ArrayList<Map<List<Object>, List<Object>>>();
        for (var third : thirds) {
            var shown = shown(third, plan);
            if (shown.rows() == null) {
                return;
            }
            without.add(shown.rows());
        }
        cells.removeIf(cell -> cell.isSumOverAll(without));
    }

    private static boolean isIdentifier(@Nullable Object value) {
        return value instanceof String text && (text.matches("P[0-9]{2}") || text.startsWith("姓名"));
    }

    /// The columns whose every change is a subject's: counts and sums; the first column at least, by which a
    /// row that goes is seen.
    private static List<Integer> looked(Plan plan) {
        var looked = counts(plan);
        return looked.isEmpty() ? List.of(0) : looked;
    }

    /// What counts of a row leave of each other.
    private static Stream<Cell> rests(Plan plan, Map.Entry<List<Object>, List<Object>> row) {
        var counts = counts(plan).stream()
                .filter(i -> plan.outputs().get(i).kind() == Output.Kind.COUNT)
                .toList();
        return counts.stream()
                .flatMap(i -> counts.stream()
                        .filter(j -> !i.equals(j))
                        .map(j -> Cell.rest(row.getKey(), row.getValue(), i, j)))
                .filter(Cell::isSome);
    }

    private static List<Integer> counts(Plan plan) {
        var visible = plan.outputs().stream().filter(output -> !output.hidden()).toList();
        return IntStream.range(0, visible.size())
                .filter(i -> visible.get(i).kind() == Output.Kind.COUNT
                        || visible.get(i).kind() == Output.Kind.SUM)
                .boxed()
                .toList();
    }

    /// The released rows by their keys; where there are none, by all of the row and how often it was seen
    /// before.
    private static Shown shown(Connection duckdb, Plan plan) {
        try (var statement = duckdb.createStatement();
                var result = statement.executeQuery(plan.sql())) {
            var raw = new ArrayList<List<@Nullable Object>>();
            while (result.next()) {
                var row = new ArrayList<@Nullable Object>();
                for (var i = 1; i <= plan.outputs().size(); i++) {
                    row.add(result.getObject(i));
                }
                raw.add(row);
            }
            var answer = ReviewedAnswer.of(plan, raw);
            var rows = new HashMap<List<Object>, List<Object>>();
            for (var row : answer.rows()) {
                var values = row.stream().<Object>map(Oracle::text).toList();
                var key = new ArrayList<>(IntStream.range(0, values.size())
                        .filter(i -> answer.columns().get(i).kind() == Output.Kind.KEY)
                        .<Object>mapToObj(values::get)
                        .toList());
                if (key.isEmpty() && answer.rows().size() > 1) {
                    key.addAll(values);
                }
                key.add(0);
                while (rows.putIfAbsent(List.copyOf(key), values) != null) {
                    key.set(key.size() - 1, (Integer) key.getLast() + 1);
                }
            }
            return new Shown(rows);
        } catch (SQLException e) {
            return new Shown(null);
        }
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    @Override
    public void close() throws SQLException {
        for (var database : databases().toList()) {
            database.close();
        }
    }
}
