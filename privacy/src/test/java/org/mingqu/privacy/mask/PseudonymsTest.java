package org.mingqu.privacy.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PseudonymsTest {

    private static final String NUMBER = "440301195503072814";

    @Test
    void the_same_person_is_the_same_within_a_workspace_and_another_in_every_other() {
        try (var here = new Pseudonyms(key(1));
                var there = new Pseudonyms(key(2))) {
            assertThat(here.of("person", NUMBER))
                    .isEqualTo(here.of("person", NUMBER))
                    .matches("[0-9a-f]{32}")
                    .isNotEqualTo(there.of("person", NUMBER));
        }
    }

    @Test
    void the_same_digits_of_two_kinds_do_not_meet() {
        try (var here = new Pseudonyms(key(1))) {
            assertThat(here.of("person", NUMBER)).isNotEqualTo(here.of("company", NUMBER));
            assertThat(here.of("a", "b" + NUMBER)).isNotEqualTo(here.of("ab", NUMBER));
        }
    }

    @Test
    void many_at_once_are_each_as_they_would_be_alone_and_all_different() {
        try (var here = new Pseudonyms(key(3))) {
            var values = IntStream.range(0, 20_000).mapToObj(i -> "居民" + i).toList();
            var tokens = here.of("person", values);
            assertThat(new HashSet<>(tokens)).hasSize(values.size());
            for (var i = 0; i < values.size(); i += 997) {
                assertThat(tokens.get(i)).isEqualTo(here.of("person", values.get(i)));
            }
            assertThat(here.of("person", List.of())).isEmpty();
        }
    }

    @Test
    void without_the_key_there_is_no_stand_in() {
        var ended = new Pseudonyms(key(1));
        ended.close();
        assertThatIllegalStateException().isThrownBy(() -> ended.of("person", NUMBER));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pseudonyms(new byte[16]));
    }

    private static byte[] key(int first) {
        var key = new byte[Pseudonyms.KEY_BYTES];
        key[0] = (byte) first;
        return key;
    }
}
