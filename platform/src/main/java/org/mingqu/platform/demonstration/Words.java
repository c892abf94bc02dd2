package org.mingqu.platform.demonstration;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// What the people of the district write in their forms: data of the demonstration, not messages of the product.
final class Words {

    private static final String FILE = "/demonstration/words.properties";

    private final Properties words = new Properties();

    Words() {
        try (var in = Words.class.getResourceAsStream(FILE);
                var reader = new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The words of that key.
    ///
    /// @throws SceneFailed if there are none
    String of(String key, Object... parameters) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new SceneFailed("the demonstration has no words for " + key);
        }
        return new MessageFormat(text, Locale.ROOT).format(parameters);
    }
}
