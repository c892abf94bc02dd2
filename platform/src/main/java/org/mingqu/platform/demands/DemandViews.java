package org.mingqu.platform.demands;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.demands.DemandsController.DemandView;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.web.PageWords;
import org.springframework.stereotype.Component;

/// Draws demands for those who look at them.
@Component
class DemandViews implements CaseSubject {

    private final DemandStore store;
    private final Catalogue catalogue;
    private final PageWords words;

    DemandViews(DemandStore store, Catalogue catalogue, PageWords words) {
        this.store = store;
        this.catalogue = catalogue;
        this.words = words;
    }

    @Override
    public Procedure<?, ?> procedure() {
        return DemandProcedure.RULES;
    }

    @Override
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject).map(it -> open(it, actor)).orElse(List.of());
    }

    @Override
    public List<Sheet.Section> matter(UUID subject, Actor actor, Locale locale) {
        return store.find(subject)
                .map(it -> List.of(
                        Sheet.Section.text(words.of("demands.scenario", locale), it.scenario()),
                        Sheet.Section.text(words.of("demands.fields", locale), String.join("\n", it.fields())),
                        Sheet.Section.text(words.of("demands.why", locale), it.why())))
                .orElse(List.of());
    }

    private static List<OpenMove> open(Demand it, Actor actor) {
        return DemandProcedure.RULES.openTo(actor.role(), it.stage()).stream()
                .filter(_ -> it.isFor(actor))
                .map(OpenMove::of)
                .toList();
    }

    DemandView of(Demand it, Actor actor) {
        var supporters = store.supporters(it.id());
        var may = actor.is(Role.PARTNER, Role.OPERATOR)
                && !it.isOf(actor)
                && !DemandProcedure.RULES.ends(it.stage())
                && !supporters.contains(actor.organisation());
        var readsCase = it.isOf(actor)
                || actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN)
                || (it.department() != null && it.department().id().equals(actor.organisation()));
        var resource = it.resource();
        return new DemandView(
                it.id(),
                readsCase ? it.caseId() : null,
                it.version(),
                it.number(),
                it.stage(),
                it.poster(),
                it.title(),
                it.scenario(),
                it.fields(),
                it.why(),
                it.department(),
                resource,
                resource == null
                        ? null
                        : catalogue.known(resource).map(each -> each.title()).orElse(null),
                it.answer(),
                it.postedOn(),
                supporters.size(),
                may,
                open(it, actor));
    }
}
