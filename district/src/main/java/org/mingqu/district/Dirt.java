package org.mingqu.district;

/// What can be wrong with a row of a real file.
public enum Dirt {
    /// An identity number or credit code whose check digit is wrong.
    BAD_CHECK_DIGIT,
    /// A day that no calendar has.
    IMPOSSIBLE_DATE,
    /// A column too few or one too many.
    WRONG_COLUMN_COUNT,
    /// Words where a number belongs.
    TEXT_IN_NUMBER,
    /// A row that is there already.
    DUPLICATE_KEY,
    /// A row that does not say whom it is about.
    MISSING_SUBJECT,
    /// A reading that no meter can give.
    IMPOSSIBLE_READING
}
