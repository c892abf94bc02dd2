package org.mingqu.platform.procedures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final ObjectProvider<CaseSubject> subjects;
    private final Texts texts;

    Takings(ObjectProvider<CaseTaking> rooms, ObjectProvider<CaseSubject> subjects, Texts texts) {
        this.rooms = rooms;
        this.subjects = subjects;
        this.texts = texts;
    }

    private Optional<CaseTaking> room(String kind) {
        return rooms.stream().filter(it -> it.kind().equals(kind)).findFirst();
    }

    private boolean takes(String kind, String step) {
        return room(kind).filter(it -> it.steps().contains(step)).isPresent();
    }

    private List<OpenMove> allOpen(CaseFile file, Actor actor) {
        return subjects.stream()
                .filter(it -> it.procedure().kind().equals(file.kind()))
                .flatMap(it -> it.open(file.subject(), actor).stream())
                .toList();
    }

    /// The steps of a case that are open to a person and need nothing but an opinion.
    List<OpenMove> open(CaseFile file, Actor actor) {
        return allOpen(file, actor).stream()
                .filter(it -> takes(file.kind(), it.step()))
                .toList();
    }

    /// A step that is open to a person and needs nothing but an opinion.
    ///
    /// @throws Refusal.NotOpen if there is no such step, saying why and which there are
    OpenMove mustBeOpen(CaseFile file, String step, Actor actor) {
        return open(file, actor).stream()
                .filter(it -> it.step().equals(step))
                .findFirst()
                .orElseThrow(() -> refusal(file, step, actor));
    }

    /// Takes a step.
    ///
    /// @throws Refusal.NotOpen if the step needs more than an opinion
    void take(CaseFile file, String step, String opinion, Actor actor) {
        var room =
                room(file.kind()).filter(it -> it.steps().contains(step)).orElseThrow(() -> refusal(file, step, actor));
        room.take(file.subject(), step, opinion, actor);
    }

    private Refusal refusal(CaseFile file, String step, Actor actor) {
        var open = allOpen(file, actor).stream()
                .filter(it -> it.step().equals(step))
                .findFirst();
        var code = open.isEmpty()
                ? "step-not-open"
                : room(file.kind())
                        .map(it -> it.alone().get(step))
                        .map(TakenAlone::code)
                        .orElse(TakenAlone.FORM.code());
        return new Refusal.NotOpen(
                code,
                open.map(OpenMove::article).orElse(""),
                open(file, actor).stream().map(OpenMove::step).sorted().toList());
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
