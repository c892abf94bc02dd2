package org.mingqu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchTest {

    @Test
    void a_name_that_is_not_known_is_answered_with_those_that_are() throws Exception {
        var bytes = new ByteArrayOutputStream();

        var status = Bench.run(List.of("speed"), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(2);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("attacks, guard, intake, intake-large, risk, start");
    }

    @Test
    void a_part_that_the_guard_does_not_have_is_answered_with_those_that_it_has() throws Exception {
        var bytes = new ByteArrayOutputStream();

        var status = Bench.run(List.of("guard", "speed"), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(2);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("compile, threshold, noise, mask, consent, tpch");
    }

    @Test
    void a_figure_is_one_line_of_json() {
        assertThat(new Figure("a.ms", 1.25, "ms", "of \"two\"").json())
                .isEqualTo("{\"name\":\"a.ms\",\"value\":1.250,\"unit\":\"ms\",\"beside\":\"of \\\"two\\\"\"}");
        assertThat(new Figure("a", 3, "MiB", null).json())
                .isEqualTo("{\"name\":\"a\",\"value\":3,\"unit\":\"MiB\",\"beside\":null}");
    }

    @Test
    void a_median_lies_in_the_middle_and_a_quantile_between_its_neighbours() {
        assertThat(Samples.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Samples.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
        assertThat(Samples.quantile(List.of(1.0, 2.0, 3.0), 1)).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.median(List.of()));
    }
}
