package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.Grant;

@DisplayName("Whoever puts all that left into one system of equations learns nothing about one or two (art. 20)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReleasesTogetherTest {

    private static final int PEOPLE = 30;
    private static final int THRESHOLD = 3;
    private static final int QUESTIONS = 14;
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private Platform platform;
    private ReviewedDesk desk;
    private int answered;
    private int leftOut;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
        desk = new ReviewedDesk(platform);
        desk.open("w-1", "w-2");
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
    }

    @Test
    void a_random_analysts_questions_give_no_number_about_one_or_two_persons() throws Exception {
        for (var seed = 0; seed < 4; seed++) {
            answered = 0;
            leftOut = 0;
            var equations = asked(seed);
            assertThat(exposed(equations)).as("seed %d", seed).isEmpty();
            assertThat(answered).as("seed %d: answered", seed).isGreaterThan(QUESTIONS);
            assertThat(leftOut).as("seed %d: left out", seed).isPositive();
        }
    }

    private Equations asked(int seed) throws Exception {
        var random = new Random(seed);
        var people = new int[PEOPLE][NAMES.size()];
        var text = new StringBuilder("id,a,b,c,d,v\n");
        for (var i = 0; i < PEOPLE; i++) {
            text.append("P%04d".formatted(i));
            for (var column = 0; column < NAMES.size(); column++) {
                people[i][column] = random.nextInt(2 + column);
                text.append(",x").append(people[i][column]);
            }
            text.append(",").append(value(i)).append("\n");
        }
        var columns = new ArrayList<ColumnSpec>();
        columns.add(ReviewedDesk.column("id", ColumnClass.IDENTIFIER));
        NAMES.forEach(name -> columns.add(ReviewedDesk.column(name, ColumnClass.QUASI_IDENTIFIER)));
        columns.add(ReviewedDesk.amount("v"));
        desk.land("small" + seed, 1, text.toString(), columns);
        var grant = ReviewedDesk.grant(THRESHOLD, 0, columns, "small" + seed);
        var equations = new Equations();
        equations.add(set(_ -> true));
        for (var i = 0; i < QUESTIONS; i++) {
            ask(random, "small" + seed, i % 2 == 0 ? "w-1" : "w-2", grant, people, equations);
        }
        return equations;
    }

    private static int value(int person) {
        return 500 + person * person;
    }

    /// By one column, maybe under a filter on another, the sum of all or of a part, maybe with a total.
    private void ask(Random random, String table, String workspace, Grant grant, int[][] people, Equations equations)
            throws Exception {
        var key = random.nextInt(NAMES.size());
        var filter = random.nextInt(NAMES.size());
        var without = random.nextInt(2 + filter);
        var part = random.nextInt(4) == 0;
        var where = " FROM %s WHERE %s <> 'x%d'".formatted(table, NAMES.get(filter), without);
        var sum = part ? "SUM(v) FILTER (WHERE a = 'x0')" : "SUM(v)";
        var sql =
                "WITH g AS (SELECT %1$s AS k, %2$s AS s%3$s GROUP BY %1$s) SELECT k, SUM(s) AS s FROM g GROUP BY ROLLUP (k)"
                        .formatted(NAMES.get(key), sum, where);
        var rows = desk.leave(workspace, sql, grant);
        IntPredicate in = i -> people[i][filter] != without && (!part || people[i][0] == 0);
        var groups = new ArrayList<Integer>();
        for (var row : rows == null ? List.<List<String>>of() : rows) {
            if (!row.getFirst().isEmpty()) {
                var value = Integer.parseInt(row.getFirst().substring(1));
                groups.add(value);
                check(row, set(i -> in.test(i) && people[i][key] == value), equations);
            }
        }
        for (var row : rows == null ? List.<List<String>>of() : rows) {
            if (row.getFirst().isEmpty()) {
                check(row, set(i -> in.test(i) && groups.contains(people[i][key])), equations);
            }
        }
        leftOut += 2 + key - groups.size();
    }

    /// What left is what is true; an empty sum is of a part in which nobody is.
    private void check(List<String> row, long[] set, Equations equations) {
        var sum = IntStream.range(0, PEOPLE)
                .filter(i -> set[i] == 1)
                .mapToLong(ReleasesTogetherTest::value)
                .sum();
        if (!row.get(1).isEmpty()) {
            assertThat(Long.parseLong(row.get(1))).isEqualTo(sum);
            equations.add(set);
            answered++;
        }
    }

    private static long[] set(IntPredicate members) {
        return IntStream.range(0, PEOPLE)
                .mapToLong(i -> members.test(i) ? 1 : 0)
                .toArray();
    }

    private static List<String> exposed(Equations equations) {
        var exposed = new ArrayList<String>();
        for (var i = 0; i < PEOPLE; i++) {
            for (var j = i; j < PEOPLE; j++) {
                for (var weight : new long[] {1, Equations.PRIME - 1}) {
                    var wanted = new long[PEOPLE];
                    wanted[j] = weight;
                    wanted[i] = 1;
                    if (equations.give(wanted)) {
                        exposed.add(i + "," + j + "×" + (weight == 1 ? 1 : -1));
                    }
                }
            }
        }
        return exposed;
    }

    /// Sums over sets, and whether another sum follows: by elimination modulo a prime, in which a wrong answer would be
    /// a chance of one in two thousand million.
    private static final class Equations {

        static final long PRIME = (1L << 31) - 1;
        private final List<long[]> rows = new ArrayList<>();
        private final List<Integer> pivots = new ArrayList<>();

        void add(long[] row) {
            var rest = reduced(row);
            for (var i = 0; i < rest.length; i++) {
                if (rest[i] != 0) {
                    var inverse = inverse(rest[i]);
                    for (var k = 0; k < rest.length; k++) {
                        rest[k] = rest[k] * inverse % PRIME;
                    }
                    rows.add(rest);
                    pivots.add(i);
                    return;
                }
            }
        }

        boolean give(long[] row) {
            for (var number : reduced(row)) {
                if (number != 0) {
                    return false;
                }
            }
            return true;
        }

        private long[] reduced(long[] row) {
            var rest = row.clone();
            for (var r = 0; r < rows.size(); r++) {
                var factor = rest[pivots.get(r)];
                for (var i = 0; i < rest.length && factor != 0; i++) {
                    rest[i] = Math.floorMod(rest[i] - factor * rows.get(r)[i] % PRIME, PRIME);
                }
            }
            return rest;
        }

        private static long inverse(long number) {
            return java.math.BigInteger.valueOf(number)
                    .modInverse(java.math.BigInteger.valueOf(PRIME))
                    .longValue();
        }
    }
}
