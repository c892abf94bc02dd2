package org.mingqu.enclave.intake;

import java.util.ArrayList;
import java.util.List;

/// What can be said of a text while its bytes pass: encoding, NUL bytes, where lines are blank.
///
/// Works for every encoding in which ASCII bytes mean ASCII outside of multi-byte characters; the second
/// bytes of GB18030 are never quotation marks or line ends, so lines are told right there too.
final class TextFacts {

    private static final int MOST_BLANKS = 100_000;

    private long position;
    private long firstNul = -1;
    private long firstNotUtf8 = -1;
    private long notUtf8;
    private long multibyte;
    private int pending;
    private boolean quoted;
    private boolean emptyLine = true;
    private long record = 1;
    private final List<Long> blankRecords = new ArrayList<>();

    void add(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            var b = bytes[i];
            if (b < 0 || pending > 0) {
                high(b, position + i);
            }
            if (b == '\n') {
                lineEnd();
            } else if (b == '"') {
                quoted = !quoted;
                emptyLine = false;
            } else if (b == 0) {
                firstNul = firstNul < 0 ? position + i : firstNul;
            } else if (b != '\r') {
                emptyLine = false;
            }
        }
        position += length;
    }

    private void lineEnd() {
        if (quoted) {
            return;
        }
        if (emptyLine && blankRecords.size() < MOST_BLANKS) {
            blankRecords.add(record);
        }
        record++;
        emptyLine = true;
    }

    private void high(byte b, long at) {
        var unsigned = b & 0xff;
        if (pending > 0) {
            if ((unsigned & 0xc0) == 0x80) {
                pending--;
                multibyte += pending == 0 ? 1 : 0;
                return;
            }
            wrong(at);
            pending = 0;
        }
        if (unsigned >= 0xc2 && unsigned <= 0xdf) {
            pending = 1;
        } else if (unsigned >= 0xe0 && unsigned <= 0xef) {
            pending = 2;
        } else if (unsigned >= 0xf0 && unsigned <= 0xf4) {
            pending = 3;
        } else if (unsigned >= 0x80) {
            wrong(at);
        }
    }

    private void wrong(long at) {
        notUtf8++;
        firstNotUtf8 = firstNotUtf8 < 0 ? at : firstNotUtf8;
    }

    /// Position of the first NUL byte, or -1.
    long firstNul() {
        return firstNul;
    }

    /// Position of the first byte that is not UTF-8, or -1.
    long firstNotUtf8() {
        return firstNotUtf8;
    }

    /// Whether it is UTF-8, perhaps with some broken lines: at most one wrong byte to 50 characters that are
    /// right.
    boolean isUtf8() {
        return notUtf8 == 0 || notUtf8 * 50 <= multibyte;
    }

    /// The records, counted from 1 with the header, that are blank lines, in ascending order.
    List<Long> blankRecords() {
        return blankRecords;
    }
}
