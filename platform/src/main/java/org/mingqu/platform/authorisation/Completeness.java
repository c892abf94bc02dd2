package org.mingqu.platform.authorisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Component;

/// Whether an application can be submitted: all that is missing is named at once.
@Component
class Completeness {

    private static final String REASON_GRADE = "application-field-grade";
    private static final String EMPTY = "field-empty";
    private static final int LONGEST = 1_000;

    private final Catalogue catalogue;
    private final Rules rules;
    private final Clock clock;

    Completeness(Catalogue catalogue, Rules rules, Clock clock) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.clock = clock;
    }

    /// A field of this grade or above needs a reason of its own.
    int reasonGrade() {
        return rules.number(REASON_GRADE, LocalDate.now(clock));
    }

    /// Checks an application.
    ///
    /// @throws Refusal.Invalid with every field that is missing or wrong
    void check(Application it, LocalDate today) {
        var wrong = new LinkedHashMap<String, String>();
        scenario(it.scenario(), today, wrong);
        if (it.items().isEmpty()) {
            wrong.put("items", "items-empty");
        }
        var grade = reasonGrade();
        it.items().forEach(item -> item(item, grade, wrong));
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }

    private static void scenario(Scenario it, LocalDate today, Map<String, String> wrong) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("title", it.title());
        texts.put("purpose", it.purpose());
        texts.put("users", it.users());
        texts.put("outputs", it.outputs());
        texts.put("method", it.method());
        texts.put("frequency", it.frequency());
        texts.put("benefit", it.benefit());
        texts.put("risk", it.risk());
        texts.forEach((field, text) -> {
            if (text.isBlank()) {
                wrong.put("scenario." + field, EMPTY);
            } else if (text.length() > LONGEST) {
                wrong.put("scenario." + field, "field-too-long");
            }
        });
        if (it.kind() == null) {
            wrong.put("scenario.kind", EMPTY);
        }
        if (it.call() == null) {
            wrong.put("scenario.call", EMPTY);
        }
        if (it.until() == null || !it.until().isAfter(today)) {
            wrong.put("scenario.until", "until-past");
        }
    }

    private void item(Application.Item it, int reasonGrade, Map<String, String> wrong) {
        var at = "items." + it.resource() + ".";
        if (it.columns().isEmpty()) {
            wrong.put(at + "columns", "columns-empty");
        }
        if (it.necessity().isBlank()) {
            wrong.put(at + "necessity", EMPTY);
        }
        var published = catalogue.published(it.resource());
        if (published.isEmpty()) {
            wrong.put(at + "resource", "resource-withdrawn");
            return;
        }
        for (var name : it.columns()) {
            var column = published.get().columns().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            if (column.isEmpty()) {
                wrong.put(at + name, "column-withdrawn");
            } else if (column.get().grade() >= reasonGrade && !it.reasons().containsKey(name)) {
                wrong.put(at + name, "reason-empty");
            }
        }
    }
}
