package org.mingqu.privacy.risk;

import java.util.stream.Stream;

/// How likely somebody tries or happens to find a subject again where the data are; each from 0 to 1.
///
/// @param deliberate by intent
/// @param inadvertent by recognising somebody
/// @param breach after a leak
public record Context(Fraction deliberate, Fraction inadvertent, Fraction breach) {

    public Context {
        if (Stream.of(deliberate, inadvertent, breach)
                .anyMatch(chance -> chance.compareTo(Fraction.ZERO) < 0 || chance.compareTo(Fraction.ONE) > 0)) {
            throw new IllegalArgumentException("a chance below 0 or above 1");
        }
    }

    /// pr(context) of GB/T 42460-2023, D.4 and D.5: certain for the public, else the greatest of the three.
    public Fraction chance(Sharing sharing) {
        if (sharing == Sharing.PUBLIC) {
            return Fraction.ONE;
        }
        return Stream.of(deliberate, inadvertent, breach)
                .max(Fraction::compareTo)
                .orElseThrow();
    }
}
