package org.mingqu.privacy.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The search against one that tries every scheme.
@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneraliserTest {

    @Test
    void one_scheme_loses_exactly_as_little_as_the_best_of_all_schemes() {
        for (var seed = 0; seed < 60; seed++) {
            var data = Data.random(seed);
            var target = new Target(2 + seed % 4, 1 + seed % 2, seed % 3 * 0.1);
            var found = data.generaliser().global(target);
            assertThat(found.isPresent()).as("seed %d", seed).isEqualTo(data.best(target) < 2);
            found.ifPresent(recoding -> assertThat(recoding.loss()).isCloseTo(data.best(target), within()));
        }
    }

    @Test
    void with_any_target_one_scheme_loses_exactly_as_little_as_the_best_and_every_class_keeps_to_it() {
        var reached = 0;
        for (var seed = 0; seed < 120; seed++) {
            var data = Data.random(seed);
            var target = target(seed);
            var found = data.generaliser().global(target);
            assertThat(found.isPresent()).as("seed %d", seed).isEqualTo(data.best(target) < 2);
            if (found.isPresent()) {
                reached++;
                assertThat(found.get().loss()).as("seed %d", seed).isCloseTo(data.best(target), within());
                data.check(found.get(), target);
                data.check(data.generaliser().local(target).orElseThrow(), target);
            }
        }
        assertThat(reached).isBetween(60, 119);
    }

    private static Target target(int seed) {
        var plain = new Target(2 + seed % 3, 1, 0.1 + seed % 4 * 0.15);
        return switch (seed % 4) {
            case 0 -> plain.withEntropy(1.5 + seed % 3 * 0.745);
            case 1 -> plain.withCloseness(0.1037 + seed % 5 * 0.0811, false);
            case 2 -> plain.withCloseness(0.1037 + seed % 5 * 0.0513, true);
            default -> plain.withAcceptedRisk(Sharing.ENCLAVE, CONTEXTS.get(seed / 4 % 3));
        };
    }

    private static final List<Context> CONTEXTS = List.of(context(1, 4), context(1, 2), context(1, 1));

    private static Context context(int of, int in) {
        return new Context(Fraction.of(of, in), Fraction.ZERO, Fraction.ZERO);
    }

    @Test
    void every_class_of_what_comes_out_keeps_to_the_target_by_one_scheme_and_by_several() {
        for (var seed = 0; seed < 60; seed++) {
            var data = Data.random(seed);
            var target = new Target(2 + seed % 4, 1 + seed % 2, 0.3);
            var global = data.generaliser().global(target);
            var local = data.generaliser().local(target);
            assertThat(local.isPresent()).as("seed %d", seed).isEqualTo(global.isPresent());
            if (global.isPresent() && local.isPresent()) {
                data.check(global.get(), target);
                data.check(local.get(), target);
                assertThat(local.get().loss())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(global.get().loss() + 1e-12);
            }
        }
    }

    @Test
    void of_the_adult_data_no_scheme_loses_less_and_several_schemes_lose_less_still() {
        var data = Data.adult(5);
        var target = new Target(5, 1, 0.04);
        var best = data.best(target);
        var global = data.generaliser().global(target).orElseThrow();
        var local = data.generaliser().local(target).orElseThrow();
        System.out.printf(
                "Adult, 5 columns, k = 5: loss of the best of %d schemes %.4f, found %.4f with %d looked at;"
                        + " with several schemes %.4f%n",
                data.schemes().size(), best, global.loss(), global.looked(), local.loss());
        assertThat(global.loss()).isCloseTo(best, within());
        assertThat(global.looked()).isLessThan(data.schemes().size() / 2);
        assertThat(local.loss()).isLessThan(global.loss());
        data.check(local, target);
    }

    @Test
    void a_hierarchy_that_divides_again_what_it_had_joined_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Hierarchy(List.of(new int[] {0, 1, 2}, new int[] {0, 0, 1}, new int[] {0, 1, 1})));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hierarchy(List.of(new int[] {0, 0, 1})));
    }

    @Test
    void the_loss_of_a_value_is_the_share_of_other_values_it_is_taken_for() {
        var hierarchy = new Hierarchy(List.of(new int[] {0, 1, 2, 3, 4}, new int[] {0, 0, 0, 1, 1}, new int[5]));
        assertThat(hierarchy.loss(0, 2)).isZero();
        assertThat(hierarchy.loss(1, 2)).isEqualTo(0.5);
        assertThat(hierarchy.loss(2, 2)).isEqualTo(1);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-9);
    }

    private record Data(List<int[]> columns, List<Hierarchy> hierarchies, int[] sensitive) {

        private static final int VALUES = 3;

        static Data random(long seed) {
            var random = new Random(seed);
            var hierarchy = new Hierarchy(List.of(
                    IntStream.range(0, 8).toArray(),
                    new int[] {0, 0, 1, 1, 2, 2, 3, 3},
                    new int[] {0, 0, 0, 0, 0, 0, 1, 1},
                    new int[8]));
            var columns = new ArrayList<int[]>();
            for (var column = 0; column < 3; column++) {
                columns.add(
                        random.ints(60, 0, 8).map(value -> value * value / 8).toArray());
            }
            return new Data(
                    columns,
                    List.of(hierarchy, hierarchy, hierarchy),
                    random.ints(60, 0, 3).toArray());
        }

        static Data adult(int count) {
            var columns = Arrays.asList(AdultTable.columns()).subList(0, count);
            return new Data(columns, AdultTable.hierarchies().subList(0, count), AdultTable.salary());
        }

        Generaliser generaliser() {
            return new Generaliser(columns, hierarchies, sensitive);
        }

        List<List<Integer>> schemes() {
            List<List<Integer>> schemes = List.of(List.of());
            for (var hierarchy : hierarchies) {
                var longer = new ArrayList<List<Integer>>();
                for (var scheme : schemes) {
                    for (var level = 0; level < hierarchy.levels(); level++) {
                        var with = new ArrayList<>(scheme);
                        with.add(level);
                        longer.add(with);
                    }
                }
                schemes = longer;
            }
            return schemes;
        }

        /// The least loss of any scheme, by trying all; 2 if none keeps to the target.
        double best(Target target) {
            return schemes().stream()
                    .mapToDouble(scheme -> loss(scheme, target))
                    .min()
                    .orElseThrow();
        }

        private double loss(List<Integer> scheme, Target target) {
            var classes = new HashMap<List<Integer>, List<Integer>>();
            for (var row = 0; row < sensitive.length; row++) {
                classes.computeIfAbsent(key(scheme, row), any -> new ArrayList<>())
                        .add(sensitive[row]);
            }
            classes.values().removeIf(values -> !keeps(values, target));
            while (!classes.isEmpty() && !accepted(classes.values(), target)) {
                var least = classes.values().stream().mapToInt(List::size).min().orElseThrow();
                classes.values().removeIf(values -> values.size() == least);
            }
            var sum = 0.0;
            var suppressed = 0;
            for (var row = 0; row < sensitive.length; row++) {
                if (!classes.containsKey(key(scheme, row))) {
                    suppressed++;
                    sum++;
                } else {
                    for (var column = 0; column < scheme.size(); column++) {
                        var loss = hierarchies.get(column).loss(scheme.get(column), columns.get(column)[row]);
                        sum += loss / scheme.size();
                    }
                }
            }
            var within = suppressed <= target.suppressible() * sensitive.length && suppressed < sensitive.length;
            return within ? sum / sensitive.length : 2;
        }

        private boolean keeps(List<Integer> values, Target target) {
            var entropy = 0.0;
            var apart = 0.0;
            var moved = 0.0;
            var steps = 0.0;
            for (var value = 0; value < VALUES && target.looksAtValues(); value++) {
                var share = share(values, value);
                var difference = share - share(Arrays.stream(sensitive).boxed().toList(), value);
                entropy -= share == 0 ? 0 : share * Math.log(share);
                apart += Math.abs(difference) / 2;
                moved += difference;
                steps += Math.abs(moved) / (VALUES - 1);
            }
            return values.size() >= target.k()
                    && new HashSet<>(values).size() >= target.l()
                    && (target.entropy() == 1 || Math.exp(entropy) >= target.entropy() - 1e-12)
                    && (target.ordered() ? steps : apart) <= target.closeness() + 1e-12;
        }

        private static double share(List<Integer> values, int of) {
            return values.stream().filter(value -> value == of).count() / (double) values.size();
        }

        private static boolean accepted(Collection<List<Integer>> classes, Target target) {
            var sharing = target.sharing();
            var sizes = classes.stream().mapToInt(List::size).toArray();
            return sharing == null
                    || Evaluation.of(sizes, sharing.to(), sharing.in()).risk().compareTo(Evaluation.ACCEPTED) < 0;
        }

        private List<Integer> key(List<Integer> scheme, int row) {
            return IntStream.range(0, scheme.size())
                    .mapToObj(i -> hierarchies.get(i).group(scheme.get(i), columns.get(i)[row]))
                    .toList();
        }

        void check(Recoding recoding, Target target) {
            Map<List<Integer>, List<Integer>> classes = new HashMap<>();
            var schemeOf = recoding.schemeOf();
            for (var row = 0; row < schemeOf.length; row++) {
                if (schemeOf[row] != Recoding.SUPPRESSED) {
                    var key = new ArrayList<>(key(recoding.schemes().get(schemeOf[row]), row));
                    key.add(schemeOf[row]);
                    classes.computeIfAbsent(key, any -> new ArrayList<>()).add(sensitive[row]);
                }
            }
            assertThat(recoding.suppressed()).isLessThanOrEqualTo((int) (target.suppressible() * schemeOf.length));
            assertThat(classes.values()).allMatch(values -> keeps(values, target));
            assertThat(accepted(classes.values(), target)).isTrue();
        }
    }
}
