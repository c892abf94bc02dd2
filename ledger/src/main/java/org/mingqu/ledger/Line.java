package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.regex.Pattern;

/// One line of a log in its file form: the entry, its number and its hash.
///
/// A line says what its writer says; whether the three belong together is for the [Verifier] to find out.
///
/// In bytes: `{"index":7,"leaf":"…64 digits…","entry":…}`, exactly so, without spaces, in UTF-8.
public final class Line {

    private static final Pattern HEAD =
            Pattern.compile("\\{\"index\":(0|[1-9][0-9]{0,17}),\"leaf\":\"([0-9a-f]{64})\",\"entry\":");
    private static final int LONGEST_HEAD = 128;

    private final long index;
    private final Hash leaf;
    private final byte[] entry;

    /// A line as its writer wants it.
    ///
    /// @param index the number of the entry, from 0
    /// @param leaf its hash as a leaf, by whomever it was computed
    /// @param entry the entry's bytes; copied
    /// @throws IllegalArgumentException if the index is below 0 or a line feed is among the bytes, as it
    ///     would end the line
    public Line(long index, Hash leaf, byte[] entry) {
        this.index = index;
        this.leaf = leaf;
        this.entry = entry.clone();
        for (var b : entry) {
            if (b == '\n') {
                throw new IllegalArgumentException("entry %d has a line feed in it".formatted(index));
            }
        }
        if (index < 0) {
            throw new IllegalArgumentException("entries are counted from 0, but this is %d".formatted(index));
        }
    }

    static Line of(long index, Entry entry) {
        return new Line(index, entry.leaf(), entry.inner());
    }

    /// @param bytes the line without its line feed
    /// @throws IllegalArgumentException if it does not have the form of a line
    static Line parse(byte[] bytes) {
        var head = HEAD.matcher(new String(bytes, 0, Math.min(bytes.length, LONGEST_HEAD), ISO_8859_1));
        if (!head.lookingAt() || bytes[bytes.length - 1] != '}' || head.end() == bytes.length) {
            throw new IllegalArgumentException("not a line of a log");
        }
        var entry = new byte[bytes.length - 1 - head.end()];
        System.arraycopy(bytes, head.end(), entry, 0, entry.length);
        return new Line(Long.parseLong(head.group(1)), Hash.ofHex(head.group(2)), entry);
    }

    /// The number that stands on the line.
    public long index() {
        return index;
    }

    /// The hash that stands on the line.
    public Hash leaf() {
        return leaf;
    }

    /// The hash that the entry's bytes really have.
    public Hash computedLeaf() {
        return HashFunction.SM3.leaf(entry);
    }

    /// The entry.
    ///
    /// @throws IllegalArgumentException if its bytes are not an entry in canonical form
    public Entry entry() {
        return Entry.of(entry);
    }

    /// The line in bytes, with the line feed at its end.
    byte[] bytes() {
        var head = "{\"index\":%d,\"leaf\":\"%s\",\"entry\":"
                .formatted(index, leaf.hex())
                .getBytes(US_ASCII);
        var bytes = new byte[head.length + entry.length + 2];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(entry, 0, bytes, head.length, entry.length);
        bytes[bytes.length - 2] = '}';
        bytes[bytes.length - 1] = '\n';
        return bytes;
    }
}
