package org.mingqu.ledger;

import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences for [faults][Fault], in Chinese and English.
public final class FaultText {

    private static final String BUNDLE = "org.mingqu.ledger.faults";

    private FaultText() {}

    /// The sentence, in Chinese for a Chinese locale and in English for any other.
    public static String of(Fault fault, Locale locale) {
        var text = text(fault.kind().code(), locale).replace("{index}", Long.toString(fault.index()));
        for (var parameter : fault.parameters().entrySet()) {
            text = text.replace("{%s}".formatted(parameter.getKey()), parameter.getValue());
        }
        return text;
    }

    static String text(String key, Locale locale) {
        var language = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
