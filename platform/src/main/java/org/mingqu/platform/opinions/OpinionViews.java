package org.mingqu.platform.opinions;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.opinions.OpinionsController.ExpertSaid;
import org.mingqu.platform.opinions.OpinionsController.ScenarioOpinionView;
import org.mingqu.platform.opinions.ScenarioOpinion.ExpertSeat;
import org.mingqu.platform.opinions.ScenarioOpinion.Stage;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseMatter;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws questions to experts: each sees of the others nothing before all have answered.
@Component
@Transactional(readOnly = true)
class OpinionViews implements CaseSubject {

    private final OpinionStore store;
    private final Opinions opinions;
    private final CaseFiles cases;
    private final CaseMatter matter;
    private final Parties parties;

    OpinionViews(OpinionStore store, Opinions opinions, CaseFiles cases, CaseMatter matter, Parties parties) {
        this.store = store;
        this.opinions = opinions;
        this.cases = cases;
        this.matter = matter;
        this.parties = parties;
    }

    @Override
    public Procedure<?, ?> procedure() {
        return OpinionProcedure.RULES;
    }

    @Override
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject)
                .filter(it -> opinions.sees(it, actor))
                .map(it -> open(it, actor))
                .orElse(List.of());
    }

    private static List<OpenMove> open(ScenarioOpinion it, Actor actor) {
        var owes = it.asked().stream().anyMatch(seat -> seat.person().equals(actor.person()) && seat.advice() == null);
        return OpinionProcedure.RULES.openTo(actor.role(), it.stage()).stream()
                .filter(_ -> actor.is(Role.AUTHORITY) || owes)
                .map(OpenMove::of)
                .toList();
    }

    ScenarioOpinionView of(ScenarioOpinion it, Actor actor, Locale locale) {
        var reads = opinions.sees(it, actor);
        var given = it.asked().stream().filter(seat -> seat.advice() != null).count();
        return new ScenarioOpinionView(
                it.id(),
                reads ? it.caseId() : null,
                it.number(),
                it.stage(),
                it.origin(),
                cases.get(it.origin()).title(),
                reads ? it.question() : "",
                it.askedOn(),
                it.due().lastDay(),
                it.asked().size(),
                (int) given,
                it.seats().stream()
                        .filter(seat -> reads && isShown(it, seat, actor))
                        .map(seat -> said(it, seat, actor))
                        .toList(),
                reads ? scenario(it, locale) : List.of(),
                reads ? open(it, actor) : List.of());
    }

    /// An expert sees the own seat; the others' once all have answered. The authority sees all seats.
    private static boolean isShown(ScenarioOpinion it, ExpertSeat seat, Actor actor) {
        return !actor.is(Role.EXPERT)
                || seat.person().equals(actor.person())
                || (it.stage() != Stage.ASKED && seat.state() == ExpertSeat.State.ASKED);
    }

    private static ExpertSaid said(ScenarioOpinion it, ExpertSeat seat, Actor actor) {
        var open = it.stage() != Stage.ASKED || seat.person().equals(actor.person());
        return new ExpertSaid(
                seat.name(),
                seat.organisationName(),
                seat.state(),
                seat.ground(),
                seat.advice() != null,
                open ? seat.advice() : null,
                open ? seat.text() : "",
                seat.givenAt());
    }

    /// The scenario as the authority has it before it, which experts need to know.
    private List<Sheet.Section> scenario(ScenarioOpinion it, Locale locale) {
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        return matter.of(
                cases.get(it.origin()), Actor.platform(authority.id(), authority.name(), Role.AUTHORITY), locale);
    }
}
