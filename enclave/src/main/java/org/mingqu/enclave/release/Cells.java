package org.mingqu.enclave.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.enclave.release.Histories.Body;
import org.mingqu.privacy.disclosure.Table;
import org.roaringbitmap.RoaringBitmap;

/// Whose data the numbers of a file are: kept inside, sealed with the result.
///
/// @param bodies for each history that the file concerns its cells
/// @param own for each own table of a partner that takes part what of it is in the file
public record Cells(List<OfBody> bodies, List<OfOwn> own) {

    /// A file about nobody.
    public static final Cells NONE = new Cells(List.of(), List.of());

    @SuppressWarnings("NullAway") // what was kept may lack it, whatever its type says
    public Cells {
        bodies = List.copyOf(bodies);
        own = own == null ? List.of() : List.copyOf(own);
    }

    /// What of an own table is in a file, as serialised bitmaps.
    ///
    /// @param dictionary whose numbers the subjects have
    /// @param groups the groups of the own table of which something is in the file
    /// @param reached sets of the subjects that are in its cells
    public record OfOwn(String dictionary, int threshold, List<byte[]> groups, List<byte[]> reached) {

        public OfOwn {
            groups = List.copyOf(groups);
            reached = List.copyOf(reached);
        }
    }

    /// The cells that concern one history, as serialised bitmaps.
    ///
    /// @param size how many subjects or rows the dictionary had
    /// @param leaving cells of the file, in the order in which they were decided on
    /// @param small cells of groups with too few subjects, which were asked for
    /// @param kept cells that are withheld because one subject makes up most of them
    public record OfBody(
            Body body, int size, int threshold, List<byte[]> leaving, List<byte[]> small, List<byte[]> kept) {

        public OfBody {
            leaving = List.copyOf(leaving);
            small = List.copyOf(small);
            kept = List.copyOf(kept);
        }

        /// The cells as tables of such as do not overlap, always the same ones.
        List<Packed> tables(String run) {
            return pack(
                    run,
                    leaving.stream().map(Cells::bitmap).toList(),
                    small.stream().map(Cells::bitmap).toList());
        }
    }

    /// A table of which the first so many cells leave and the others are only watched.
    ///
    /// @param cells for each cell of the table its place among all that were packed
    record Packed(Table table, int leaving, List<Integer> cells) {}

    /// Puts each cell into the first of the last few tables with which it shares nobody.
    static List<Packed> pack(String run, List<RoaringBitmap> leaving, List<RoaringBitmap> small) {
        var open = new ArrayList<Open>();
        for (var i = 0; i < leaving.size(); i++) {
            fitting(open, leaving.get(i)).add(i, leaving.get(i), true);
        }
        for (var i = 0; i < small.size(); i++) {
            fitting(open, small.get(i)).add(leaving.size() + i, small.get(i), false);
        }
        return open.stream()
                .map(table -> new Packed(new Table(run, table.cells), table.leaving, table.places))
                .toList();
    }

    private static final int LOOKED_AT = 16;

    private static Open fitting(List<Open> open, RoaringBitmap cell) {
        for (var i = Math.max(0, open.size() - LOOKED_AT); i < open.size(); i++) {
            if (!RoaringBitmap.intersects(open.get(i).all, cell)) {
                return open.get(i);
            }
        }
        open.add(new Open());
        return open.getLast();
    }

    private static final class Open {
        private final RoaringBitmap all = new RoaringBitmap();
        private final List<RoaringBitmap> cells = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();
        private int leaving;

        void add(int place, RoaringBitmap cell, boolean leaves) {
            all.or(cell);
            cells.add(cell);
            places.add(place);
            leaving += leaves ? 1 : 0;
        }
    }

    static byte[] bytes(RoaringBitmap bitmap) {
        bitmap.runOptimize();
        var buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
        bitmap.serialize(buffer);
        return buffer.array();
    }

    static RoaringBitmap union(List<byte[]> sets) {
        var all = new RoaringBitmap();
        sets.forEach(set -> all.or(bitmap(set)));
        return all;
    }

    static RoaringBitmap bitmap(byte[] bytes) {
        var bitmap = new RoaringBitmap();
        try {
            bitmap.deserialize(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cells that cannot be read", e);
        }
        return bitmap;
    }
}
