package org.mingqu.guard;

import java.util.Map;

/// A rule that a question passed, for the panel beside its verdict. The sentence is in [FindingText].
///
/// @param rule the stable code, such as `columns.granted`
/// @param article the article of the Measures behind the rule
/// @param parameters what the sentence is about
public record Check(String rule, String article, Map<String, String> parameters) {

    public Check {
        parameters = Map.copyOf(parameters);
    }
}
