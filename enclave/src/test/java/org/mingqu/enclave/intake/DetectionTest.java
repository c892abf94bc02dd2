package org.mingqu.enclave.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;

@DisplayName("Columns are proposed by their values first and their names second, with the evidence (art. 5)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DetectionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            列,   11010519491231002X,       ID_NUMBER,    TEXT,     IDENTIFIER,       4
            列,   91110000600037341L,       CREDIT_CODE,  TEXT,     IDENTIFIER,       2
            列,   13800138000,              MOBILE,       TEXT,     IDENTIFIER,       4
            列,   0755-28888888,            PHONE,        TEXT,     IDENTIFIER,       3
            列,   a.b@example.org,          EMAIL,        TEXT,     IDENTIFIER,       3
            列,   粤B12345,                 PLATE,        TEXT,     IDENTIFIER,       3
            列,   男,                       GENDER,       TEXT,     QUASI_IDENTIFIER, 2
            列,   深圳市某某科技有限公司,   COMPANY_NAME, TEXT,     QUASI_IDENTIFIER, 2
            列,   光明区凤凰街道塘家社区1号, ADDRESS,     TEXT,     SENSITIVE,        3
            列,   2025年1月5日,             DATE,         DATE,     QUASI_IDENTIFIER, 2
            出生, 19491231,                 BIRTH_DATE,   DATE,     QUASI_IDENTIFIER, 3
            月租, 1234.50,                  AMOUNT,       DECIMAL,  MEASURE,          2
            人数, 12,                       QUANTITY,     INTEGER,  MEASURE,          2
            编号, 0012345,                  CATEGORY,     TEXT,     QUASI_IDENTIFIER, 2
            时刻, 2025-01-05 10:20:30,      DATE,         TIMESTAMP, QUASI_IDENTIFIER, 2
            """)
    void a_value_says_what_it_is(
            String name, String value, String detector, ColumnType type, ColumnClass columnClass, int grade) {
        var found = Detection.of(name, Collections.nCopies(100, value));

        assertThat(found.detector()).isEqualTo(detector);
        assertThat(found.type()).isEqualTo(type);
        assertThat(found.proposedClass()).isEqualTo(columnClass);
        assertThat(found.proposedGrade()).isEqualTo(grade);
        assertThat(found.evidence().matching()).isEqualTo(100);
    }

    @Test
    void eighteen_digits_with_a_wrong_check_digit_are_no_id_numbers() {
        assertThat(Patterns.isIdNumber("110105194912310021")).isFalse();
        assertThat(Patterns.isIdNumber("11010519491331002X")).isFalse();
        assertThat(Patterns.isCreditCode("91110000600037341A")).isFalse();
        assertThat(Patterns.isBankCard("6222021234567890128")).isNotEqualTo(Patterns.isBankCard("6222021234567890129"));
    }

    @Test
    void the_name_of_the_column_lowers_what_the_values_must_show() {
        var half = IntStream.range(0, 100)
                .mapToObj(i -> i % 10 < 6 ? "11010519491231002X" : "无")
                .toList();

        assertThat(Detection.of("身份证号", half).detector()).isEqualTo("ID_NUMBER");
        assertThat(Detection.of("证件", half).detector()).isNotEqualTo("ID_NUMBER");
    }

    @Test
    void proposed_bounds_are_round_so_that_they_are_nobodys_value() {
        var values = IntStream.rangeClosed(1, 1000).mapToObj(i -> i + ".37").toList();
        var found = Detection.of("金额", values);

        assertThat(found.scale()).isEqualTo(2);
        assertThat(found.lower()).isZero();
        assertThat(found.upper()).isEqualTo(100_000L);
        assertThat(Coarse.up(-37)).isEqualTo(-50);
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_does() {
        var form = List.of(new Reject(3, "", "reject.quote", "", "x"));
        var failing = List.of(
                new Failures.Failing(0, "a", "reject.value", "DATE", "u"),
                new Failures.Failing(1, "a", "reject.value", "DATE", "v"));

        assertThat(Failures.merge(form, failing, List.of(4L, 5L)))
                .extracting(Reject::row)
                .containsExactly(2L, 3L, 6L);
    }

    @ParameterizedTest
    @CsvSource({"=1+1, true", "@SUM(A1), true", "+86 138, true", "-5, false", "-5.25, false", "甲, false"})
    void a_cell_that_a_spreadsheet_would_compute_is_marked(String cell, boolean formula) {
        assertThat(Csv.isFormula(cell)).isEqualTo(formula);
        assertThat(Csv.cell(cell).startsWith("'")).isEqualTo(formula);
    }

    @Test
    void each_detector_that_may_be_confirmed_knows_its_form() {
        assertThat(ColumnSpec.FORMS)
                .allSatisfy(it -> assertThat(Patterns.form(it)).isNotNull());
    }
}
