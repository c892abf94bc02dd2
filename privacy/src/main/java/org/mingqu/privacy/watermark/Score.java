package org.mingqu.privacy.watermark;

import java.util.List;

/// What a bit of a recipient counts in a place where a leaked file says something. For who had no part in it
/// the mean is 0 and the variance 1, whatever the file says.
///
/// @param said what the file says there: 0 or 1
record Score(Code.Place place, double bias, int said) {

    private static final int STEPS = 40;
    private static final double MOST = 2;

    double score(int bit) {
        var own = bit == 1 ? bias : 1 - bias;
        var size = Math.sqrt((1 - own) / own);
        return bit == said ? size : -size;
    }

    /// A bound of the chance that somebody who had no part has at least this score: Chernoff's, with the exact
    /// moments of each place, at the exponent that makes it least. It holds for any exponent, so that searching
    /// for one does no harm.
    static double tail(double score, List<Score> places) {
        if (score <= 0) {
            return 1;
        }
        var low = 0.0;
        var high = MOST;
        for (var step = 0; step < STEPS; step++) {
            var one = low + (high - low) / 3;
            var other = high - (high - low) / 3;
            if (logBound(one, score, places) < logBound(other, score, places)) {
                high = other;
            } else {
                low = one;
            }
        }
        return Math.clamp(Math.exp(logBound(low, score, places)), Double.MIN_NORMAL, 1);
    }

    private static double logBound(double exponent, double score, List<Score> places) {
        var log = -exponent * score;
        for (var place : places) {
            log += Math.log(place.bias * Math.exp(exponent * place.score(1))
                    + (1 - place.bias) * Math.exp(exponent * place.score(0)));
        }
        return log;
    }
}
