package org.mingqu.tour;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the tour, in Chinese for a Chinese locale and in English for any other.
final class Texts {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    Texts(Locale locale) {
        var language = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle("org.mingqu.tour.tour", language, NO_OTHER_LANGUAGE);
    }

    /// The sentence of that key; the key itself where there is none, so that a failure is never hidden by another.
    String of(String key, Object... parameters) {
        if (!bundle.containsKey(key)) {
            return key;
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(parameters);
    }
}
