package org.mingqu.privacy.mask;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A column's values dealt to other records, each as likely as any: for test data whose every column is true by
/// itself.
///
/// *Protects:* which value is whose. A record can get its own value again, so that nobody can conclude whose it
/// is not.
///
/// *Does not protect:* that a value is there at all, which is much where it is one person's only (a rare
/// illness, a name); so first take out what is rare or identifies. What two columns say together is lost, and
/// must be: columns that are shuffled together stay together.
public final class Shuffle {

    private final KeyedSm3.Codes codes;
    private final byte[] label;
    private ByteBuffer drawn = ByteBuffer.allocate(0);
    private long counter;

    private Shuffle(byte[] key, String label) {
        this.codes = new KeyedSm3(key).codes();
        this.label = label.getBytes(StandardCharsets.UTF_8);
    }

    /// The values in an order drawn from a key: the same key and label give the same order again.
    ///
    /// @param key 32 to 64 random bytes; who knows it can undo the shuffle
    /// @param label what is shuffled, such as table and column, so that each gets an order of its own
    /// @throws IllegalArgumentException if the key is shorter or longer
    public static <T> List<T> of(byte[] key, String label, List<T> values) {
        if (key.length < Pseudonyms.KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a key must have %d bytes, but had %d".formatted(Pseudonyms.KEY_BYTES, key.length));
        }
        var draw = new Shuffle(key, label);
        var dealt = new ArrayList<>(values);
        for (var i = dealt.size() - 1; i > 0; i--) {
            var j = draw.below(i + 1);
            var value = dealt.get(i);
            dealt.set(i, dealt.get(j));
            dealt.set(j, value);
        }
        return dealt;
    }

    /// A number from 0 to below a bound, each equally likely: what would favour some is drawn again.
    private int below(int bound) {
        var whole = (1L << Integer.SIZE) / bound * bound;
        while (true) {
            if (!drawn.hasRemaining()) {
                var place = ByteBuffer.allocate(Long.BYTES).putLong(counter++).array();
                drawn = ByteBuffer.wrap(codes.of(label, place));
            }
            var number = Integer.toUnsignedLong(drawn.getInt());
            if (number < whole) {
                return (int) (number % bound);
            }
        }
    }
}
