package org.mingqu.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The sentences of all rooms, from `messages/<room>_zh.properties` and `_en`, with parameters in braces.
@Component
public class Texts {

    private final Properties chinese = read("zh");
    private final Properties english = read("en");

    Texts() {}

    private static Properties read(String language) {
        var all = new Properties();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_%s.properties".formatted(language));
            for (var file : files) {
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    all.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the message files cannot be read", e);
        }
        return all;
    }

    /// The sentence of a key in the reader's language: English where that is wanted, else Chinese.
    public Optional<String> find(String key, Map<String, String> parameters, Locale locale) {
        var text = (locale.getLanguage().equals("en") ? english : chinese).getProperty(key);
        if (text == null) {
            return Optional.empty();
        }
        for (var parameter : parameters.entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return Optional.of(text);
    }

    /// The sentence of a key, or the key itself where there is none.
    public String of(String key, Map<String, String> parameters, Locale locale) {
        return find(key, parameters, locale).orElse(key);
    }
}
