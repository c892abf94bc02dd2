package org.mingqu.privacy.risk;

import java.util.List;

/// How to change a data set so that it keeps to a target.
///
/// @param schemes the level of each column, for each group of records that is changed alike
/// @param schemeOf for each record the number of its scheme; [#SUPPRESSED] for one that is left out
/// @param loss the mean over records and columns, from 0 for nothing to 1 for everything; a record that is left
///     out has lost everything
/// @param looked how many schemes were tried
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Recoding(List<List<Integer>> schemes, int[] schemeOf, double loss, int looked) {

    /// In place of a scheme, for a record that is left out.
    public static final int SUPPRESSED = -1;

    public Recoding {
        schemes = List.copyOf(schemes);
        schemeOf = schemeOf.clone();
    }

    /// For each record the number of its scheme.
    @Override
    public int[] schemeOf() {
        return schemeOf.clone();
    }

    /// The number of a record's scheme, or [#SUPPRESSED].
    int schemeOf(int row) {
        return schemeOf[row];
    }

    /// How many records are left out.
    public int suppressed() {
        var count = 0;
        for (var scheme : schemeOf) {
            count += scheme == SUPPRESSED ? 1 : 0;
        }
        return count;
    }
}
