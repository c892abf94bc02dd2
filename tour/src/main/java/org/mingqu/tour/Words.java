package org.mingqu.tour;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// What the people of the story write in their forms: data of the story, not messages of the product.
final class Words {

    private static final String FILE = "words.properties";

    private final Properties words = new Properties();

    Words() {
        try (var in = Words.class.getResourceAsStream(FILE);
                var reader = new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String key, Object... parameters) {
        return new MessageFormat(Objects.requireNonNull(words.getProperty(key), key), Locale.ROOT).format(parameters);
    }
}
