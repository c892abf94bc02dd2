package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveClient;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.EnclaveUnavailable;
import org.mingqu.warrant.FileFormat;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.SignedWarrant;
import org.mingqu.warrant.Trust;
import org.mingqu.warrant.Warrant;

@DisplayName("The domain obeys the platform's warrants and nobody else's (art. 4, 32)")
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersTest {

    private Platform platform;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temp) throws Exception {
        folder = temp;
        platform = new Platform(temp);
    }

    @AfterAll
    void close() throws Exception {
        platform.close();
    }

    @Test
    void a_client_without_certificate_gets_no_byte() throws Exception {
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(null, new TrustManager[] {new TrustsAnybody()}, null);
        try (var stranger = HttpClient.newBuilder().sslContext(tls).build()) {
            assertThatThrownBy(() -> stranger.send(
                            HttpRequest.newBuilder(URI.create(
                                            "https://127.0.0.1:%d/orders".formatted(platform.endpoint.orders())))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void a_certificate_of_another_installation_is_no_certificate(@TempDir Path other) throws Exception {
        Trust.create(other);
        var foreign = Trust.platform(other);
        try (var client = new EnclaveClient(
                URI.create("https://127.0.0.1:" + platform.endpoint.orders()), foreign.tls(), Duration.ofSeconds(5))) {
            assertThatExceptionOfType(EnclaveUnavailable.class)
                    .isThrownBy(() -> client.send(platform.sign(new Order.Health())));
        }
    }

    @Test
    void a_warrant_is_obeyed_once() {
        var signed = platform.sign(new Order.OpenWorkspace("w-once"));
        platform.client.send(signed);

        refused("warrant-used", signed);
    }

    @Test
    void an_expired_a_changed_and_a_foreign_warrant_are_refused() {
        var past = Clock.systemUTC().instant().minusSeconds(120);
        refused(
                "warrant-expired",
                platform.trust.signer().sign(Warrant.of(past, Platform.ACTOR, null, null, new Order.Health())));

        var good = platform.sign(new Order.ReadRun("r-1"));
        var payload = new String(Base64.getDecoder().decode(good.payload()), java.nio.charset.StandardCharsets.UTF_8);
        var changed = Base64.getEncoder()
                .encodeToString(payload.replace("r-1", "r-2").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refused("warrant-invalid", new SignedWarrant(changed, good.keyId(), good.signature()));

        var foreign = new org.mingqu.warrant.WarrantSigner(org.mingqu.warrant.WarrantKey.generate());
        refused(
                "warrant-invalid",
                foreign.sign(Warrant.of(Clock.systemUTC().instant(), Platform.ACTOR, null, null, new Order.Health())));
    }

    @Test
    void ids_that_are_paths_and_numbers_out_of_bounds_are_refused() {
        assertThat(platform.refusal(new Order.OpenWorkspace("../../etc")).type())
                .isEqualTo("order-invalid");
        assertThat(platform.refusal(new Order.OpenWorkspace("")).type()).isEqualTo("order-invalid");
        assertThat(platform.refusal(new Order.SyntheticSample("r", 1, 1_000_000, 1))
                        .type())
                .isEqualTo("order-invalid");
        assertThat(platform.refusal(new Order.ReadRun("no-such")).type()).isEqualTo("run-unknown");
        assertThat(platform.refusal(new Order.DescribeVersion("no-such", 1)).type())
                .isEqualTo("version-unknown");
    }

    @Test
    void a_ticket_opens_only_the_door_and_an_order_only_the_orders_listener() throws Exception {
        var ticket = platform.sign(new Order.ReceiveFile("l-x", "r", FileFormat.CSV, 10, "f"));
        refused("order-invalid", ticket);

        var order = platform.sign(new Order.Health()).ticket();
        assertThat(platform.put(order, new byte[] {1}).statusCode()).isEqualTo(422);
        assertThat(platform.put("nonsense", new byte[] {1}).statusCode()).isEqualTo(401);
    }

    @Test
    void a_ticket_is_good_for_one_file() throws Exception {
        var ticket = platform.sign(new Order.ReceiveFile("l-twice", "r", FileFormat.CSV, 1000, "f"))
                .ticket();
        var content = "名称,数\n甲,1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(platform.put(ticket, content).statusCode()).isEqualTo(202);
        assertThat(platform.put(ticket, content).statusCode()).isEqualTo(401);
        var again = platform.upload("l-twice", "r", FileFormat.CSV, content, 1000);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("load-state");
    }

    @Test
    void pages_of_another_origin_are_refused() throws Exception {
        var ticket = platform.sign(new Order.ReceiveFile("l-origin", "r", FileFormat.CSV, 1000, "f"))
                .ticket();
        var response = platform.browser.send(
                HttpRequest.newBuilder(platform.door("/intake/" + ticket))
                        .header("Origin", "http://evil.test")
                        .PUT(HttpRequest.BodyPublishers.ofString("a,b\n1,2\n"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(platform.send(new Order.ReadLoad("l-origin"), Answer.LoadStatus.class)
                        .state()
                        .name())
                .isEqualTo("WAITING");
    }

    @Test
    void pages_of_each_origin_of_the_platform_may_use_the_door() throws Exception {
        for (var origin : List.of(Platform.ORIGIN, Platform.OTHER_ORIGIN)) {
            var response = platform.browser.send(
                    HttpRequest.newBuilder(platform.door("/intake/any"))
                            .header("Origin", origin)
                            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).as(origin).isEqualTo(204);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
        }
    }

    @Test
    void a_ticket_for_rejects_opens_once() throws Exception {
        platform.stage("l-once", "r", "a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var ticket = platform.sign(new Order.FetchRejects("l-once")).ticket();
        var request =
                HttpRequest.newBuilder(platform.door("/rejects/" + ticket)).build();

        assertThat(platform.browser
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(platform.browser
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_act_that_fails_by_a_fault_is_in_the_own_log_with_the_number_of_the_fault() throws Exception {
        var staged = platform.stage("l-fault", "fault", "a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        platform.land(staged, "fault", 1, null, "");
        java.nio.file.Files.write(folder.resolve("home/vault/fault/1/facts"), new byte[100]);

        assertThatExceptionOfType(EnclaveUnavailable.class)
                .isThrownBy(() -> platform.send(new Order.DescribeVersion("fault", 1)));

        var size = platform.send(new Order.Health(), Answer.HealthReport.class).logSize();
        assertThat(platform.send(new Order.ReadLog(size - 1, 1), Answer.LogPage.class)
                        .entries()
                        .getFirst())
                .contains("DescribeVersion", "\"outcome\":\"failed\"", "\"trace\":", "enclave-failed");
    }

    @Test
    void its_own_log_verifies_and_its_files_are_the_owners_alone() throws Exception {
        platform.send(new Order.OpenWorkspace("w-log"));

        assertThat(platform.send(new Order.Health(), Answer.HealthReport.class).logSize())
                .isPositive();
        try (var files = java.nio.file.Files.list(folder.resolve("home"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".key")).toList()) {
                assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                                java.nio.file.Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    private void refused(String type, SignedWarrant signed) {
        assertThatExceptionOfType(EnclaveRefused.class)
                .isThrownBy(() -> platform.client.send(signed))
                .satisfies(e -> assertThat(e.refusal().type()).isEqualTo(type));
    }

    private static final class TrustsAnybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
