package org.mingqu.privacy.watermark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.mingqu.privacy.mask.KeyedSm3;

/// What each recipient's file says in each field, from a key: a code of Tardos for three who put their files
/// together.
///
/// Each field has a bias of its own, mostly near 0 or near 1, and each recipient a bit of that bias. Where the
/// bias is far from one half, nearly all have the same bit, and those who put files together cannot see it; the
/// few who have the rare bit are told by it.
///
/// Source: Tardos, Optimal Probabilistic Fingerprint Codes (2008); the score of Škorić, Katzenbeisser and
/// Celik, Symmetric Tardos Fingerprinting Codes (2008).
final class Code {

    /// No bias is nearer to 0 or 1.
    private static final double CUT = 0.01;

    private static final byte[] BIAS = {0};

    private final KeyedSm3.Codes codes;

    Code(KeyedSm3 key) {
        this.codes = key.codes();
    }

    /// The chance with which a recipient's bit is 1 in a field.
    double bias(Place place) {
        var least = Math.asin(Math.sqrt(CUT));
        var angle = least + drawn(BIAS, place) * (Math.PI / 2 - 2 * least);
        return Math.sin(angle) * Math.sin(angle);
    }

    /// A recipient's bit in a field.
    int bit(String recipient, Place place, double bias) {
        return drawn(("\1" + recipient + "\0").getBytes(StandardCharsets.UTF_8), place) < bias ? 1 : 0;
    }

    /// From 0 to below 1, the same for the same key, purpose and place.
    private double drawn(byte[] purpose, Place place) {
        var column = place.column().getBytes(StandardCharsets.UTF_8);
        var where = ByteBuffer.allocate(column.length + Long.BYTES)
                .putLong(place.field())
                .put(column)
                .array();
        return (ByteBuffer.wrap(codes.of(purpose, where)).getLong() >>> 11) * 0x1p-53;
    }

    /// A field of a column.
    record Place(String column, long field) {}
}
