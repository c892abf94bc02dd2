package org.mingqu.enclave.intake;

import java.util.ArrayList;
import java.util.List;

/// What can be said of a text while its bytes pass: encoding, NUL bytes, where records begin, which lines are blank.
///
/// Works for every encoding in which ASCII bytes mean ASCII outside of multi-byte characters; the second
/// bytes of GB18030 are never quotation marks or line ends, so lines are told right there too.
final class TextFacts {

    /// So many bytes at least lie between two marks.
    static final int MARK_EVERY = 1 << 18;

    private static final int MOST_BLANKS = 100_000;
    private static final String EDGES = ",;|\t\"\n\r";

    private long position;
    private long firstNul = -1;
    private long notUtf8;
    private long multibyte;
    private int pending;
    private boolean quoted;
    private boolean emptyLine = true;
    private boolean padded;
    private long record = 1;
    private long nextMark;
    private final List<Long> blankRecords = new ArrayList<>();
    private final List<Long> marks = new ArrayList<>();

    void add(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            var b = bytes[i];
            if (b > '"' && pending == 0) {
                emptyLine = false;
            } else if (b < 0 && pending == 0 && isCharacterOfThree(bytes, i, length)) {
                padded |= b <= (byte) 0xe2 || (b == (byte) 0xe3 && bytes[i + 1] == -128 && bytes[i + 2] == -128);
                multibyte++;
                i += 2;
                emptyLine = false;
            } else if (b < 0 || pending > 0) {
                high(b);
                rare(bytes, i, length);
            } else {
                rare(bytes, i, length);
            }
        }
        position += length;
    }

    /// Most characters of Chinese text have this form in UTF-8; the others go byte by byte.
    private static boolean isCharacterOfThree(byte[] bytes, int i, int length) {
        return (bytes[i] & 0xf0) == 0xe0 && i + 2 < length && bytes[i + 1] < -64 && bytes[i + 2] < -64;
    }

    private void rare(byte[] bytes, int i, int length) {
        switch (bytes[i]) {
            case '\n' -> lineEnd(position + i);
            case '\r' -> {}
            case '"' -> {
                quoted = !quoted;
                emptyLine = false;
            }
            case 0 -> firstNul = firstNul < 0 ? position + i : firstNul;
            default -> {
                padded |= bytes[i] == ' ' ? isAtEdge(bytes, i, length) : mayBeginSpace(bytes[i]);
                emptyLine = false;
            }
        }
    }

    /// Whether other spaces than the usual one begin with this byte in UTF-8; some other characters do so too.
    private static boolean mayBeginSpace(byte b) {
        return (b > 0 && b < ' ') || b == (byte) 0xc2 || (b >= (byte) 0xe1 && b <= (byte) 0xe3);
    }

    private static boolean isAtEdge(byte[] bytes, int i, int length) {
        return i == 0 || i + 1 == length || EDGES.indexOf(bytes[i - 1]) >= 0 || EDGES.indexOf(bytes[i + 1]) >= 0;
    }

    private void lineEnd(long at) {
        if (quoted) {
            return;
        }
        if (emptyLine && blankRecords.size() < MOST_BLANKS) {
            blankRecords.add(record);
        }
        if (at >= nextMark) {
            marks.add(at + 1);
            nextMark = at + MARK_EVERY;
        }
        record++;
        emptyLine = true;
    }

    private void high(byte b) {
        var unsigned = b & 0xff;
        if (pending > 0) {
            if ((unsigned & 0xc0) == 0x80) {
                pending--;
                multibyte += pending == 0 ? 1 : 0;
                return;
            }
            notUtf8++;
            pending = 0;
        }
        if (unsigned >= 0xc2 && unsigned <= 0xdf) {
            pending = 1;
        } else if (unsigned >= 0xe0 && unsigned <= 0xef) {
            pending = 2;
        } else if (unsigned >= 0xf0 && unsigned <= 0xf4) {
            pending = 3;
        } else if (unsigned >= 0x80) {
            notUtf8++;
        }
    }

    /// Position of the first NUL byte, or -1.
    long firstNul() {
        return firstNul;
    }

    /// Whether it is UTF-8, perhaps with some broken lines: at most one wrong byte to 50 characters that are right.
    boolean isUtf8() {
        return notUtf8 == 0 || notUtf8 * 50 <= multibyte;
    }

    TextShape shape() {
        return new TextShape(List.copyOf(blankRecords), List.copyOf(marks), padded);
    }
}
