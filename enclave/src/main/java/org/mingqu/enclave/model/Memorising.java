package org.mingqu.enclave.model;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// Whether a model remembers the rows that it was made from: two attacks, tried on the very data.
///
/// *Membership*: the rows are split at random into halves and a model is made from one. An attacker says of a
/// row "it was in" if the model's loss on it is small; how small is small it has learned on another such
/// model (a shadow). Its advantage is the share of members of whom it says so less the share of others.
/// Models from half of the rows remember more than the one from all, so this is on the safe side. Source:
/// Yeom, Giacomelli, Fredrikson, Jha, Privacy Risk in Machine Learning (2018); Shokri and others, Membership
/// Inference Attacks (2017).
///
/// *Canaries*: made-up rows are put in, and the loss on each is ranked among the losses on such rows that
/// were not put in. A model that does not remember ranks them like those. Source: Carlini and others, The
/// Secret Sharer (2019).
///
/// Both are tried with dice. Of few rows a try says little, so there are the more tries the fewer rows there
/// are: what is found is the model's and not the dice's, and asking again finds the same.
final class Memorising {

    private static final int FEWEST_SPLITS = 10;
    private static final int MOST_SPLITS = 100;
    private static final int ROWS_OF_ALL_SPLITS = 40_000;
    private static final double T_95 = 2.262; // of 9 degrees of freedom; of more it is less
    private static final int CANARIES_AT_ONCE = 10; // for one of them so many rows
    private static final int FEWEST = 5;
    private static final int CANARIES = 200;
    private static final int OTHERS = 400;

    private final Design design;
    private final double ridge;
    private final Random random;

    Memorising(Design design, double ridge, Random random) {
        this.design = design;
        this.ridge = ridge;
        this.random = random;
    }

    /// The advantage of an attacker, with the bounds within which its mean over all ways to split these rows is with
    /// a chance of 95 %. Of other people's rows they say nothing.
    record Advantage(double mean, double low, double high) {}

    Advantage membership() {
        var threshold = best(split());
        var splits = Math.clamp(ROWS_OF_ALL_SPLITS / design.y().length, FEWEST_SPLITS, MOST_SPLITS);
        var advantages = new double[splits];
        for (var i = 0; i < splits; i++) {
            var losses = split();
            advantages[i] = share(losses.in, threshold) - share(losses.out, threshold);
            threshold = best(losses);
        }
        var mean = Arrays.stream(advantages).average().orElse(0);
        var squares =
                Arrays.stream(advantages).map(it -> (it - mean) * (it - mean)).sum() / (splits - 1);
        var half = T_95 * Math.sqrt(squares / splits);
        return new Advantage(mean, mean - half, mean + half);
    }

    /// The losses of members and of others.
    private static final class Losses {
        private final double[] in;
        private final double[] out;

        private Losses(double[] in, double[] out) {
            this.in = in;
            this.out = out;
        }
    }

    private Losses split() {
        var rows = shuffled(design.y().length);
        var half = rows.length / 2;
        var in = Arrays.copyOf(rows, half);
        var out = Arrays.copyOfRange(rows, half, 2 * half);
        var fit = Fit.of(design.isLogistic(), design.x(), design.y(), in, ridge);
        return new Losses(losses(fit, in), losses(fit, out));
    }

    private double[] losses(Fit fit, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> fit.loss(design.x()[row], design.y()[row]))
                .sorted()
                .toArray();
    }

    /// The loss below which members and others differ most.
    private static double best(Losses losses) {
        var threshold = 0.0;
        var most = 0.0;
        for (var loss : losses.in) {
            var advantage = share(losses.in, loss) - share(losses.out, loss);
            if (advantage > most) {
                most = advantage;
                threshold = loss;
            }
        }
        return threshold;
    }

    private static double share(double[] losses, double threshold) {
        return Arrays.stream(losses).filter(loss -> loss <= threshold).count() / (double) Math.max(1, losses.length);
    }

    /// How much better the model knows canaries than others, from 0 for not at all to 1.
    double canaries() {
        var atOnce = Math.clamp(design.y().length / CANARIES_AT_ONCE, FEWEST, CANARIES);
        var worse = IntStream.range(0, Math.ceilDiv(CANARIES, atOnce))
                .mapToDouble(_ -> worseThanCanaries(atOnce))
                .average()
                .orElse(0);
        return Math.max(0, 2 * worse - 1);
    }

    /// The share of made-up rows that a model with other made-up rows in it knows worse than these.
    private double worseThanCanaries(int canaries) {
        var rows = design.y().length;
        var x = Arrays.copyOf(design.x(), rows + canaries + OTHERS);
        var y = Arrays.copyOf(design.y(), rows + canaries + OTHERS);
        for (var i = rows; i < x.length; i++) {
            x[i] = madeUp();
            y[i] = design.y()[random.nextInt(rows)];
        }
        var in = IntStream.range(0, rows + canaries).toArray();
        var fit = Fit.of(design.isLogistic(), x, y, in, ridge);
        var others = IntStream.range(rows + canaries, x.length)
                .mapToDouble(i -> fit.loss(x[i], y[i]))
                .toArray();
        return IntStream.range(rows, rows + canaries)
                .mapToDouble(i -> {
                    var loss = fit.loss(x[i], y[i]);
                    return Arrays.stream(others).filter(other -> other > loss).count() / (double) OTHERS;
                })
                .average()
                .orElse(0);
    }

    /// Each value from another row.
    private double[] madeUp() {
        var values = new double[design.x()[0].length];
        for (var i = 0; i < values.length; i++) {
            values[i] = design.x()[random.nextInt(design.y().length)][i];
        }
        return values;
    }

    private int[] shuffled(int count) {
        var rows = IntStream.range(0, count).toArray();
        for (var i = count - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var swap = rows[i];
            rows[i] = rows[j];
            rows[j] = swap;
        }
        return rows;
    }
}
