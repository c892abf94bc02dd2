package org.mingqu.guard;

/// One column of what the engine returns for a plan.
///
/// @param name the name to show, as the question gave it; in the engine's result the columns are told by place
/// @param type the type to show
/// @param scale digits after the point to show, for DECIMAL
public record Output(String name, ColumnType type, int scale, Kind kind) {

    /// What a column is made of.
    public enum Kind {
        /// A group key, or in the synthetic lane any value.
        KEY,
        /// A number of rows, or of distinct values.
        COUNT,
        SUM,
        AVG,
        /// A value computed from aggregates.
        VALUE,
        /// Hidden: the number of distinct subjects behind the row.
        SUBJECTS,
        /// Hidden: a number that a visible column needs for its noisy value.
        PART
    }

    /// Whether the column may leave the enclave. Hidden columns always come after the visible ones.
    public boolean hidden() {
        return kind == Kind.SUBJECTS || kind == Kind.PART;
    }
}
