package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingqu.enclave.Platform.granted;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.RunState;

@DisplayName("A subject's own rows, and whose rows are left out (art. 20, 37)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubjectTest {

    private static final int PEOPLE = 40;

    private Platform platform;
    private Path home;

    @BeforeEach
    void load(@TempDir Path folder) throws Exception {
        home = folder;
        platform = new Platform(folder);
        var text = new StringBuilder("身份证号,社区\r\n");
        for (var i = 0; i < PEOPLE; i++) {
            text.append("%s,社区%d\r\n".formatted(StoryTest.idNumber(i), i % 2));
        }
        var staged = platform.stage("load-1", "elders", text.toString().getBytes(StandardCharsets.UTF_8));
        platform.land(staged, "elders", 1, "身份证号", "person");
        platform.send(new Order.OpenWorkspace("w-1"));
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
    }

    private String token(int i) {
        return platform.send(new Order.IdentifySubject("person", StoryTest.idNumber(i)), Answer.SubjectToken.class)
                .subject();
    }

    private String fetched(String ticket) throws Exception {
        return platform.browser
                .send(
                        HttpRequest.newBuilder(platform.door("/copies/" + ticket))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static Grant grant(Grant.Subjects... lists) {
        var columns = List.of(granted("社区", Right.GROUP, Right.FILTER, Right.OUTPUT_AGGREGATE));
        var table = new Grant.Table("elders", 0, "elders", "elders", columns, 10_000, List.of(lists));
        return new Grant("a scenario", List.of(table), Grant.Limits.USUAL);
    }

    private long counted(String sql, Grant grant) throws InterruptedException {
        var run = platform.run("w-1", Lane.REVIEWED, sql, grant, null);
        assertThat(run.state()).as("%s", run).isEqualTo(RunState.DONE);
        assertThat(run.resources()).containsExactly("elders");
        var rows = platform.send(new Order.InspectRelease(run.run()), Answer.Inspection.class)
                .result()
                .rows();
        return ((Number) rows.getFirst().getFirst()).longValue();
    }

    @Test
    void a_token_stands_for_one_number_and_kind_for_good_and_tells_nothing_of_it() throws Exception {
        var token = token(1);
        platform.restart();

        assertThat(token(1)).isEqualTo(token).matches("[0-9a-f]{32}");
        assertThat(token(2)).isNotEqualTo(token);
        assertThat(platform.send(
                                new Order.IdentifySubject("enterprise", StoryTest.idNumber(1)),
                                Answer.SubjectToken.class)
                        .subject())
                .isNotEqualTo(token);
        var log = platform.send(new Order.ReadLog(0, 1000), Answer.LogPage.class);
        assertThat(log.entries()).noneMatch(it -> it.contains(StoryTest.idNumber(1)));
        try (var files = Files.walk(home.resolve("home"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(StoryTest.idNumber(1));
            }
        }
    }

    @Test
    void only_the_own_rows_come_out_and_a_ticket_is_good_once() throws Exception {
        var order = new Order.FetchSubjectRows(token(3), "elders", 0);
        var ticket = platform.sign(order).ticket();

        var copy = fetched(ticket);
        var again = fetched(ticket);

        assertThat(copy.lines()).hasSize(2);
        assertThat(copy).contains(StoryTest.idNumber(3)).doesNotContain(StoryTest.idNumber(4));
        assertThat(again).contains("warrant-used");
        assertThat(platform.send(
                                new Order.LocateSubject(token(3), List.of("elders", "none")),
                                Answer.SubjectPlaces.class)
                        .places())
                .singleElement()
                .satisfies(it -> assertThat(it.rows()).isEqualTo(1));
    }

    @Test
    void who_has_proven_nothing_has_no_rows() {
        assertThat(platform.refusal(new Order.LocateSubject("0".repeat(32), List.of("elders")))
                        .type())
                .isEqualTo("subject-not-known");
    }

    @Test
    void a_list_holds_from_the_next_query_on_and_an_earlier_revision_of_it_runs_nothing() throws Exception {
        var tokens =
                java.util.stream.IntStream.range(0, 20).mapToObj(this::token).toList();
        platform.send(new Order.KeepSubjects("consents", 1, tokens));
        platform.send(new Order.KeepSubjects("held", 1, List.of(tokens.getFirst())));
        var only = grant(new Grant.Subjects("consents", 1, true));
        var both = grant(new Grant.Subjects("consents", 1, true), new Grant.Subjects("held", 1, false));

        assertThat(counted("select count(*) as n from elders", grant())).isEqualTo(PEOPLE);
        assertThat(counted("select count(*) as n from elders", only)).isEqualTo(20);
        assertThat(counted("select count(*) as n from elders", both)).isEqualTo(19);

        platform.send(new Order.KeepSubjects("consents", 2, tokens.subList(1, 20)));
        var refused = platform.refusal(
                new Order.Run("w-1", "late", Lane.REVIEWED, "select count(*) as n from elders", only, null, true));
        assertThat(refused.type()).isEqualTo("subjects-behind");
        assertThat(counted("select count(*) as n from elders", grant(new Grant.Subjects("consents", 2, true))))
                .isEqualTo(19);
    }

    @Test
    void an_instant_answer_from_before_a_withdrawal_is_not_given_again() throws Exception {
        var tokens =
                java.util.stream.IntStream.range(0, 30).mapToObj(this::token).toList();
        platform.send(new Order.KeepSubjects("consents", 1, tokens));
        var sql = "select count(*) as n from elders";
        var before = grant(new Grant.Subjects("consents", 1, true));
        platform.run("w-1", Lane.INSTANT, sql, before, 100);
        assertThat(platform.run("w-1", Lane.INSTANT, sql, before, 100)
                        .judgement()
                        .cost()
                        .leftMilli())
                .as("the same question is free")
                .isEqualTo(9_900);

        platform.send(new Order.KeepSubjects("consents", 2, tokens.subList(1, 30)));
        platform.run("w-1", Lane.INSTANT, sql, grant(new Grant.Subjects("consents", 2, true)), 100);

        var spent = platform.send(new Order.ReadBudgets(List.of("elders")), Answer.Budgets.class);
        assertThat(spent.lines().getFirst().spentMilli())
                .as("a question of its own")
                .isEqualTo(200);
    }

    @Test
    void an_older_list_does_not_take_the_place_of_a_newer_one() throws Exception {
        var tokens =
                java.util.stream.IntStream.range(0, 20).mapToObj(this::token).toList();
        platform.send(new Order.KeepSubjects("consents", 5, tokens));
        platform.send(new Order.KeepSubjects("consents", 4, List.of()));

        assertThat(counted("select count(*) as n from elders", grant(new Grant.Subjects("consents", 5, true))))
                .isEqualTo(20);
    }
}
