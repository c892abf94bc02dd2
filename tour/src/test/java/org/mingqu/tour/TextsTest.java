package org.mingqu.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    private static final Pattern KEY =
            Pattern.compile("\"((?:act|held|refused|expect|note|chapter)\\.[a-zA-Z-]+(?:\\.[a-zA-Z-]+)*)\"");

    @Test
    void both_languages_have_the_same_sentences() throws IOException {
        assertThat(keys("en")).isEqualTo(keys("zh"));
    }

    @Test
    void every_sentence_that_the_tour_says_is_there() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(it -> used.add(it.group(1)));
            }
        }

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(keys("zh")).containsAll(used);
    }

    private static Set<String> keys(String language) throws IOException {
        var name = "tour_%s.properties".formatted(language);
        var texts = new Properties();
        try (var in = Objects.requireNonNull(TextsTest.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
