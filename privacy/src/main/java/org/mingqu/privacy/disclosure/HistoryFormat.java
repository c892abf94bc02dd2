package org.mingqu.privacy.disclosure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A history as bytes: big-endian, a mark and a version first.
final class HistoryFormat {

    private static final int MARK = 0x4D515248;
    private static final int VERSION = 1;

    private HistoryFormat() {}

    /// What a history is.
    ///
    /// @param parts of what is followed exactly; null once that was given up
    record State(
            DifferencingRule rule, long seed, Atoms atoms, Set<Fingerprint> released, Audit.@Nullable Parts parts) {}

    static byte[] write(State state) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            var rule = state.rule();
            out.writeInt(rule.threshold());
            out.writeInt(rule.rows());
            out.writeLong(rule.places());
            out.writeInt(rule.targets());
            out.writeLong(rule.work());
            out.writeLong(state.seed());
            writeAtoms(out, state.atoms());
            writeReleased(out, state.released());
            var parts = state.parts();
            out.writeBoolean(parts != null);
            if (parts != null) {
                writeParts(out, parts, state.atoms().count());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static State read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MARK || in.readInt() != VERSION) {
                throw new IllegalArgumentException("not a history of releases of version " + VERSION);
            }
            var rule = new DifferencingRule(in.readInt(), in.readInt(), in.readLong(), in.readInt(), in.readLong());
            var seed = in.readLong();
            var count = in.readInt();
            var atoms = Atoms.restored(readInts(in), count);
            var released = readReleased(in);
            var parts = in.readBoolean() ? readParts(in, seed) : null;
            if (in.read() >= 0) {
                throw new IllegalArgumentException("bytes after the end of a history");
            }
            return new State(rule, seed, atoms, released, parts);
        } catch (IOException broken) {
            throw new IllegalArgumentException("a history that ends early", broken);
        }
    }

    private static void writeAtoms(DataOutputStream out, Atoms atoms) throws IOException {
        out.writeInt(atoms.count());
        var of = new int[atoms.subjects()];
        Arrays.setAll(of, atoms::of);
        writeInts(out, of, of.length);
    }

    private static void writeReleased(DataOutputStream out, Set<Fingerprint> released) throws IOException {
        var sorted = released.stream()
                .sorted(Comparator.comparingLong(Fingerprint::one).thenComparingLong(Fingerprint::other))
                .toList();
        out.writeInt(sorted.size());
        for (var fingerprint : sorted) {
            out.writeInt(fingerprint.size());
            out.writeLong(fingerprint.one());
            out.writeLong(fingerprint.other());
        }
    }

    private static Set<Fingerprint> readReleased(DataInputStream in) throws IOException {
        var released = new HashSet<Fingerprint>();
        for (var left = in.readInt(); left > 0; left--) {
            released.add(new Fingerprint(in.readInt(), in.readLong(), in.readLong()));
        }
        return released;
    }

    private static void writeParts(DataOutputStream out, Audit.Parts parts, int atoms) throws IOException {
        var published = parts.published();
        out.writeInt(published.tables());
        for (var table = 0; table < published.tables(); table++) {
            out.writeUTF(published.release(table));
            writeInts(out, published.cellOf(table), atoms);
        }
        out.writeInt(published.cells());
        for (var cell = 1; cell <= published.cells(); cell++) {
            var entry = published.entry(cell);
            out.writeInt(entry.table());
            out.writeInt(entry.size());
            out.writeInt(entry.row());
        }
        writeElimination(out, parts.elimination());
        var targets = parts.targets();
        out.writeInt(targets.count());
        for (var target = 0; target < targets.count(); target++) {
            var set = targets.get(target);
            writeInts(out, set, set.length);
        }
        writeInts(
                out,
                parts.pending().stream().mapToInt(Integer::intValue).toArray(),
                parts.pending().size());
    }

    private static Audit.Parts readParts(DataInputStream in, long seed) throws IOException {
        var releases = new ArrayList<String>();
        var cellOf = new ArrayList<int[]>();
        for (var left = in.readInt(); left > 0; left--) {
            releases.add(in.readUTF());
            cellOf.add(readInts(in));
        }
        var entries = new ArrayList<Published.Entry>();
        for (var left = in.readInt(); left > 0; left--) {
            entries.add(new Published.Entry(in.readInt(), in.readInt(), in.readInt()));
        }
        var elimination = readElimination(in, seed);
        var targets = new Targets();
        for (var left = in.readInt(); left > 0; left--) {
            targets.add(readInts(in));
        }
        var pending = Arrays.stream(readInts(in)).boxed().toList();
        return new Audit.Parts(new Published(releases, cellOf, entries), elimination, targets, pending);
    }

    private static void writeElimination(DataOutputStream out, Elimination elimination) throws IOException {
        out.writeInt(elimination.rows());
        for (var i = 0; i < elimination.rows(); i++) {
            for (var number : elimination.row(i)) {
                out.writeLong(number);
            }
            out.writeLong(elimination.inversePivot(i));
        }
    }

    private static Elimination readElimination(DataInputStream in, long seed) throws IOException {
        var elimination = new Elimination(PrimeField.drawn(seed));
        var rows = in.readInt();
        for (var i = 0; i < rows; i++) {
            var row = new long[i];
            for (var j = 0; j < i; j++) {
                row[j] = in.readLong();
            }
            elimination.restore(row, in.readLong());
        }
        return elimination;
    }

    private static void writeInts(DataOutputStream out, int[] numbers, int length) throws IOException {
        out.writeInt(length);
        for (var i = 0; i < length; i++) {
            out.writeInt(numbers[i]);
        }
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        var numbers = new int[in.readInt()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }
}
