package org.mingqu.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvRecordsTest {

    @Test
    void quoted_commas_quotes_and_line_ends_belong_to_the_value() {
        var records = CsvRecords.of("名,注\r\n甲,\"一,二\"\r\n乙,\"他说\"\"好\"\"\n第二行\"\r\n");

        assertThat(records).containsExactly(List.of("名", "注"), List.of("甲", "一,二"), List.of("乙", "他说\"好\"\n第二行"));
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_name() {
        assertThat(CsvRecords.of("\uFEFF行号,原因\n3,坏\n").getFirst()).containsExactly("行号", "原因");
    }

    @Test
    void a_last_line_without_its_end_is_a_record() {
        assertThat(CsvRecords.of("a,b\n1,")).containsExactly(List.of("a", "b"), List.of("1", ""));
    }
}
