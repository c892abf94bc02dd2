package org.mingqu.privacy;

import java.util.Optional;

/// The privacy loss that a resource may bear and has borne: arithmetic only, keeping it durable is the
/// caller's.
///
/// @param limitMilli the most, in thousandths; 0 or more
/// @param spentMilli what is gone, in thousandths; 0 to the limit
public record Budget(long limitMilli, long spentMilli) {

    public Budget {
        if (limitMilli < 0 || spentMilli < 0) {
            throw new IllegalArgumentException("%d of %d thousandths is no budget".formatted(spentMilli, limitMilli));
        }
    }

    /// A budget of which nothing is spent.
    public static Budget of(long limitMilli) {
        return new Budget(limitMilli, 0);
    }

    /// What is left, in thousandths; 0 where a limit was lowered below what is gone.
    public long leftMilli() {
        return Math.max(0, limitMilli - spentMilli);
    }

    /// The budget after one more answer.
    ///
    /// Source: Dwork and Roth (2014), theorem 3.14: losses add up.
    ///
    /// @return empty if the loss is more than what is left
    public Optional<Budget> spend(Epsilon loss) {
        return loss.milli() > leftMilli()
                ? Optional.empty()
                : Optional.of(new Budget(limitMilli, spentMilli + loss.milli()));
    }
}
