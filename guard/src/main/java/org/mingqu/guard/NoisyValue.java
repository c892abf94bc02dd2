package org.mingqu.guard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.Noise;
import org.mingqu.privacy.dp.BoundedMean;
import org.mingqu.privacy.dp.BoundedVariance;

/// A number to show, with the half width of its error.
///
/// @param value null where the noise leaves nothing to show
record NoisyValue(@Nullable BigDecimal value, @Nullable BigDecimal bar) {

    private static final NoisyValue NONE = new NoisyValue(null, null);

    /// Computes what is derived from the noisy numbers of one cell.
    ///
    /// Errors are those of each part at its own reach, added up, over the least count that is likely: on the wide
    /// side, but to first order only.
    ///
    /// @param noises in the order of [DpPlan#noises()]
    record Derivation(Plan plan, DpPlan dp, List<Noise> noises, NoisyCell cell) {

        NoisyValue of(DpPlan.Derived derived) {
            var digits = plan.outputs().get(derived.output()).scale();
            return switch (derived) {
                case DpPlan.Derived.Quotient quotient -> quotient(quotient, digits);
                case DpPlan.Derived.Mean mean -> mean(mean, digits);
                case DpPlan.Derived.Spread spread -> spread(spread, digits);
                case DpPlan.Derived.Quantile quantile -> quantile(quantile, digits);
            };
        }

        private double number(int noise) {
            return cell.numbers().get(noise).doubleValue();
        }

        private double reach(int noise) {
            return noises.get(noise).reach95();
        }

        /// The least count that is likely: an error over it is not too small.
        private double least(int count) {
            return Math.max(1, number(count) - reach(count));
        }

        private boolean isNobody(int count) {
            return cell.numbers().get(count).signum() <= 0;
        }

        private NoisyValue quotient(DpPlan.Derived.Quotient of, int digits) {
            if (isNobody(of.count())) {
                return NONE;
            }
            var scale = plan.outputs().get(dp.noises().get(of.sum()).output()).scale();
            var count = new BigDecimal(cell.numbers().get(of.count()));
            var value =
                    new BigDecimal(cell.numbers().get(of.sum()), scale).divide(count, digits, RoundingMode.HALF_EVEN);
            var unit = Math.pow(10, -scale);
            var bar = (reach(of.sum()) * unit + Math.abs(value.doubleValue()) * reach(of.count())) / least(of.count());
            return new NoisyValue(value, up(bar, digits));
        }

        private NoisyValue mean(DpPlan.Derived.Mean of, int digits) {
            if (isNobody(of.count())) {
                return NONE;
            }
            var mean = new BoundedMean(of.interval(), noises.get(of.count()), noises.get(of.centred()))
                    .from(cell.numbers().get(of.count()), cell.numbers().get(of.centred()));
            var middle = (of.interval().lower() + (double) of.interval().upper()) / 2;
            var bar = (reach(of.centred()) / 2 + Math.abs(mean - middle) * reach(of.count())) / least(of.count());
            return shown(mean, Math.min(bar, (double) of.interval().width()), of.scale(), digits);
        }

        private NoisyValue spread(DpPlan.Derived.Spread of, int digits) {
            var count = number(of.count());
            if (isNobody(of.count()) || (of.sample() && count <= 1)) {
                return NONE;
            }
            var width = (double) of.interval().width();
            var more = of.sample() ? count / (count - 1) : 1;
            var variance = more
                    * new BoundedVariance(
                                    of.interval(),
                                    noises.get(of.count()),
                                    noises.get(of.centred()),
                                    noises.get(of.squares()))
                            .from(
                                    cell.numbers().get(of.count()),
                                    cell.numbers().get(of.centred()),
                                    cell.numbers().get(of.squares()));
            // in the unit of centred values, -1 to 1, as the variance is computed
            var least = least(of.count());
            var mean = Math.clamp(number(of.centred()) / count / width, -1, 1);
            var square = Math.clamp(number(of.squares()) / count / (width * width), -1, 1);
            var meanError = (reach(of.centred()) / width + Math.abs(mean) * reach(of.count())) / least;
            var squareError = (reach(of.squares()) / (width * width) + Math.abs(square) * reach(of.count())) / least;
            var error = more
                    * Math.min(1, squareError / 2 + 2 * Math.abs(mean) * meanError + meanError * meanError)
                    * width
                    * width
                    / 4;
            if (!of.root()) {
                return shown(variance, error, 2 * of.scale(), digits);
            }
            var deviation = Math.sqrt(variance);
            var below = deviation - Math.sqrt(Math.max(0, variance - error));
            return shown(deviation, Math.max(Math.sqrt(variance + error) - deviation, below), of.scale(), digits);
        }

        private NoisyValue quantile(DpPlan.Derived.Quantile of, int digits) {
            var quantiles = Objects.requireNonNull(cell.trees().get(of.tree()));
            if (quantiles.total() < 1) {
                return NONE;
            }
            var tree = Objects.requireNonNull(dp.noises().get(of.tree()).tree());
            var last = (double) tree.interval().upper() - 1;
            var value = Math.min(last, Math.floor(quantiles.at(of.rank())));
            return shown(value, quantiles.reach95(of.rank()), of.scale(), digits);
        }

        /// @param scale digits of the grid of the value
        private static NoisyValue shown(double value, double bar, int scale, int digits) {
            return new NoisyValue(
                    new BigDecimal(value).movePointLeft(scale).setScale(digits, RoundingMode.HALF_EVEN),
                    up(bar * Math.pow(10, -scale), digits));
        }

        private static BigDecimal up(double bar, int digits) {
            return new BigDecimal(bar).setScale(digits, RoundingMode.UP);
        }
    }

    /// A number under noise itself.
    static NoisyValue of(BigInteger noisy, Noise noise, int scale) {
        return new NoisyValue(new BigDecimal(noisy, scale), new BigDecimal(BigInteger.valueOf(noise.reach95()), scale));
    }
}
