package org.mingqu.guard;

import java.util.Map;

/// Why a question was refused, and where in its text. The sentence is in [FindingText].
///
/// @param rule the stable code of the rule, such as `column.not-granted`
/// @param article the article of the Measures behind the rule, such as `4` or `20`
/// @param line of the first character, from 1
/// @param column of the first character, from 1, in UTF-16 units as editors count
/// @param endLine of the last character
/// @param endColumn of the last character (inclusive)
/// @param parameters what the sentence is about; `nearest`, where there is one, is the nearest allowed form.
///     Only words of the question and of the grant, never a value of a row
public record Finding(
        String rule, String article, int line, int column, int endLine, int endColumn, Map<String, String> parameters) {

    public Finding {
        parameters = Map.copyOf(parameters);
    }
}
