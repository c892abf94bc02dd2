package org.mingqu.privacy.accounting;

import java.math.BigInteger;
import java.util.List;
import org.mingqu.privacy.DiscreteGaussian;
import org.mingqu.privacy.DiscreteLaplace;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.Noise;

/// The two kinds of noise that an answer of a given precision can have. Both reach as far in 95 of 100 answers;
/// what they tell adds up differently, so that the account says which one is cheaper.
public enum Mechanism {
    /// Purely private: alone the cheaper one.
    LAPLACE {
        @Override
        public Noise noise(Epsilon epsilon, long sensitivity, Share share, int parts) {
            return new DiscreteLaplace(epsilon.scale(sensitivity, share.part(), parts));
        }

        @Override
        public Loss loss(Epsilon epsilon, List<Share> shares, double delta) {
            return new Loss(epsilon.milli(), rho(epsilon, shares), Loss.pico(delta));
        }

        @Override
        long rhoNano(Epsilon epsilon, Share share, int parts) {
            return share.rhoNano(epsilon, parts, 1, 1);
        }
    },
    /// Concentrated: the cheaper one where an answer has many numbers, or the account has many answers.
    GAUSSIAN {
        @Override
        public Noise noise(Epsilon epsilon, long sensitivity, Share share, int parts) {
            var squared = BigInteger.valueOf(sensitivity).pow(2);
            var spread = BigInteger.valueOf(share.spread());
            var up = squared.add(spread).subtract(BigInteger.ONE).divide(spread);
            return DiscreteGaussian.of(up, rhoNano(epsilon, share, parts));
        }

        @Override
        public Loss loss(Epsilon epsilon, List<Share> shares, double delta) {
            return Loss.gaussian(rho(epsilon, shares), delta);
        }

        @Override
        long rhoNano(Epsilon epsilon, Share share, int parts) {
            // Laplace noise of scale b reaches ln(20) b in 95 of 100 answers and Gaussian noise 1.96 deviations: the
            // same reach has 3/7 of the concentrated loss (and a little less noise: the ratio squared is 2.336)
            return share.rhoNano(epsilon, parts, 3, 7);
        }
    };

    /// The noise on each of some numbers.
    ///
    /// @param epsilon the loss of the whole answer under Laplace noise
    /// @param sensitivity the most by which one subject changes the numbers together, in grid units; above 0
    /// @param share theirs in the loss
    /// @param parts the parts of all numbers of the answer
    public abstract Noise noise(Epsilon epsilon, long sensitivity, Share share, int parts);

    /// What an answer tells about one subject.
    ///
    /// @param shares of all its numbers; not empty
    /// @param delta the chance that a group of one subject shows; 0 where no group is hidden
    public abstract Loss loss(Epsilon epsilon, List<Share> shares, double delta);

    abstract long rhoNano(Epsilon epsilon, Share share, int parts);

    final long rho(Epsilon epsilon, List<Share> shares) {
        var parts = parts(shares);
        return shares.stream()
                .mapToLong(share -> rhoNano(epsilon, share, parts))
                .reduce(0, Math::addExact);
    }

    /// Into how many parts the loss is cut.
    public static int parts(List<Share> shares) {
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("an answer has at least one number");
        }
        return shares.stream().mapToInt(Share::part).reduce(0, Math::addExact);
    }
}
