package org.mingqu.privacy.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShuffleTest {

    private static final List<Integer> VALUES = IntStream.range(0, 1000).boxed().toList();

    @Test
    void the_values_stay_and_their_order_is_the_keys() {
        var dealt = Shuffle.of(key(1), "persons.age", VALUES);
        assertThat(dealt)
                .containsExactlyInAnyOrderElementsOf(VALUES)
                .isEqualTo(Shuffle.of(key(1), "persons.age", VALUES))
                .isNotEqualTo(Shuffle.of(key(2), "persons.age", VALUES))
                .isNotEqualTo(Shuffle.of(key(1), "persons.pension", VALUES));
        assertThat(Shuffle.of(key(1), "", List.of())).isEmpty();
    }

    @Test
    void every_value_is_as_likely_to_come_to_every_record() {
        var records = 6;
        var rounds = 6000;
        var counts = new int[records][records];
        for (var round = 0; round < rounds; round++) {
            var dealt = Shuffle.of(key(9), "round " + round, VALUES.subList(0, records));
            for (var record = 0; record < records; record++) {
                counts[dealt.get(record)][record]++;
            }
        }
        var chi = 0.0;
        for (var row : counts) {
            for (var count : row) {
                chi += Math.pow(count - rounds / (double) records, 2) / (rounds / (double) records);
            }
        }
        // 25 degrees of freedom: above 60 with a chance of 0.0001
        assertThat(chi).isBetween(5.0, 60.0);
    }

    @Test
    void a_short_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shuffle.of(new byte[8], "", VALUES));
    }

    private static byte[] key(int first) {
        var key = new byte[Pseudonyms.KEY_BYTES];
        key[0] = (byte) first;
        return key;
    }
}
