package org.mingqu.privacy.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingqu.privacy.RandomBits;

/// The statistical cases of Google's differential privacy library (Apache License 2.0), on the mechanisms of
/// this one: noise has the distribution that it should have, and what an answer shows on two neighbouring
/// data sets differs by no more
/// than was promised.
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoogleCasesTest {

    private static final int SEED = 20260917;

    record Case(String file, Textproto all, Textproto one) {

        static Stream<Case> of(String file, String name) {
            var all = Textproto.read("/google-dp-tests/" + file + "_test_cases.textproto");
            return all.blocks().get(name).stream().map(one -> new Case(file, all, one));
        }

        int votes() {
            return all.in("voting_parameters").whole("number_of_votes");
        }

        Textproto tested() {
            return one.in(file.endsWith("closeness") ? "closeness_test_parameters" : "dp_test_parameters");
        }

        Textproto sampling() {
            return one.in(
                    file.endsWith("closeness")
                            ? "noise_sampling_parameters"
                            : file.replace("_dp", "") + "_sampling_parameters");
        }

        @Override
        public String toString() {
            return file + ": " + one.word("name");
        }
    }

    static Stream<Case> all() {
        return Stream.of(
                        "count_dp",
                        "bounded_sum_dp",
                        "long_bounded_sum_dp",
                        "bounded_mean_dp",
                        "bounded_stdv_dp",
                        "bounded_quantiles_dp",
                        "approximate_bounds_dp",
                        "laplace_closeness",
                        "gaussian_closeness")
                .flatMap(file -> Case.of(
                        file, file.endsWith("closeness") ? "distribution_closeness_test_case" : file + "_test_case"));
    }

    static Stream<Case> oneOfEach() {
        return all()
                .filter(it -> it.one()
                        .word("name")
                        .matches(".*(default parameters|Default parameters|basic \\(bounding failure\\)).*"))
                .filter(it -> !it.sampling().values().containsKey("noise_type")
                        || it.sampling().word("noise_type").equals("LAPLACE"))
                .collect(Collectors.toMap(Case::file, it -> it, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream();
    }

    @Test
    void there_are_296_of_them() {
        assertThat(all()).hasSize(296);
        assertThat(oneOfEach()).hasSize(9);
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void one_case_of_each_kind_holds(Case it) {
        assertThat(holds(it, 1, 1)).as("seed %d", SEED).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    @Tag("slow")
    void every_case_holds(Case it) {
        assertThat(holds(it, it.votes(), 1)).as("seed %d", SEED).isTrue();
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void and_notices_a_promise_that_the_noise_does_not_keep(Case it) {
        // the root of a difference of two noisy squares hides more than its three numbers have to
        var factor = it.file().equals("bounded_stdv_dp") ? 0.1 : 0.4;
        assertThat(holds(it, 1, factor)).as("seed %d", SEED).isFalse();
    }

    /// @param factor on the promise: below 1 more is promised than the noise keeps
    private static boolean holds(Case it, int votes, double factor) {
        var random = new Random(SEED);
        return Verdicts.majority(votes, () -> vote(it, factor, random));
    }

    private static boolean vote(Case it, double factor, Random random) {
        var bits = RandomBits.repeatable(new SplittableRandom(random.nextLong()));
        var samples = it.sampling().whole("number_of_samples");
        if (it.file().endsWith("closeness")) {
            return close(it, factor, bits, random, samples);
        }
        if (it.file().equals("bounded_quantiles_dp")) {
            return quantiles(it, factor, bits, samples);
        }
        var one = sampler(it, it.file().startsWith("count") ? "raw_increment_by" : "raw_entry");
        var other = sampler(it, it.file().startsWith("count") ? "neighbour_raw_increment_by" : "neighbour_raw_entry");
        return Verdicts.isPrivate(
                draw(one, bits, samples),
                draw(other, bits, samples),
                it.tested().number("epsilon") * factor,
                it.tested().number("delta"),
                it.tested().number("delta_tolerance"));
    }

    private static long[] draw(ToLongFunction<RandomBits> sampler, RandomBits bits, int samples) {
        return LongStream.generate(() -> sampler.applyAsLong(bits))
                .limit(samples)
                .toArray();
    }

    private static ToLongFunction<RandomBits> sampler(Case it, String entries) {
        var granularity = it.tested().number("granularity");
        return switch (it.file()) {
            case "count_dp" -> Samplers.count(it.sampling(), entries);
            case "bounded_sum_dp", "long_bounded_sum_dp" -> Samplers.sum(it.sampling(), granularity, entries);
            case "bounded_mean_dp" -> Samplers.mean(it.sampling(), granularity, entries);
            case "bounded_stdv_dp" -> Samplers.deviation(it.sampling(), granularity, entries);
            case "approximate_bounds_dp" -> Samplers.bounds(it.sampling(), entries);
            default -> throw new IllegalArgumentException(it.file());
        };
    }

    private static boolean quantiles(Case it, double factor, RandomBits bits, int samples) {
        var sampling = it.sampling();
        var ranks = sampling.numbers("rank");
        var one = new long[ranks.length][samples];
        var other = new long[ranks.length][samples];
        for (var i = 0; i < samples; i++) {
            fill(it, Samplers.quantiles(sampling, "raw_entry", bits), ranks, one, i);
            fill(it, Samplers.quantiles(sampling, "neighbour_raw_entry", bits), ranks, other, i);
        }
        for (var rank = 0; rank < ranks.length; rank++) {
            if (!Verdicts.isPrivate(
                    one[rank],
                    other[rank],
                    it.tested().number("epsilon") * factor,
                    it.tested().number("delta"),
                    it.tested().number("delta_tolerance"))) {
                return false;
            }
        }
        return true;
    }

    private static void fill(Case it, Quantiles quantiles, double[] ranks, long[][] into, int place) {
        var bounds = Samplers.quantileBounds(it.sampling());
        var buckets = it.tested().whole("num_of_buckets");
        for (var rank = 0; rank < ranks.length; rank++) {
            var share = (quantiles.at(ranks[rank]) - bounds.lower()) / bounds.width();
            into[rank][place] = Math.min(buckets - 1, (long) (share * buckets));
        }
    }

    /// The noise of this library beside floating-point noise of the distribution that the case names.
    private static boolean close(Case it, double factor, RandomBits bits, Random random, int samples) {
        var sampling = it.sampling();
        var granularity = it.tested().number("granularity");
        var unit = granularity / 64;
        var gaussian = it.file().startsWith("gaussian");
        var noise = new Calibration(
                        gaussian,
                        sampling.whole("l0_sensitivity"),
                        sampling.number("epsilon"),
                        sampling.number("delta"))
                .noise(Math.max(1, Samplers.grid(sampling.number("linf_sensitivity"), unit)));
        var input = Samplers.grid(sampling.number("raw_input"), unit);
        var mean = it.tested().number("mean");
        var deviation = Math.sqrt(it.tested().number("variance") * factor * factor);
        var ours = draw(
                from -> Math.round((input + noise.sample(from).doubleValue()) * unit / granularity), bits, samples);
        var reference = LongStream.generate(() -> {
                    var drawn = gaussian
                            ? random.nextGaussian()
                            : random.nextExponential() / Math.sqrt(2) * (random.nextBoolean() ? 1 : -1);
                    return Math.round((mean + deviation * drawn) / granularity);
                })
                .limit(samples)
                .toArray();
        return Verdicts.isClose(ours, reference, it.tested().number("l2_tolerance"));
    }
}
