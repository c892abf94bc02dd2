package org.mingqu.warrant;

import java.util.Map;

/// A rule that was checked and held.
///
/// @param message the sentence, by language: `zh` and `en`
public record Check(String rule, String article, Map<String, String> parameters, Map<String, String> message) {

    public Check {
        parameters = Map.copyOf(parameters);
        message = Map.copyOf(message);
    }
}
