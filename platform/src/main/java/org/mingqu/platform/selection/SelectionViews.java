package org.mingqu.platform.selection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.selection.CandidacyView.OpinionView;
import org.mingqu.platform.selection.CandidacyView.ScoreView;
import org.mingqu.platform.selection.SelectionFile.CandidacyLine;
import org.mingqu.platform.selection.SelectionsController.InterestView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Selections and applications as each may see them: anybody the notice and the result, an applicant the own
/// application alone, an expert the scores of the others only after all have scored.
@Service
@Transactional
class SelectionViews {

    private static final Set<CandidacyStage> BEFORE_FILING = Set.of(CandidacyStage.DRAFT, CandidacyStage.LAPSED);

    private final Calls calls;
    private final CandidacyStore candidacies;
    private final PanelStore store;
    private final Panel panel;
    private final Review review;
    private final Parties parties;
    private final CaseFiles cases;
    private final Rules rules;
    private final Clock clock;

    SelectionViews(
            Calls calls,
            CandidacyStore candidacies,
            PanelStore store,
            Panel panel,
            Review review,
            Parties parties,
            CaseFiles cases,
            Rules rules,
            Clock clock) {
        this.calls = calls;
        this.candidacies = candidacies;
        this.store = store;
        this.panel = panel;
        this.review = review;
        this.parties = parties;
        this.cases = cases;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<SelectionNotice> notices() {
        return calls.all().stream().filter(Call::isPublic).map(this::notice).toList();
    }

    @Transactional(readOnly = true)
    public List<SelectionNotice> drafts(Actor actor) {
        actor.must(Role.AUTHORITY);
        return calls.all().stream()
                .filter(it -> !it.isPublic())
                .map(this::notice)
                .toList();
    }

    @Transactional(readOnly = true)
    public SelectionNotice notice(UUID id) {
        var call = calls.find(id);
        if (!call.isPublic()) {
            throw Refusals.noSuchSelection();
        }
        return notice(call);
    }

    private SelectionNotice notice(Call it) {
        var announced = it.stage() == CallStage.ANNOUNCED;
        var applied = candidacies.of(it.id());
        return new SelectionNotice(
                it.id(),
                it.number(),
                it.title(),
                it.conditions(),
                it.opensOn(),
                it.closesOn(),
                it.stage(),
                it.version(),
                it.isOpenOn(LocalDate.now(clock)),
                List.of(Requirement.values()),
                it.commitment(),
                announced ? draw(it, applied) : null,
                announced
                        ? applied.stream()
                                .filter(each -> each.stage() == CandidacyStage.SELECTED)
                                .map(each -> each.organisation().name())
                                .toList()
                        : List.of(),
                announced ? it.decision() : null,
                it.changedAt());
    }

    private SelectionNotice.DrawView draw(Call it, List<Candidacy> applied) {
        var drawn = Set.of(CandidacyStage.SELECTED, CandidacyStage.NOT_SELECTED, CandidacyStage.COMPLETE);
        return new SelectionNotice.DrawView(
                it.seed(),
                applied.stream()
                        .filter(each -> drawn.contains(each.stage()))
                        .map(Candidacy::filing)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList(),
                seats(it));
    }

    private List<SelectionNotice.SeatView> seats(Call it) {
        return store.seats(it.id()).stream().map(SelectionNotice.SeatView::of).toList();
    }

    /// A selection as those see it who take part in it.
    SelectionFile file(UUID id, Actor actor) {
        var call = calls.held(id);
        if (!mayRead(call, actor)) {
            throw Refusals.noSuchSelection();
        }
        var lines = candidacies.of(id).stream()
                .filter(it -> !BEFORE_FILING.contains(it.stage()))
                .map(it -> line(call, it, actor))
                .toList();
        return new SelectionFile(
                notice(call),
                call.caseId(),
                call.experts(),
                rules.number("selection-pass", cases.get(call.caseId()).startedOn()),
                Calls.open(call, actor),
                lines,
                seats(call),
                panel.people(id).contains(actor.person()));
    }

    private boolean mayRead(Call call, Actor actor) {
        return switch (actor.role()) {
            case AUTHORITY, AUDIT_ADMIN -> true;
            case GOVERNMENT, SECURITY_REGULATOR, MARKET_REGULATOR -> call.isPublic();
            case EXPERT ->
                store.seats(call.id()).stream().anyMatch(it -> it.person().equals(actor.person()));
            default -> false;
        };
    }

    private CandidacyLine line(Call call, Candidacy it, Actor actor) {
        var scores = store.scores(it.id());
        var opinions = store.opinions(it.id());
        var tally = review.tally(call, it);
        var scored = scores.stream().map(Score::person).collect(Collectors.toSet());
        var mine = actor.role() == Role.EXPERT
                ? scored.contains(actor.person())
                : opinions.stream().anyMatch(each -> each.organisation().equals(actor.organisation()));
        return new CandidacyLine(
                it.id(),
                it.caseId(),
                it.number(),
                it.organisation(),
                it.stage(),
                it.filedAt(),
                scored.size(),
                tally.mean(),
                tally.apart(),
                opinions.size(),
                (int) opinions.stream().filter(Opinion::objects).count(),
                it.proposed(),
                mine);
    }

    /// An application, as who asks may see it.
    @Transactional(readOnly = true)
    public CandidacyView candidacy(UUID id, Actor actor) {
        var it = candidacies.find(id).orElseThrow(Refusals::noSuchCandidacy);
        var call = calls.find(it.call());
        var own = it.organisation().id().equals(actor.organisation()) && actor.is(Role.PARTNER, Role.OPERATOR);
        var reads = mayRead(call, actor) && !BEFORE_FILING.contains(it.stage());
        if (!own && !reads) {
            throw Refusals.noSuchCandidacy();
        }
        var tally = review.tally(call, it);
        var reviewing = call.stage() == CallStage.REVIEWING && it.stage() == CandidacyStage.COMPLETE;
        return new CandidacyView(
                it.id(),
                it.caseId(),
                notice(call),
                it.version(),
                it.number(),
                it.organisation(),
                it.stage(),
                it.answers(),
                it.defects(),
                own ? it.gaps(call.closesOn()) : Map.of(),
                it.filedAt(),
                Candidacies.open(it, actor),
                own ? List.of() : scores(call, it, actor, tally.independent()),
                reviewing && panel.people(call.id()).contains(actor.person()),
                tally.independent() ? 2 : 1,
                own
                        ? List.of()
                        : store.opinions(id).stream().map(OpinionView::of).toList(),
                reviewing && actor.is(Review.REGULATORS.toArray(Role[]::new)));
    }

    private List<ScoreView> scores(Call call, Candidacy it, Actor actor, boolean independent) {
        var names = store.seats(call.id()).stream().collect(Collectors.toMap(Seat::person, Seat::name));
        var all = store.scores(it.id());
        var shown = actor.role() == Role.EXPERT ? Tally.shownTo(actor.person(), all, independent) : all;
        return shown.stream()
                .map(score -> new ScoreView(
                        names.getOrDefault(score.person(), ""),
                        score.round(),
                        score.points(),
                        score.comment(),
                        score.at(),
                        score.person().equals(actor.person())))
                .toList();
    }

    void recuse(UUID id, String reason, Actor actor) {
        actor.must(Role.EXPERT);
        panel.recuse(reviewing(id, actor), reason, actor);
    }

    void score(UUID id, Map<Requirement, Integer> points, String comment, Actor actor) {
        actor.must(Role.EXPERT);
        var it = candidacies.hold(id).orElseThrow(Refusals::noSuchCandidacy);
        panel.score(reviewing(it, actor), it, points, comment, actor);
    }

    void opine(UUID id, boolean objects, String text, Actor actor) {
        actor.must(Review.REGULATORS.toArray(Role[]::new));
        var it = candidacies.hold(id).orElseThrow(Refusals::noSuchCandidacy);
        review.opine(reviewing(it, actor), it, objects, text, actor);
    }

    private Call reviewing(Candidacy it, Actor actor) {
        var call = reviewing(it.call(), actor);
        if (it.stage() != CandidacyStage.COMPLETE) {
            throw Refusals.notOpen("candidacy-not-under-review", "11", Map.of());
        }
        return call;
    }

    private Call reviewing(UUID id, Actor actor) {
        var call = calls.held(id);
        if (!mayRead(call, actor)) {
            throw Refusals.noSuchSelection();
        }
        if (call.stage() != CallStage.REVIEWING) {
            throw new Refusal.NotOpen("selection-not-under-review", "11", List.of());
        }
        return call;
    }

    /// Interests with the names of what they are about.
    @Transactional(readOnly = true)
    public List<InterestView> named(List<Interest> interests) {
        var organisations = parties.organisations().stream()
                .collect(Collectors.toMap(Organisation::id, Organisation::name, (a, _) -> a));
        return interests.stream()
                .map(it -> new InterestView(
                        it.about(),
                        organisations.getOrDefault(
                                it.about(), parties.personName(it.about()).orElse("")),
                        it.reason()))
                .toList();
    }
}
