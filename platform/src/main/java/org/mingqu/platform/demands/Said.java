package org.mingqu.platform.demands;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;

/// What a person has filled in: gathers all that is wrong before it refuses.
final class Said {

    private final Map<String, String> wrong = new LinkedHashMap<>();

    /// A text that has to be there.
    String required(String field, @Nullable String given, int longest) {
        var text = given == null ? "" : given.strip();
        if (text.isEmpty()) {
            wrong.put(field, "field-empty");
        } else if (text.length() > longest) {
            wrong.put(field, "field-too-long");
        }
        return text;
    }

    void wrong(String field, String code) {
        wrong.put(field, code);
    }

    /// @throws Refusal.Invalid with all that is wrong
    void check() {
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }
}
