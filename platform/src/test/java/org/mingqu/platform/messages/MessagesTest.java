package org.mingqu.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.mingqu.platform.PostOffice;
import org.mingqu.platform.web.CallSignature;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DisplayName("Messages: who is to act hears of it here, by mail, and by a signed call")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest extends OnTheStreet {

    private static final Pattern CODE = Pattern.compile("\\d{6}");

    @Autowired
    private Delivering delivering;

    @Autowired
    private JdbcClient sql;

    /// A new application of the elders' company, filed: the operator has something to do.
    private JsonNode filed(String title) {
        var partner = as("kangning");
        var opened = partner.post("/api/applications", "{}");
        var resource = resource("air_stations");
        var column = nobody().get("/api/catalogue/" + resource)
                .body()
                .required("columns")
                .get(0)
                .required("name")
                .asString();
        var saved = partner.put("/api/applications/" + opened.text("id"), """
                {"version": %d, "scenario": {"title": "%s", "kind": "PUBLIC_WELFARE", "purpose": "p", "users": "u",
                 "outputs": "o", "method": "m", "call": "WORKBENCH", "frequency": "f", "benefit": "b", "risk": "r", "until": "2027-06-30"},
                 "items": [{"resource": "%s", "columns": ["%s"], "necessity": "n"}]}
                """.formatted(
                        opened.body().required("version").asInt(), title, resource, column));
        var sent = partner.post("/api/applications/%s/moves".formatted(opened.text("id")), """
                {"version": %d, "step": "SUBMIT", "opinion": ""}
                """.formatted(
                        saved.body().required("version").asInt()));
        assertThat(sent.status()).as("%s", sent).isEqualTo(200);
        return partner.get("/api/cases/" + sent.text("caseId")).body();
    }

    private static long unread(Guest person) {
        return person.get("/api/messages/summary").body().required("unread").asLong();
    }

    private static String code(GreenMail office) throws MessagingException, IOException {
        var matcher = CODE.matcher(
                String.valueOf(office.getReceivedMessages()[office.getReceivedMessages().length - 1].getContent()));
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    @Test
    void the_operator_hears_of_an_application_and_has_read_it_when_it_says_so() {
        var operator = as("yunying");
        operator.post("/api/messages/read", "{}");
        assertThat(unread(operator)).isZero();
        var file = filed("messages here");
        assertThat(unread(operator)).isEqualTo(1);
        var first = operator.get("/api/messages?unread=true")
                .body()
                .required("items")
                .get(0);
        assertThat(first.required("kind").asString()).isEqualTo("TASK");
        assertThat(first.required("number").asString())
                .isEqualTo(file.required("number").asString());
        operator.post(
                "/api/messages/read",
                "{\"ids\": [\"%s\"]}".formatted(first.required("id").asString()));
        assertThat(unread(operator)).isZero();
    }

    @Test
    void what_was_done_need_not_be_read_any_more() {
        var operator = as("yunying");
        operator.post("/api/messages/read", "{}");
        var file = filed("done at once");
        assertThat(unread(operator)).isEqualTo(1);
        var application = file.required("subject").required("id").asString();
        var version = operator.get("/api/applications/" + application)
                .body()
                .required("version")
                .asInt();
        var moved = operator.post(
                "/api/applications/%s/moves".formatted(application),
                "{\"version\": %d, \"step\": \"FORWARD\", \"opinion\": \"seen\"}".formatted(version));
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        assertThat(unread(operator)).isZero();
    }

    @Test
    void what_concerns_one_organisation_is_not_told_to_another() {
        as("xinhe").post("/api/messages/read", "{}");
        filed("not for others");
        assertThat(unread(as("xinhe"))).isZero();
    }

    @Test
    void mail_goes_to_an_address_that_was_confirmed_and_says_nothing_of_the_content()
            throws MessagingException, IOException {
        var office = PostOffice.open();
        var operator = as("yunying");
        assertThat(operator.put("/api/messages/ways/address", "{\"address\": \"nobody\"}")
                        .status())
                .isEqualTo(422);
        var given = operator.put("/api/messages/ways/address", "{\"address\": \"fang@example.cn\"}");
        assertThat(given.status()).as("%s", given).isEqualTo(204);
        assertThat(operator.post("/api/messages/ways/address/confirmation", "{\"code\": \"0\"}")
                        .status())
                .isEqualTo(422);
        filed("before it was confirmed");
        delivering.deliver();
        var before = office.getReceivedMessages().length;
        var confirmed =
                operator.post("/api/messages/ways/address/confirmation", "{\"code\": \"%s\"}".formatted(code(office)));
        assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(204);

        var file = filed("secret title");
        delivering.deliver();
        until(() -> office.getReceivedMessages().length == before + 1);
        var mail = office.getReceivedMessages()[before];
        assertThat(mail.getAllRecipients()[0]).hasToString("fang@example.cn");
        assertThat(mail.getSubject())
                .contains(file.required("number").asString())
                .contains("待办");
        assertThat(text(mail))
                .contains("/cases/" + file.required("id").asString())
                .doesNotContain("secret title");
        operator.delete("/api/messages/ways/address");
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return String.valueOf(mail.getContent());
    }

    /// What a receiver got.
    private record Call(String delivery, String signature, String body) {}

    @Test
    void a_call_is_signed_and_comes_again_with_the_same_id_until_it_is_taken() throws IOException {
        var calls = new CopyOnWriteArrayList<Call>();
        var answers = new CopyOnWriteArrayList<>(List.of(503, 200));
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            calls.add(new Call(
                    exchange.getRequestHeaders().getFirst("Mingqu-Delivery"),
                    exchange.getRequestHeaders().getFirst("Mingqu-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.removeFirst(), -1);
            exchange.close();
        });
        receiver.start();
        try {
            var operator = as("yunying");
            var made = operator.post(
                    "/api/messages/ways/subscriptions",
                    "{\"url\": \"http://127.0.0.1:%d/hear\"}"
                            .formatted(receiver.getAddress().getPort()));
            assertThat(made.status()).as("%s", made).isEqualTo(201);
            var file = filed("called");
            delivering.deliver();
            until(() -> waitingAgain(made.text("id")));
            delivering.deliver();
            until(() -> calls.size() == 2);
            assertThat(calls.get(1).delivery()).isEqualTo(calls.get(0).delivery());
            assertThat(calls.get(1).body())
                    .contains(file.required("number").asString())
                    .doesNotContain("called");
            assertThat(CallSignature.holds(
                            calls.get(1).signature(),
                            made.text("secret"),
                            java.time.Instant.now(),
                            calls.get(1).body().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isTrue();
            assertThat(operator.delete("/api/messages/ways/subscriptions/" + made.text("id"))
                            .status())
                    .isEqualTo(204);
        } finally {
            receiver.stop(0);
        }
    }

    /// The next try would be in a minute: it is made to come now.
    private boolean waitingAgain(String subscription) {
        return sql.sql("""
                        update message_delivery set next_try = now() - interval '1 hour'
                         where target = :target and tries = 1
                        """).param("target", subscription).update() == 1;
    }

    /// The installation delivers by itself too.
    private static void until(BooleanSupplier done) {
        for (var tries = 0; tries < 100 && !done.getAsBoolean(); tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void nobody_ends_the_calls_of_another_organisation() {
        var made = as("yunying").post("/api/messages/ways/subscriptions", "{\"url\": \"http://127.0.0.1:9/hear\"}");
        assertThat(as("xinhe")
                        .delete("/api/messages/ways/subscriptions/" + made.text("id"))
                        .status())
                .isEqualTo(404);
        as("yunying").delete("/api/messages/ways/subscriptions/" + made.text("id"));
    }
}
