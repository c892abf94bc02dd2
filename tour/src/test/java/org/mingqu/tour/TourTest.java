package org.mingqu.tour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TourTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @Test
    void arguments_without_sense_are_answered_with_the_usage() {
        assertThat(Tour.run(out, "--url")).isEqualTo(Tour.NOT_DONE);
        assertThat(Tour.run(out, "--house", "x")).isEqualTo(Tour.NOT_DONE);
        assertThat(printed.toString(UTF_8)).contains("--evidence");
    }

    @Test
    void nobody_at_the_address_is_said_in_one_line() {
        assertThat(Tour.run(out, "--url", "http://127.0.0.1:1", "--lang", "en")).isEqualTo(Tour.BROKEN);
        assertThat(printed.toString(UTF_8).strip().lines())
                .singleElement()
                .asString()
                .contains("an answer of the platform");
    }

    @Test
    void an_installation_without_the_demonstration_is_not_walked() throws IOException {
        var answer =
                "{\"installation\":{\"demonstration\":false,\"today\":\"2026-01-05\"},\"user\":null}".getBytes(UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/session", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();

            assertThat(Tour.run(out, "--url", url, "--lang", "en")).isEqualTo(Tour.BROKEN);
            assertThat(printed.toString(UTF_8)).contains("the demonstration is on", "expected true", "came false");
        } finally {
            server.stop(0);
        }
    }
}
