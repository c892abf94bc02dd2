package org.mingqu.privacy.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingqu.privacy.mask.KeyedSm3;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatermarkTest {

    private static final int ROWS = 60_000;
    private static final int SEEDS = 3;
    private static final long TOLERANCE = 300;
    private static final List<String> COLUMNS = List.of("income", "rent", "turnover");
    private static final List<String> RECIPIENTS =
            IntStream.range(0, 100).mapToObj(i -> "company-" + i).toList();

    private static Watermark watermark(int seed) {
        var key = "a secret of the domain, no. %08d".formatted(seed).getBytes(StandardCharsets.US_ASCII);
        return new Watermark(
                key,
                COLUMNS.stream().map(column -> new Carrier(column, TOLERANCE)).toList());
    }

    /// Amounts in cents, most of them some thousands, some far above.
    private static Map<String, long[]> data(int seed) {
        var random = new Random(seed);
        var data = new HashMap<String, long[]>();
        for (var column : COLUMNS) {
            data.put(
                    column,
                    random.doubles(ROWS)
                            .mapToLong(any -> Math.round(100 * Math.exp(9 + 1.5 * random.nextGaussian())))
                            .toArray());
        }
        return data;
    }

    private static Map<String, long[]> copy(Watermark watermark, String recipient, Map<String, long[]> data) {
        var copy = new HashMap<String, long[]>();
        data.forEach((column, values) -> copy.put(column, watermark.marked(recipient, column, values)));
        return copy;
    }

    /// One row of twenty in another order, a column less, numbers rounded to one digit less.
    private static Map<String, long[]> worn(Map<String, long[]> copy, int seed, boolean dropping) {
        var rows = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
        Collections.shuffle(rows, new Random(seed));
        var worn = new HashMap<String, long[]>();
        copy.forEach((column, values) -> {
            if (!dropping || !column.equals("rent")) {
                worn.put(
                        column,
                        rows.subList(0, ROWS / 20).stream()
                                .mapToLong(row -> Math.floorDiv(values[row] + 5, 10) * 10)
                                .toArray());
            }
        });
        return worn;
    }

    @Test
    void a_sample_reordered_rounded_and_with_a_column_less_names_the_recipient_and_nobody_else() {
        for (var seed = 0; seed < SEEDS; seed++) {
            var watermark = watermark(seed);
            var recipient = RECIPIENTS.get(7 + seed);
            var leaked = worn(copy(watermark, recipient, data(seed)), seed, true);

            var found = watermark.detect(RECIPIENTS, leaked);

            assertThat(found.named()).as("seed %d", seed).singleElement().satisfies(suspect -> {
                assertThat(suspect.recipient()).isEqualTo(recipient);
                assertThat(suspect.falsePositive()).isLessThanOrEqualTo(1e-6);
            });
        }
    }

    /// Which of their three values colluders take in each place.
    enum Collusion {
        ANY,
        MEDIAN,
        MEAN,
        THE_RARE_ONE;

        long of(long[] values, Random random) {
            Arrays.sort(values);
            return switch (this) {
                case ANY -> values[random.nextInt(values.length)];
                case MEDIAN -> values[1];
                case MEAN -> Math.floorDiv(values[0] + values[1] + values[2], 3);
                case THE_RARE_ONE -> values[1] - values[0] < values[2] - values[1] ? values[2] : values[0];
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_three_who_put_their_copies_together_several_are_named_and_nobody_else(Collusion collusion) {
        for (var seed = 0; seed < SEEDS; seed++) {
            var watermark = watermark(seed);
            var data = data(seed);
            var three = List.of("company-3", "company-14", "company-15");
            var copies = three.stream().map(name -> copy(watermark, name, data)).toList();
            var random = new Random(seed);
            var mixed = new HashMap<String, long[]>();
            for (var column : COLUMNS) {
                mixed.put(
                        column,
                        IntStream.range(0, ROWS)
                                .mapToLong(row -> collusion.of(
                                        copies.stream()
                                                .mapToLong(copy -> copy.get(column)[row])
                                                .toArray(),
                                        random))
                                .toArray());
            }

            var found = watermark.detect(RECIPIENTS, worn(mixed, seed, false));

            var names = found.named().stream().map(Detection.Suspect::recipient).toList();
            assertThat(names)
                    .as("%s, seed %d", collusion, seed)
                    .isSubsetOf(three)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void nobody_is_named_for_data_that_were_never_marked_or_by_another_key() {
        for (var seed = 0; seed < SEEDS; seed++) {
            var data = worn(data(seed), seed, false);
            assertThat(watermark(seed).detect(RECIPIENTS, data).named())
                    .as("seed %d", seed)
                    .isEmpty();
            var marked = worn(copy(watermark(seed + 100), RECIPIENTS.getFirst(), data(seed)), seed, false);
            assertThat(watermark(seed).detect(RECIPIENTS, marked).named())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void the_chance_that_is_said_is_not_below_the_one_that_is_seen() {
        var innocent = 4_000;
        var code = new Code(new KeyedSm3(new byte[32]));
        var random = new Random(1);
        var places = IntStream.range(0, 300)
                .mapToObj(i -> new Code.Place("c", i))
                .map(place -> new Score(place, code.bias(place), random.nextInt(2)))
                .toList();
        var rare = new int[3];
        for (var i = 0; i < innocent; i++) {
            var score = 0.0;
            for (var place : places) {
                score += place.score(code.bit("nobody-" + i, place.place(), place.bias()));
            }
            var chance = Score.tail(score, places);
            for (var power = 1; power <= rare.length; power++) {
                rare[power - 1] += chance <= Math.pow(10, -power) ? 1 : 0;
            }
        }
        assertThat(rare[0]).isBetween(innocent / 1000, innocent / 10);
        assertThat(rare[1]).isBetween(1, innocent / 100);
        assertThat(rare[2]).isLessThanOrEqualTo(2 * innocent / 1000);
    }

    @Test
    void no_value_is_moved_further_than_the_tolerance_and_rounding_does_not_take_the_mark() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var carrier = new Carrier("c", 24 + random.nextInt(500));
            for (var i = 0; i < 500; i++) {
                var value = random.nextLong(-1_000_000, 1_000_000);
                var bit = random.nextInt(2);
                var marked = carrier.marked(value, bit);
                assertThat(Math.abs(marked - value)).as("seed %d", seed).isLessThanOrEqualTo(carrier.tolerance());
                for (var rounded = marked - 5; rounded <= marked + 5; rounded++) {
                    assertThat(carrier.bit(rounded)).as("seed %d", seed).isEqualTo(bit);
                    assertThat(carrier.field(rounded)).as("seed %d", seed).isEqualTo(carrier.field(value));
                }
            }
        }
    }

    @Test
    void what_carries_nothing_is_refused_and_what_carries_little_is_counted() {
        var watermark = watermark(1);
        assertThat(watermark.places("income", new long[] {1, 2, 3, 1_000_000})).isEqualTo(2);
        assertThat(watermark
                        .detect(RECIPIENTS, Map.of("income", new long[] {1, 2, 3}))
                        .named())
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Carrier("c", 23));
        assertThatIllegalArgumentException().isThrownBy(() -> watermark.marked("company-1", "age", new long[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> watermark.detect(List.of(), Map.of()));
    }
}
