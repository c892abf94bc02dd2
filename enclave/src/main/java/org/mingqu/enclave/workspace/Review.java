package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.dataset.Marking;
import org.mingqu.enclave.release.Cells;
import org.mingqu.enclave.release.Suppressed;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.warrant.ColumnLineage;
import org.mingqu.warrant.DataSetReport;
import org.mingqu.warrant.ModelReport;
import org.mingqu.warrant.WarrantJson;

/// What is kept of how an exact result was made, sealed beside it; it never leaves as it is.
///
/// @param cells whose data its numbers are
/// @param suppressed the groups that were left out
/// @param copied columns of the vault that were found in it
/// @param compared how many values were looked for among those of identifying columns
/// @param rounding the base to which counts were rounded; 0 for none
/// @param dataSet for a data set what became of its rows; else null
/// @param repeated whether a join uses rows of a table several times
/// @param model for a model what became of it; else null
/// @param own labels of the partner's own tables that take part
record Review(
        Cells cells,
        List<Suppressed> suppressed,
        List<Copied> copied,
        int compared,
        List<ColumnLineage> lineage,
        int rounding,
        boolean repeated,
        @Nullable DataSet dataSet,
        List<String> own,
        @Nullable Model model) {

    private static final String NAME = "review";

    /// @param report what became of the rows
    /// @param marking which columns carry the recipient's mark
    record DataSet(DataSetReport report, Marking marking) {}

    /// @param pmml the file that leaves
    /// @param withheld whether it must not leave because of what was released before
    record Model(ModelReport report, String pmml, boolean withheld) {}

    /// @param column of the result
    /// @param source the resource's column that it holds
    /// @param found how many of its values
    record Copied(String column, String source, String disguise, int found) {}

    Review {
        suppressed = List.copyOf(suppressed);
        copied = List.copyOf(copied);
        lineage = List.copyOf(lineage);
        own = java.util.Objects.requireNonNullElse(own, List.<String>of()).stream()
                .toList();
    }

    void seal(DataKey key, Path file) throws IOException {
        key.seal(WarrantJson.canonical(this), file, NAME);
    }

    static Review open(DataKey key, Path file) throws IOException {
        return WarrantJson.read(key.open(file, NAME), Review.class);
    }
}
