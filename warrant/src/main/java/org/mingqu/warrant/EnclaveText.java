package org.mingqu.warrant;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The sentences of refusals and release checks, from message files, Chinese and English.
///
/// Parameters are named in braces: `{limit}`.
public final class EnclaveText {

    private EnclaveText() {}

    /// The sentence of a refusal.
    public static String of(EnclaveRefusal refusal, Locale locale) {
        return of(refusal.type(), refusal.parameters(), locale);
    }

    /// The sentence in both languages, by `zh` and `en`.
    public static Map<String, String> both(String code, Map<String, String> parameters) {
        return Map.of("zh", of(code, parameters, Locale.CHINESE), "en", of(code, parameters, Locale.ENGLISH));
    }

    /// The sentence of a code.
    ///
    /// @param code a refusal's type or a check's rule
    public static String of(String code, Map<String, String> parameters, Locale locale) {
        var language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        var bundle = ResourceBundle.getBundle("org.mingqu.warrant.enclave", language, NO_FALLBACK);
        String text;
        try {
            text = bundle.getString(code);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("no text for '" + code + "'", e);
        }
        for (var parameter : parameters.entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return text;
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
