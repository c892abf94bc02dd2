package org.mingqu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Whoever is not let in hears it in their language, or in Chinese, whatever the machine speaks")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageTest extends OnTheStreet {

    @ParameterizedTest
    @CsvSource({"'',请先登录。", "fr,请先登录。", "zh-CN,请先登录。", "en,Please sign in.", "'fr, en-GB;q=0.8',Please sign in."})
    void nobody_is_asked_to_sign_in(String accepted, String said) {
        assertThat(saidUnderEveryDefault(request("/api/tasks", accepted).GET())).containsOnly(said);
        assertThat(saidUnderEveryDefault(request("/api/tasks", accepted).POST(BodyPublishers.noBody())))
                .as("without a token")
                .containsOnly(said);
    }

    private HttpRequest.Builder request(String path, String accepted) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
        return accepted.isEmpty() ? request : request.header("Accept-Language", accepted);
    }

    private static List<String> saidUnderEveryDefault(HttpRequest.Builder request) {
        var before = Locale.getDefault();
        try {
            return List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.GERMANY).stream()
                    .map(machine -> {
                        Locale.setDefault(machine);
                        return detail(request.build());
                    })
                    .toList();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String detail(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(401);
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .required("detail")
                    .asString();
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
