package org.mingqu.platform.authorisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingqu.platform.authorisation.ApplicationsController.ApplicationView;
import org.mingqu.platform.authorisation.ApplicationsController.ItemColumn;
import org.mingqu.platform.authorisation.ApplicationsController.ItemView;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.web.PageWords;
import org.mingqu.warrant.Mask;
import org.springframework.stereotype.Component;

/// Draws applications for those who look at them.
@Component
class ApplicationViews implements CaseSubject {

    private final ApplicationStore store;
    private final ApplicationAccess access;
    private final Completeness completeness;
    private final Catalogue catalogue;
    private final PageWords words;

    ApplicationViews(
            ApplicationStore store,
            ApplicationAccess access,
            Completeness completeness,
            Catalogue catalogue,
            PageWords words) {
        this.store = store;
        this.access = access;
        this.completeness = completeness;
        this.catalogue = catalogue;
        this.words = words;
    }

    @Override
    public Procedure<?, ?> procedure() {
        return AuthorisationProcedure.RULES;
    }

    @Override
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject)
                .filter(it -> access.sees(it, actor))
                .map(it -> open(it, actor))
                .orElse(List.of());
    }

    @Override
    public List<Sheet.Section> matter(UUID subject, Actor actor, Locale locale) {
        return store.find(subject)
                .filter(it -> access.sees(it, actor))
                .map(it -> List.of(
                        Sheet.Section.lines(
                                words.of("authorisation.scenario", locale), scenario(it.scenario(), locale)),
                        dataList(it, locale)))
                .orElse(List.of());
    }

    private List<Sheet.Line> scenario(Scenario it, Locale locale) {
        var kind = it.kind() == null ? "" : words.of("authorisation.kind." + it.kind(), locale);
        var until = it.until() == null ? "" : it.until().toString();
        var call = it.call() == null ? "" : words.of("authorisation.call." + it.call(), locale);
        return List.of(
                new Sheet.Line(words.of("authorisation.field.kind", locale), kind),
                new Sheet.Line(words.of("authorisation.field.until", locale), until),
                new Sheet.Line(words.of("authorisation.field.purpose", locale), it.purpose()),
                new Sheet.Line(words.of("authorisation.field.users", locale), it.users()),
                new Sheet.Line(words.of("authorisation.field.outputs", locale), it.outputs()),
                new Sheet.Line(words.of("authorisation.field.method", locale), it.method()),
                new Sheet.Line(words.of("authorisation.field.call", locale), call),
                new Sheet.Line(words.of("authorisation.field.frequency", locale), it.frequency()),
                new Sheet.Line(words.of("authorisation.field.benefit", locale), it.benefit()),
                new Sheet.Line(words.of("authorisation.field.risk", locale), it.risk()));
    }

    private Sheet.Section dataList(Application application, Locale locale) {
        var rows = application.items().stream()
                .map(this::item)
                .map(it -> List.of(
                        it.title(),
                        it.department().name(),
                        it.columns().stream().map(ItemColumn::label).collect(Collectors.joining("、")),
                        necessity(it)))
                .toList();
        var head = List.of("resource", "department", "columns", "necessity").stream()
                .map(it -> words.of("authorisation.sheet." + it, locale))
                .toList();
        return Sheet.Section.table(words.of("authorisation.dataList", locale), head, rows);
    }

    /// Why the resource is needed, and each field that says so itself.
    private static String necessity(ItemView it) {
        var reasons = it.columns().stream()
                .filter(column -> column.reason() != null)
                .map(column -> column.label() + ": " + column.reason());
        return Stream.concat(Stream.of(it.necessity()), reasons)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("; "));
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
                it.agreement(),
                completeness.reasonGrade(),
                it.basedOn(),
                it.fast());
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
                    .ifPresent(column -> columns.add(new ItemColumn(
                            name,
                            column.label(),
                            column.grade(),
                            column.columnClass(),
                            it.reasons().get(name),
                            granted,
                            mask)));
        }
        return new ItemView(it.resource(), it.title(), it.department(), columns, it.necessity(), it.decision());
    }
}
