package org.mingqu.district;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91440300708461136T",
                "91350100M000100Y43",
                "91110000600037341L",
                "914403001922038216",
                "91330100799655058B",
                "11440311000000000L",
                "91440300000000019B",
                "524403000000000277"
            })
    void the_published_credit_codes_have_the_check_character_of_GB_32100(String code) {
        assertThat(Codes.creditCheck(code.substring(0, 17))).isEqualTo(code.charAt(17));
    }

    @Test
    void a_credit_code_with_another_region_no_longer_checks() {
        assertThat(Codes.creditCheck("91330000799655058")).isNotEqualTo('B');
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
    void the_published_identity_numbers_have_the_check_character_of_GB_11643(String number) {
        assertThat(Codes.idCheck(number.substring(0, 17))).isEqualTo(number.charAt(17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"708461136", "600037341", "192203821", "799655058"})
    void the_published_organisation_codes_have_the_check_character_of_GB_11714(String code) {
        assertThat(Codes.organisationCheck(code.substring(0, 8))).isEqualTo(code.charAt(8));
    }
}
