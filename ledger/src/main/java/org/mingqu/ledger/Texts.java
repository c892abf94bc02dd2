package org.mingqu.ledger;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The sentences of one message file, in Chinese for a Chinese locale and in English for any other. A name
/// in braces stands for a parameter.
final class Texts {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    Texts(String name, Locale locale) {
        var language = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle("org.mingqu.ledger." + name, language, NO_OTHER_LANGUAGE);
    }

    String text(String key, Map<String, ?> parameters) {
        var text = bundle.getString(key);
        for (var parameter : parameters.entrySet()) {
            text = text.replace("{%s}".formatted(parameter.getKey()), String.valueOf(parameter.getValue()));
        }
        return text;
    }
}
