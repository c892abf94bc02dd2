package org.mingqu.platform.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import org.mingqu.platform.outside.CityDesk.CityRequest;
import org.mingqu.platform.web.CallSignature;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@DisplayName("The world outside (articles 5, 9, 23, 39): delivered until answered, heard once, and seen when it fails")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutsideTest extends OnTheStreet {

    private static final String SYSTEM = "xitong";

    @Autowired
    CityDesk city;

    @Autowired
    Outbox outbox;

    @Autowired
    Dispatch dispatch;

    @Autowired
    CounterpartAddresses addresses;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void all_is_well_again() {
        for (var it : List.of("city", "exchange", "credit", "website")) {
            mood(it, "NORMAL");
        }
        sql.sql("update outside_message set next_try = now() - interval '1 minute' where state = 'WAITING'")
                .update();
        dispatch.deliver();
    }

    private void mood(String counterpart, String mood) {
        assertThat(as(SYSTEM)
                        .put(
                                "/api/demonstration/counterparts/%s/mood".formatted(counterpart),
                                "{\"mood\": \"%s\"}".formatted(mood))
                        .status())
                .isEqualTo(200);
    }

    private UUID ask(String reference) {
        transaction.executeWithoutResult(
                _ -> city.ask(new CityRequest(reference, "DATA", "data of the city", Map.of("resource", "buses"))));
        return CityDesk.subject(reference);
    }

    private JsonNode message(UUID subject) {
        for (JsonNode it : as(SYSTEM).get("/api/outside").body().required("messages")) {
            if (it.required("subject").asString().equals(subject.toString())) {
                return it;
            }
        }
        throw new AssertionError("nothing was sent about " + subject);
    }

    private String state(UUID subject) {
        return message(subject).required("state").asString();
    }

    private static void until(BooleanSupplier what) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            try {
                Thread.sleep(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private String fault(UUID subject) {
        return message(subject).path("fault").asString("");
    }

    @Test
    void what_is_sent_in_a_transaction_goes_out_when_it_is_through_and_not_when_it_is_undone() {
        var undone = UUID.randomUUID();
        transaction.executeWithoutResult(it -> {
            outbox.send(Counterpart.CITY, "REQUEST", undone, "5", Map.of());
            it.setRollbackOnly();
        });

        var sent = ask("a-" + UUID.randomUUID());

        until(() -> state(sent).equals("ANSWERED"));
        assertThat(message(sent).required("answer").asString()).contains("RECEIVED");
        assertThat(outbox.about(undone)).isEmpty();
        assertThat(as(SYSTEM).get("/api/outside").body().required("counterparts"))
                .hasSize(4);
    }

    @Test
    void a_counterpart_that_is_down_late_or_talks_nonsense_shows_with_the_class_of_its_error() {
        for (var it : Map.of(
                        "FAIL",
                        "status-503",
                        "LATE",
                        "timeout",
                        "NONSENSE",
                        "answer-nonsense",
                        "UNSIGNED",
                        "answer-unsigned")
                .entrySet()) {
            mood("city", it.getKey());
            var sent = ask("b-" + UUID.randomUUID());
            until(() -> fault(sent).equals(it.getValue()));
            assertThat(state(sent)).isEqualTo("WAITING");
            var before = taken();
            mood("city", "NORMAL");

            var again = as(SYSTEM)
                    .post(
                            "/api/outside/messages/%s/retry"
                                    .formatted(message(sent).required("id").asString()),
                            "{}");

            assertThat(again.status()).isEqualTo(200);
            until(() -> state(sent).equals("ANSWERED"));
            if (!it.getKey().equals("FAIL")) {
                assertThat(taken())
                        .as("what was taken before is not done again")
                        .isEqualTo(before);
            }
        }
    }

    private long taken() {
        return as(SYSTEM)
                .get("/api/demonstration/counterparts/city")
                .body()
                .required("taken")
                .asLong();
    }

    @Test
    void what_is_about_one_thing_arrives_in_its_order_and_giving_up_lets_the_next_go() {
        mood("city", "FAIL");
        var reference = "c-" + UUID.randomUUID();
        var subject = ask(reference);
        until(() -> !fault(subject).isEmpty());
        ask(reference);
        dispatch.deliver();
        assertThat(outbox.about(subject)).extracting(Outbox.Sent::state).containsExactly("WAITING", "WAITING");
        mood("city", "NORMAL");
        var first = outbox.about(subject).getFirst().id();
        var place = "/api/outside/messages/%s/surrender".formatted(first);
        assertThat(as(SYSTEM).post(place, "{\"reason\": \" \"}").status()).isEqualTo(422);
        assertThat(as("shuju").post(place, "{\"reason\": \"x\"}").status()).isEqualTo(403);

        assertThat(as(SYSTEM).post(place, "{\"reason\": \"told by telephone\"}").text("reason"))
                .isEqualTo("told by telephone");

        until(() -> outbox.about(subject).getLast().state().equals("ANSWERED"));
        assertThat(outbox.about(subject).getFirst().state()).isEqualTo("GIVEN_UP");
        assertThat(as(SYSTEM).post(place, "{\"reason\": \"again\"}").problem()).isEqualTo("outside-done");
    }

    @Test
    void the_citys_answer_comes_to_whoever_asked_once_however_often_it_is_said() {
        var reference = "d-" + UUID.randomUUID();
        var heard = Collections.synchronizedList(new ArrayList<CityAnswers.CityAnswer>());
        beans.registerSingleton("ears-" + reference, (CityAnswers) heard::add);
        ask(reference);
        mood("city", "TWICE");

        var said = as(SYSTEM)
                .post(
                        "/api/demonstration/counterparts/city/words",
                        "{\"kind\": \"ANSWER\", \"subject\": \"%s\", \"body\": {\"reference\": \"%s\", \"granted\": \"true\", \"text\": \"yes\"}}"
                                .formatted(CityDesk.subject(reference), reference));

        assertThat(said.status()).as("%s", said).isEqualTo(200);
        assertThat(said.body().required("taken").asBoolean())
                .as("the second is known")
                .isFalse();
        assertThat(sql.sql("select count(*) from outside_heard where subject = :subject")
                        .param("subject", CityDesk.subject(reference))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(heard.stream().filter(it -> it.reference().equals(reference)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.reference()).isEqualTo(reference);
                    assertThat(it.kind()).isEqualTo("GRANTED");
                    assertThat(it.text()).isEqualTo("yes");
                });
    }

    @Test
    void a_word_without_the_right_signature_or_with_an_old_one_is_not_taken() {
        var word = "{\"id\": \"%s\", \"kind\": \"ANSWER\", \"subject\": \"%s\", \"body\": {}}"
                .formatted(UUID.randomUUID(), UUID.randomUUID());
        var secret = addresses.secret(Counterpart.CITY).orElseThrow();
        var content = word.getBytes(StandardCharsets.UTF_8);

        assertThat(nobody().post("/api/outside/city/words", word).status()).isEqualTo(422);
        var old = CallSignature.of(secret, Instant.now().minus(Duration.ofMinutes(6)), content);
        assertThat(nobody().post("/api/outside/city/words", word, CallSignature.HEADER, old)
                        .status())
                .isEqualTo(422);
        var other = CallSignature.of(secret, Instant.now(), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(nobody().post("/api/outside/city/words", word, CallSignature.HEADER, other)
                        .status())
                .isEqualTo(422);
        var right = CallSignature.of(secret, Instant.now(), content);
        assertThat(nobody().post("/api/outside/exchange/words", word, CallSignature.HEADER, right)
                        .status())
                .as("another counterpart's secret")
                .isEqualTo(422);
        assertThat(nobody().post("/api/outside/city/words", word, CallSignature.HEADER, right)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void notices_results_and_disclosures_were_handed_to_the_governments_website_with_a_proof() {
        var told = new ArrayList<String>();
        for (JsonNode it : as(SYSTEM).get("/api/outside").body().required("messages")) {
            if (it.required("to").asString().equals("WEBSITE")) {
                assertThat(it.required("answer").asString()).contains("url", "receivedSm3");
                told.add(it.required("kind").asString());
            }
        }
        assertThat(told).contains("NOTICE");
    }
}
