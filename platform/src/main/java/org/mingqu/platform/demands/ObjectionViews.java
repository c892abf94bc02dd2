package org.mingqu.platform.demands;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mingqu.platform.demands.ObjectionsController.ObjectionView;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.web.PageWords;
import org.springframework.stereotype.Component;

/// Draws objections to the catalogue for those who look at them.
@Component
class ObjectionViews implements CaseSubject {

    private final ObjectionStore store;
    private final Objections objections;
    private final PageWords words;

    ObjectionViews(ObjectionStore store, Objections objections, PageWords words) {
        this.store = store;
        this.objections = objections;
        this.words = words;
    }

    @Override
    public Procedure<?, ?> procedure() {
        return ObjectionProcedure.RULES;
    }

    @Override
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject)
                .filter(it -> objections.sees(it, actor))
                .map(it -> open(it, actor))
                .orElse(List.of());
    }

    @Override
    public List<Sheet.Section> matter(UUID subject, Actor actor, Locale locale) {
        return store.find(subject)
                .filter(it -> objections.sees(it, actor))
                .map(it ->
                        List.of(Sheet.Section.text(words.of("demands.objection.kind." + it.kind(), locale), it.text())))
                .orElse(List.of());
    }

    private static List<OpenMove> open(Objection it, Actor actor) {
        return ObjectionProcedure.RULES.openTo(actor.role(), it.stage()).stream()
                .filter(_ -> it.isFor(actor))
                .map(OpenMove::of)
                .toList();
    }

    ObjectionView of(Objection it, Actor actor) {
        return new ObjectionView(
                it.id(),
                it.caseId(),
                it.version(),
                it.number(),
                it.stage(),
                it.objector(),
                it.resource(),
                it.title(),
                it.department(),
                it.kind(),
                it.text(),
                it.answer(),
                it.raisedOn(),
                open(it, actor));
    }
}
