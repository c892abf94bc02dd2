package org.mingqu.warrant;

import java.util.Map;

/// Why a text of a query is refused, and where.
///
/// @param rule stable code, such as `column.not-granted`
/// @param article by which
/// @param line from 1; 0 if it concerns the whole text
/// @param column from 1
/// @param endColumn the last character's column
/// @param message the sentence, by language: `zh` and `en`
public record Finding(
        String rule,
        String article,
        int line,
        int column,
        int endLine,
        int endColumn,
        Map<String, String> parameters,
        Map<String, String> message) {

    public Finding {
        parameters = Map.copyOf(parameters);
        message = Map.copyOf(message);
    }
}
