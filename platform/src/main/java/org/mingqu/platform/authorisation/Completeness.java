package org.mingqu.platform.authorisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mingqu.platform.rules.Refusal;

/// Whether an application can be submitted: all that is missing is named at once.
final class Completeness {

    private Completeness() {}

    /// @throws Refusal.Invalid with every field that is missing or wrong
    static void check(Application it, LocalDate today) {
        var wrong = new LinkedHashMap<String, String>();
        var scenario = it.scenario();
        var texts = Map.of(
                "scenario.title", scenario.title(),
                "scenario.purpose", scenario.purpose(),
                "scenario.users", scenario.users(),
                "scenario.outputs", scenario.outputs(),
                "scenario.method", scenario.method(),
                "scenario.risk", scenario.risk());
        texts.forEach((field, text) -> {
            if (text.isBlank()) {
                wrong.put(field, "field-empty");
            }
        });
        if (scenario.kind() == null) {
            wrong.put("scenario.kind", "field-empty");
        }
        var until = scenario.until();
        if (until == null || !until.isAfter(today)) {
            wrong.put("scenario.until", "until-past");
        }
        if (it.items().isEmpty()) {
            wrong.put("items", "items-empty");
        }
        for (var item : it.items()) {
            if (item.columns().isEmpty()) {
                wrong.put("items." + item.resource() + ".columns", "columns-empty");
            }
            if (item.necessity().isBlank()) {
                wrong.put("items." + item.resource() + ".necessity", "field-empty");
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }
}
