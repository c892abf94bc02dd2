package org.mingqu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;

@DisplayName("Nobody fills the platform's memory with a body that does not end")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyLimitTest extends OnTheStreet {

    private static final String OPEN_TO_ALL = "/api/outside/city/words";
    private static final int MEBI = 1 << 20;

    @Test
    void one_that_says_its_length_is_refused_before_it_is_read() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("""
                    POST %s HTTP/1.1\r
                    Host: localhost:%d\r
                    Accept-Language: zh-CN\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    """.formatted(OPEN_TO_ALL, port, 1L << 40).getBytes(StandardCharsets.US_ASCII));
            var answer = new ByteArrayOutputStream();
            var part = new byte[4096];
            while (!answer.toString(StandardCharsets.UTF_8).contains("}")) {
                var some = socket.getInputStream().read(part);
                assertThat(some).as("%s", answer).isPositive();
                answer.write(part, 0, some);
            }
            assertThat(answer.toString(StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("https://mingqu.org/problems/too-large", "内容超出允许的大小。");
        }
    }

    @Test
    void one_that_does_not_say_it_is_refused_where_it_gets_too_long() throws IOException, InterruptedException {
        assertThat(sent(5 * MEBI)).isEqualTo(413);
        assertThat(sent(3 * MEBI)).as("short enough, and without a signature").isEqualTo(422);
    }

    private int sent(int bytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, OPEN_TO_ALL)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
