package org.mingqu.warrant;

/// Which model is to be made from the rows of a question (art. 22).
///
/// @param target the column of the question that it is to predict; the others are what it predicts from
/// @param ridgeMilli the penalty for large coefficients, in thousandths: the more, the less of single rows
///     stays in the model; 0 for none
public record ModelSpec(Kind kind, String target, int ridgeMilli) {

    /// The largest penalty.
    public static final int LARGEST_RIDGE = 10_000;

    /// What can be made.
    public enum Kind {
        /// Of a number.
        LINEAR,
        /// Of which of two values.
        LOGISTIC
    }
}
