package org.mingqu.guard;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The sentences of findings and checks, from `findings_zh.properties` and `findings_en.properties`.
///
/// A sentence names its parameters in braces, such as `{column}`; a bracketed part such as `[: {nearest}]` is
/// left out when a parameter in it is missing.
public final class FindingText {

    private static final String BUNDLE = "org.mingqu.guard.findings";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FindingText() {}

    /// The sentence of a finding; Chinese unless the locale's language is English.
    public static String of(Finding finding, Locale locale) {
        return text("finding." + finding.rule(), finding.parameters(), locale);
    }

    /// The sentence of a passed check; Chinese unless the locale's language is English.
    public static String of(Check check, Locale locale) {
        return text("check." + check.rule(), check.parameters(), locale);
    }

    private static String text(String key, Map<String, String> parameters, Locale locale) {
        var language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        try {
            var pattern =
                    ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK).getString(key);
            return fill(pattern, parameters);
        } catch (MissingResourceException missing) {
            throw new IllegalStateException("no sentence for " + key, missing);
        }
    }

    private static String fill(String pattern, Map<String, String> parameters) {
        var text = new StringBuilder();
        var at = 0;
        while (at < pattern.length()) {
            var open = pattern.indexOf('[', at);
            if (open < 0) {
                return text.append(name(pattern.substring(at), parameters)).toString();
            }
            var close = pattern.indexOf(']', open);
            text.append(name(pattern.substring(at, open), parameters));
            var part = name(pattern.substring(open + 1, close), parameters);
            text.append(part.contains("{?}") ? "" : part);
            at = close + 1;
        }
        return text.toString();
    }

    private static String name(String pattern, Map<String, String> parameters) {
        var text = new StringBuilder();
        var at = 0;
        for (var open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            var close = pattern.indexOf('}', open);
            var value = parameters.get(pattern.substring(open + 1, close));
            text.append(pattern, at, open).append(value == null ? "{?}" : value);
            at = close + 1;
        }
        return text.append(pattern.substring(at)).toString();
    }
}
