package org.mingqu.privacy.accounting;

/// All that was told about one subject by the answers on a resource, whoever asked: two sums that are both
/// right, of which the smaller bound counts.
///
/// Answers may depend on earlier answers. Each sum alone then still bounds the whole (Dwork and Roth 2014,
/// theorem 3.14; Feldman and Zrnic, Individual Privacy Accounting via a Rényi Filter, 2021), and so does the
/// smaller of them: on the courses of questions where the first sum stays below the limit, the loss is bounded
/// for every outcome; the others are courses that the second sum alone would have let happen as well.
///
/// @param pureMilli plain sum of the losses, in thousandths; [Loss#NOT_PURE] after an answer that has none
/// @param rhoNano sum of the concentrated losses, in thousand millionths
/// @param deltaPico sum of the chances that a promise fails, in million millionths
public record Account(long pureMilli, long rhoNano, long deltaPico) {

    /// Nothing was told.
    public static final Account EMPTY = new Account(0, 0, 0);

    private static final double NANO = 1e9;
    private static final int STEPS = 200;

    public Account {
        if (pureMilli < Loss.NOT_PURE || rhoNano < 0 || deltaPico < 0) {
            throw new IllegalArgumentException("%d, %d, %d are no account".formatted(pureMilli, rhoNano, deltaPico));
        }
    }

    /// After one more answer.
    public Account plus(Loss loss) {
        var pure = pureMilli == Loss.NOT_PURE || loss.pureMilli() == Loss.NOT_PURE
                ? Loss.NOT_PURE
                : Math.addExact(pureMilli, loss.pureMilli());
        return new Account(pure, Math.addExact(rhoNano, loss.rhoNano()), Math.addExact(deltaPico, loss.deltaPico()));
    }

    /// The loss of all answers together.
    ///
    /// @param deltaPico the chance with which it may be exceeded, in million millionths; the chances that were
    ///     spent on showing groups are taken from it
    /// @return epsilon in thousandths, rounded up; [Long#MAX_VALUE] where that chance is used up
    public long epsilonMilli(long deltaPico) {
        if (this.deltaPico > deltaPico) {
            return Long.MAX_VALUE;
        }
        var pure = pureMilli == Loss.NOT_PURE ? Long.MAX_VALUE : pureMilli;
        var left = deltaPico - this.deltaPico;
        if (rhoNano == 0 || left == 0) {
            return pure;
        }
        return Math.min(pure, concentrated(rhoNano / NANO, left / (double) Loss.PICO));
    }

    /// From concentrated to approximate differential privacy: for every order above 1
    /// epsilon = order·rho + (ln(1/delta) + (order-1)·ln(1-1/order) - ln(order)) / (order-1) holds; the least
    /// of them is sought, and one that is not quite the least errs to the safe side.
    ///
    /// Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (2020), corollary
    /// 13.
    private static long concentrated(double rho, double delta) {
        var low = Math.log(1e-6);
        var high = Math.log(1e9);
        for (var step = 0; step < STEPS; step++) {
            var third = (high - low) / 3;
            if (epsilon(rho, delta, low + third) < epsilon(rho, delta, high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return Math.max(1, (long) Math.ceil(1000 * epsilon(rho, delta, (low + high) / 2) * (1 + 1e-9)));
    }

    /// @param place the natural logarithm of the order less one
    private static double epsilon(double rho, double delta, double place) {
        var above = Math.exp(place);
        var order = 1 + above;
        return order * rho + (-Math.log(delta) - above * Math.log1p(1 / above) - Math.log(order)) / above;
    }
}
