package org.mingqu.privacy.disclosure;

import java.util.List;

/// Whether one cell of a table may leave.
public sealed interface Verdict {

    /// It may.
    ///
    /// @param known whether the releases before already give it
    record Passes(boolean known) implements Verdict {}

    /// It must stay inside.
    ///
    /// @param reason what it would give away, or why that could not be ruled out
    /// @param releases the earlier releases it would be combined with, at most [#NAMED]; the name of the table
    ///     itself if its own cells are among them
    /// @param cells how many released cells the combination takes, this one included; 0 if it was not found
    /// @param from the least number of subjects that the combination could stand for
    /// @param to the greatest number; sizes are given as a range only
    /// @param remedies what would help, the mildest first
    record Withheld(Reason reason, List<String> releases, int cells, int from, int to, List<Remedy> remedies)
            implements Verdict {

        /// The most releases that are named.
        public static final int NAMED = 5;

        public Withheld {
            releases = List.copyOf(releases);
            remedies = List.copyOf(remedies);
        }
    }

    /// Why a cell stays inside.
    enum Reason {
        /// It stands for fewer subjects than the threshold.
        TOO_FEW,
        /// It differs from one released cell by fewer subjects than the threshold.
        DIFFERENCE,
        /// It and the cells of one table differ by fewer subjects than the threshold: a marginal total, or the
        /// part of a released cell that a table leaves out.
        UNION,
        /// What it leaves of all subjects, together with released cells, is fewer than the threshold.
        COMPLEMENT,
        /// Some sum and difference of it with released cells gives a number about fewer subjects than the
        /// threshold.
        COMBINATION,
        /// It tells apart fewer subjects than the threshold from what was released, and what was released is
        /// too much to be followed exactly.
        BEYOND_BOUND
    }

    /// What would let the numbers out.
    sealed interface Remedy {
        /// Give one number for this cell and these together: that was tried and passes.
        ///
        /// @param cells numbers of cells of the same table
        record MergeWith(List<Integer> cells) implements Remedy {
            public MergeWith {
                cells = List.copyOf(cells);
            }
        }

        /// Ask for groups as they were released before, or coarser ones.
        record Coarser() implements Remedy {}

        /// Leave the cell out.
        record Drop() implements Remedy {}
    }
}
