package org.mingqu.privacy.disclosure;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// A table that is to leave: its cells as the sets of subjects that each is computed over. A release with
/// marginals is several tables.
///
/// @param release by which it is named in reasons; never a value of the data
/// @param cells sets of subjects, no two of which overlap; none empty
public record Table(String release, List<RoaringBitmap> cells) {

    public Table {
        cells = List.copyOf(cells);
        var all = new RoaringBitmap();
        var sum = 0L;
        for (var cell : cells) {
            sum += cell.getLongCardinality();
            all.or(cell);
            if (cell.isEmpty()) {
                throw new IllegalArgumentException("a cell without subjects");
            }
        }
        if (sum != all.getLongCardinality()) {
            throw new IllegalArgumentException("cells of one table overlap");
        }
    }
}
