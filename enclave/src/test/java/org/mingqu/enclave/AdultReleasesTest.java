package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
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

@DisplayName("The Adult data in the domain, at a threshold of ten (art. 20)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdultReleasesTest {

    private static final Path FILE = Path.of("../privacy/src/test/resources/adult.csv");
    private static final List<String> NAMES =
            List.of("sex", "age", "race", "marital", "education", "country", "workclass", "occupation");
    private static final int PAIRS = 40;
    private static final int THRESHOLD = 10;

    private Platform platform;
    private ReviewedDesk desk;
    private Grant grant;
    private List<String[]> people;

    @BeforeEach
    void load(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
        desk = new ReviewedDesk(platform);
        desk.open("w-1", "w-2");
        people = Files.readAllLines(FILE).stream()
                .skip(1)
                .map(line -> line.split(";"))
                .toList();
        var text = new StringBuilder("id," + String.join(",", NAMES) + ",high\n");
        for (var i = 0; i < people.size(); i++) {
            var person = people.get(i);
            text.append("ADULT%06d,".formatted(i))
                    .append(String.join(",", Arrays.asList(person).subList(0, NAMES.size())))
                    .append(person[NAMES.size()].equals(">50K") ? ",1\n" : ",0\n");
        }
        var columns = new ArrayList<ColumnSpec>();
        columns.add(ReviewedDesk.column("id", ColumnClass.IDENTIFIER));
        NAMES.forEach(name -> columns.add(ReviewedDesk.column(name, ColumnClass.QUASI_IDENTIFIER)));
        columns.add(ReviewedDesk.amount("high"));
        desk.land("adult", 1, text.toString(), columns);
        grant = ReviewedDesk.grant(THRESHOLD, 0, columns, "adult");
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
    }

    /// @param base columns whose values choose the group
    /// @param further the column in which the person is the only one of the group
    private record Pair(int person, int[] base, int further) {}

    private List<Pair> pairs(long seed) {
        var found = new ArrayList<Pair>();
        for (var a = 0; a < NAMES.size(); a++) {
            for (var b = a + 1; b < NAMES.size(); b++) {
                singled(new int[] {a, b}, found);
            }
        }
        Collections.shuffle(found, new Random(seed));
        return found.subList(0, PAIRS);
    }

    private void singled(int[] base, List<Pair> found) {
        var groups = IntStream.range(0, people.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> people.get(i)[base[0]] + ";" + people.get(i)[base[1]]));
        for (var group : groups.values()) {
            for (var further = 0; group.size() > THRESHOLD && further < NAMES.size(); further++) {
                if (further != base[0] && further != base[1]) {
                    var alone = new HashMap<String, List<Integer>>();
                    for (var i : group) {
                        alone.computeIfAbsent(people.get(i)[further], _ -> new ArrayList<>())
                                .add(i);
                    }
                    var column = further;
                    alone.values().stream()
                            .filter(all -> all.size() == 1)
                            .forEach(all -> found.add(new Pair(all.getFirst(), base, column)));
                }
            }
        }
    }

    private String condition(int person, int column, String how) {
        return NAMES.get(column) + how + "'" + people.get(person)[column] + "'";
    }

    @Test
    void pairs_of_allowed_questions_give_nobody_away_whoever_asks_them() throws Exception {
        var recovered = 0;
        var answered = 0;
        for (var pair : pairs(1)) {
            var with = "SELECT COUNT(*) AS n, SUM(high) AS h FROM adult WHERE "
                    + condition(pair.person(), pair.base()[0], " = ") + " AND "
                    + condition(pair.person(), pair.base()[1], " = ");
            var without = with + " AND " + condition(pair.person(), pair.further(), " <> ");
            var one = desk.leave("w-1", with, grant);
            var other = desk.leave("w-2", without, grant);
            answered += rows(one) + rows(other);
            recovered += rows(one) > 0 && rows(other) > 0 ? 1 : 0;
        }
        System.out.printf("of %d pairs %d questions answered, %d persons given away%n", PAIRS, answered, recovered);
        assertThat(recovered).isZero();
        assertThat(answered).as("the attacker is answered otherwise").isGreaterThan(PAIRS / 2);
    }

    private static int rows(List<List<String>> file) {
        return file == null ? 0 : file.size();
    }
}
