package org.mingqu.privacy.disclosure;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// Whether a sum gives a great contributor away because the others weigh too little.
///
/// Contributions count by their amount, whatever the sign. All comparisons are exact.
///
/// Source: Hundepool et al., Statistical Disclosure Control (2012), 4.2; defaults as in the British ACRO: p = 10,
/// (n, k) = (2, 90).
///
/// @param percent p: with a sum in hand the second greatest contributor must not be able to estimate the greatest
///     to within p per cent; above 0
/// @param contributors n: the number of the greatest contributors looked at; at least 1
/// @param share k: the greatest share of the whole, in per cent, that they may have; above 0, below 100
public record Dominance(int percent, int contributors, int share) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    public Dominance {
        if (percent < 1 || contributors < 1 || share < 1 || share > 99) {
            throw new IllegalArgumentException("a dominance rule needs p, n and k above 0, and k below 100");
        }
    }

    /// The rule that a sum breaks.
    enum Rule {
        /// The rest without the two greatest is less than p per cent of the greatest.
        P_PERCENT,
        /// The n greatest have more than k per cent.
        N_K
    }

    /// Whether the sum of these contributions, one for each subject, may be given.
    public boolean allows(long... contributions) {
        return broken(contributions).isEmpty();
    }

    Optional<Rule> broken(long... contributions) {
        var amounts = Arrays.stream(contributions)
                .mapToObj(BigInteger::valueOf)
                .map(BigInteger::abs)
                .sorted(java.util.Comparator.reverseOrder())
                .toArray(BigInteger[]::new);
        var all = sum(amounts, amounts.length);
        if (all.signum() == 0) {
            return Optional.empty();
        }
        var rest = all.subtract(sum(amounts, 2));
        if (rest.multiply(HUNDRED).compareTo(amounts[0].multiply(BigInteger.valueOf(percent))) < 0) {
            return Optional.of(Rule.P_PERCENT);
        }
        var greatest = sum(amounts, contributors);
        return greatest.multiply(HUNDRED).compareTo(all.multiply(BigInteger.valueOf(share))) > 0
                ? Optional.of(Rule.N_K)
                : Optional.empty();
    }

    private static BigInteger sum(BigInteger[] amounts, int count) {
        return Arrays.stream(amounts).limit(count).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
