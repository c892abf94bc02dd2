package org.mingqu.platform.coordination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mingqu.platform.coordination.CityRequestsController.CityRequestView;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.web.PageWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws requests to the city for those who look at them.
@Component
@Transactional(readOnly = true)
class CityViews implements CaseSubject {

    private final CityRequestStore store;
    private final CityClocks clocks;
    private final CaseFiles cases;
    private final PageWords words;
    private final Clock clock;

    CityViews(CityRequestStore store, CityClocks clocks, CaseFiles cases, PageWords words, Clock clock) {
        this.store = store;
        this.clocks = clocks;
        this.cases = cases;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Procedure<?, ?> procedure() {
        return CityProcedure.RULES;
    }

    @Override
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject).map(it -> open(it, actor)).orElse(List.of());
    }

    @Override
    public List<Sheet.Section> matter(UUID subject, Actor actor, Locale locale) {
        return store.find(subject)
                .map(it -> List.of(
                        Sheet.Section.text(words.of("coordination.what", locale), it.what()),
                        Sheet.Section.text(words.of("coordination.why", locale), it.why())))
                .orElse(List.of());
    }

    private static List<OpenMove> open(CityRequest it, Actor actor) {
        if (!actor.is(Role.AUTHORITY, Role.CITY)) {
            return List.of();
        }
        return CityProcedure.RULES.openTo(actor.role(), it.stage()).stream()
                .map(OpenMove::of)
                .toList();
    }

    CityRequestView of(CityRequest it, Actor actor) {
        var due = it.due();
        return new CityRequestView(
                it.id(),
                it.caseId(),
                it.version(),
                it.number(),
                it.stage(),
                cases.get(it.origin()),
                it.reach(),
                it.title(),
                it.what(),
                it.why(),
                it.department(),
                it.sentOn(),
                due.lastDay(),
                due.provisional(),
                it.stage().isWithTheCity() && LocalDate.now(clock).isAfter(due.lastDay()),
                it.stage().isWithTheCity() && clocks.rest(it),
                store.answers(it.id()),
                open(it, actor));
    }
}
