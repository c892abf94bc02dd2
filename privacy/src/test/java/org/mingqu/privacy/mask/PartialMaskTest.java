package org.mingqu.privacy.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartialMaskTest {

    @Test
    void masks_hide_every_character_that_may_not_be_seen() {
        assertThat(PartialMask.ID_NUMBER.apply("440306190001010000")).isEqualTo("440306************");
        assertThat(PartialMask.MOBILE.apply("13800000000")).isEqualTo("138********");
        assertThat(PartialMask.PERSON_NAME.apply("欧阳明")).isEqualTo("欧**");
        assertThat(PartialMask.PERSON_NAME.apply("𠀀明")).isEqualTo("𠀀*");
        assertThat(PartialMask.PERSON_NAME.apply("明")).isEqualTo("*");
        assertThat(PartialMask.MOBILE.apply("138")).isEqualTo("***");
        assertThat(PartialMask.ALL.apply("任何")).isEqualTo("**");
    }
}
