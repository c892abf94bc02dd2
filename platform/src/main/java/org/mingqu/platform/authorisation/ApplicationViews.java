package org.mingqu.platform.authorisation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.authorisation.ApplicationsController.ApplicationView;
import org.mingqu.platform.authorisation.ApplicationsController.ItemColumn;
import org.mingqu.platform.authorisation.ApplicationsController.ItemView;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.warrant.Mask;
import org.springframework.stereotype.Component;

/// Draws applications for those who look at them.
@Component
class ApplicationViews implements CaseSubject {

    private final ApplicationStore store;
    private final Catalogue catalogue;

    ApplicationViews(ApplicationStore store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    @Override
    public Procedure<?, ?> procedure() {
        return AuthorisationProcedure.RULES;
    }

    @Override
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject)
                .filter(it -> it.isVisibleTo(actor))
                .map(it -> open(it, actor))
                .orElse(List.of());
    }

    private static List<OpenMove> open(Application it, Actor actor) {
        return AuthorisationProcedure.RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> it.isFor(actor, move.by()))
                .map(OpenMove::of)
                .toList();
    }

    ApplicationView of(Application it, Actor actor) {
        return new ApplicationView(
                it.id(),
                it.caseId(),
                it.version(),
                it.number(),
                it.stage(),
                it.applicant(),
                it.scenario(),
                it.items().stream().map(this::item).toList(),
                open(it, actor),
                it.agreement());
    }

    private ItemView item(Application.Item it) {
        var known = catalogue.known(it.resource());
        var columns = new ArrayList<ItemColumn>();
        for (var name : it.columns()) {
            var decision = it.decision();
            var granted = decision == null
                    ? null
                    : Boolean.valueOf(
                            decision.consent() && !decision.dropColumns().contains(name));
            var mask = decision == null ? null : decision.masks().getOrDefault(name, Mask.NONE);
            known.flatMap(resource -> resource.columns().stream()
                            .filter(column -> column.name().equals(name))
                            .findFirst())
                    .ifPresent(column -> columns.add(
                            new ItemColumn(name, column.label(), column.grade(), column.columnClass(), granted, mask)));
        }
        return new ItemView(it.resource(), it.title(), it.department(), columns, it.necessity(), it.decision());
    }
}
