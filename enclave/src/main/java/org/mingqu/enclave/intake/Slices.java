package org.mingqu.enclave.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Parts of a CSV, each of its header and whole records, as small files beside it.
final class Slices {

    /// The most parts, from the beginning, the middle and the end.
    static final int MOST = 3;

    private static final int MARKS = 4;
    private static final long MOST_BYTES = 16 << 20;

    private Slices() {}

    /// @param marks see [TextShape]
    static List<Path> of(Path csv, List<Long> marks) throws IOException {
        var slices = new ArrayList<Path>();
        try (var whole = FileChannel.open(csv, StandardOpenOption.READ)) {
            var parts = marks.size() <= MARKS ? Math.min(1, marks.size()) : MOST;
            for (var part = 0; part < parts; part++) {
                var first = marks.size() / parts * part;
                var next = part + 1 == parts ? marks.size() : marks.size() / parts * (part + 1);
                var end = parts > 1 ? Math.min(next, first + MARKS) : next;
                var until = end < marks.size() ? marks.get(end) : whole.size();
                var slice = csv.resolveSibling("slice" + part);
                if (copy(whole, marks.getFirst(), marks.get(first), until, slice)) {
                    slices.add(slice);
                }
            }
        }
        return slices;
    }

    private static boolean copy(FileChannel whole, long header, long from, long until, Path slice) throws IOException {
        if (until - from > MOST_BYTES || until == from) {
            return false;
        }
        try (var out = FileChannel.open(slice, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            copy(whole, 0, header, out);
            copy(whole, from, until, out);
        }
        return true;
    }

    private static void copy(FileChannel whole, long from, long until, FileChannel out) throws IOException {
        var at = from;
        while (at < until) {
            at += whole.transferTo(at, until - at, out);
        }
    }
}
