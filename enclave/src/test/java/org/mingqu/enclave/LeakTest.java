package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Answer.Suspect;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.TraceState;

@DisplayName("A leaked part of a delivered file names who received it, and a file of nobody names nobody (art. 25)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeakTest {

    private static final double ACCEPTED = 1e-6;

    private static Platform platform;
    private static DataSetDesk desk;
    private static String run;
    private static List<List<String>> first;
    private static List<List<String>> second;

    @BeforeAll
    static void deliver(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
        desk = new DataSetDesk(platform);
        desk.land("people", DataSetDesk.file(7), DataSetDesk.COLUMNS);
        platform.send(new Order.OpenWorkspace("w-1"));
        run = desk.ask("w-1", "SELECT sex, age, street, income, rent FROM people", DataSetDesk.grant(Mask.PSEUDONYM))
                .run();
        first = DataSetDesk.lines(desk.handOver(run, "org-one"));
        second = DataSetDesk.lines(desk.handOver(run, "org-two"));
    }

    @AfterAll
    static void close() throws Exception {
        platform.close();
    }

    @Test
    void a_twentieth_in_another_order_without_a_column_names_its_recipient_and_nobody_else() throws Exception {
        var leaked = DataSetDesk.leaked(second, 0.05, 11, List.of(4, 1, 0, 3));

        var trace = desk.trace(leaked);

        assertThat(trace.state()).isEqualTo(TraceState.DONE);
        assertThat(trace.rows()).isBetween(300, 500);
        assertThat(trace.found()).singleElement().satisfies(found -> {
            assertThat(found.recipient()).isEqualTo("org-two");
            assertThat(found.run()).isEqualTo(run);
            assertThat(found.falsePositive()).isLessThanOrEqualTo(ACCEPTED);
        });
    }

    @Test
    void a_file_whose_columns_were_renamed_still_does() throws Exception {
        var leaked = DataSetDesk.leaked(first, 0.3, 12, List.of(3, 4)).replaceFirst("income,rent", "a,b");

        assertThat(desk.trace(leaked).found()).extracting(Suspect::recipient).containsExactly("org-one");
    }

    @Test
    void two_who_put_their_copies_together_are_both_named() throws Exception {
        var mixed = DataSetDesk.leaked(first, 0.5, 13, List.of(3, 4))
                + "\n"
                + DataSetDesk.leaked(second, 0.5, 14, List.of(3, 4))
                        .lines()
                        .skip(1)
                        .collect(Collectors.joining("\n"));

        assertThat(desk.trace(mixed).found())
                .extracting(Suspect::recipient)
                .containsExactlyInAnyOrder("org-one", "org-two");
    }

    @Test
    void the_same_people_from_the_source_itself_and_people_of_nobody_name_nobody() throws Exception {
        for (var seed : new long[] {7, 70, 71, 72}) {
            var trace = desk.trace(DataSetDesk.file(seed));

            assertThat(trace.state()).isEqualTo(TraceState.DONE);
            assertThat(trace.compared()).isEqualTo(1);
            assertThat(trace.found()).isEmpty();
        }
    }

    @Test
    void what_cannot_be_read_is_refused_and_the_trace_says_so() throws Exception {
        var leak = UUID.randomUUID().toString();

        var response = desk.upload(leak, "income".getBytes(StandardCharsets.UTF_8), 100);
        assertThat(response.statusCode()).isEqualTo(422);
        var trace = platform.send(new Order.ReadTrace(leak), Answer.LeakTrace.class);
        assertThat(trace.state()).isEqualTo(TraceState.FAILED);
        assertThat(trace.problem().type()).isEqualTo("leak-empty");

        assertThat(desk.upload(UUID.randomUUID().toString(), new byte[200], 100).statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_ticket_is_for_one_file_and_the_trace_of_none_is_awaited() throws Exception {
        var leak = UUID.randomUUID().toString();
        assertThat(platform.send(new Order.ReadTrace(leak), Answer.LeakTrace.class)
                        .state())
                .isEqualTo(TraceState.WAITING);
        assertThat(platform.refusal(new Order.TraceLeak(leak, 100)).type()).isEqualTo("order-invalid");
    }

    @Test
    void the_key_of_the_marks_outlives_the_workspace_and_is_nowhere_in_the_clear() throws Exception {
        platform.send(new Order.OpenWorkspace("w-2"));
        var gone = desk.ask("w-2", "SELECT income, rent FROM people", DataSetDesk.grant(Mask.PSEUDONYM))
                .run();
        var lines = DataSetDesk.lines(desk.handOver(gone, "org-three"));
        platform.send(new Order.DestroyWorkspace("w-2"));

        assertThat(desk.trace(DataSetDesk.leaked(lines, 0.2, 15, List.of(0, 1))).found())
                .extracting(Suspect::recipient)
                .containsExactly("org-three");
        try (var files = Files.walk(platform.folder.resolve("home/deliveries"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("org-three");
            }
        }
    }
}
