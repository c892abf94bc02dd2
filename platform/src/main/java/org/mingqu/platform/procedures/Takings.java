package org.mingqu.platform.procedures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Finds the room that takes a step, and says in words why it did not.
@Component
class Takings {

    private final ObjectProvider<CaseTaking> rooms;
    private final Texts texts;

    Takings(ObjectProvider<CaseTaking> rooms, Texts texts) {
        this.rooms = rooms;
        this.texts = texts;
    }

    /// Whether a step of such a case needs nothing but an opinion.
    boolean takes(String kind, String step) {
        return rooms.stream()
                .anyMatch(it -> it.kind().equals(kind) && it.steps().contains(step));
    }

    /// The steps of a kind of case that need nothing but an opinion.
    List<String> steps(String kind) {
        return rooms.stream()
                .filter(it -> it.kind().equals(kind))
                .flatMap(it -> it.steps().stream())
                .sorted()
                .toList();
    }

    /// Takes a step.
    ///
    /// @throws Refusal.NotOpen if the step needs more than an opinion
    void take(CaseFile file, String step, String opinion, Actor actor) {
        var room = rooms.stream()
                .filter(it -> it.kind().equals(file.kind()) && it.steps().contains(step))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotOpen("step-not-alone", "", steps(file.kind())));
        room.take(file.subject(), step, opinion, actor);
    }

    /// Why it was refused, as the problem itself would say it.
    String sentence(Refusal refusal, Locale locale) {
        if (refusal instanceof Refusal.Invalid invalid) {
            return invalid.fields().values().stream()
                    .map(code -> texts.of("field." + code, Map.of(), locale))
                    .distinct()
                    .collect(Collectors.joining(" "));
        }
        return texts.of("problem." + refusal.code(), refusal.parameters(), locale);
    }
}
