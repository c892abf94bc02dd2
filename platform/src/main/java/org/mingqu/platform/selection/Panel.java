package org.mingqu.platform.selection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Parties.Colleague;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The experts of a selection (art. 5, 11): drawn by lot, standing back where they have an interest, scoring each on
/// their own before they see what the others gave.
@Service
@Transactional
class Panel {

    private static final String SCORE = "SCORE";
    private static final String SCORE_TERM = "selection-score";

    private final PanelStore store;
    private final CandidacyStore candidacies;
    private final Parties parties;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Panel(
            PanelStore store,
            CandidacyStore candidacies,
            Parties parties,
            CaseFiles cases,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.candidacies = candidacies;
        this.parties = parties;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Draws the experts of a selection from all there are.
    ///
    /// @throws Refusal.NotOpen if fewer than are needed have no interest in it
    List<Seat> draw(Call call) {
        var candidates = complete(call.id());
        var pool = parties.people(Role.EXPERT).stream()
                .collect(Collectors.toMap(Colleague::person, Function.identity(), (a, _) -> a));
        var filings = candidates.stream()
                .map(Candidacy::filing)
                .map(Objects::requireNonNull)
                .toList();
        var seats = new ArrayList<Seat>();
        for (var person : Draw.order(call.seed(), filings, List.copyOf(pool.keySet()))) {
            var expert = Objects.requireNonNull(pool.get(person));
            var seat = new Seat(
                    call.id(),
                    person,
                    expert.name(),
                    expert.organisation().id(),
                    expert.organisation().name(),
                    seats.size() + 1,
                    Seat.State.RESERVE,
                    null,
                    "");
            seats.add(interest(seat, candidates, seats)
                    .map(ground -> seat.recused(ground, ""))
                    .orElseGet(() -> seated(seats).size() < call.experts() ? seat.seated() : seat));
        }
        var seated = seated(seats).size();
        if (seated < call.experts()) {
            throw Refusals.notOpen(
                    "experts-too-few", "11", Map.of("needed", "" + call.experts(), "found", "" + seated));
        }
        seats.forEach(store::seat);
        seated(seats).forEach(it -> task(call, it));
        return List.copyOf(seats);
    }

    private void task(Call call, Seat it) {
        var party = new Party(it.organisation(), it.organisationName(), Role.EXPERT.name());
        cases.task(call.caseId(), CallStage.REVIEWING.name(), SCORE, party, Role.EXPERT, SCORE_TERM, "11");
    }

    private Optional<Seat.Ground> interest(Seat it, List<Candidacy> candidates, List<Seat> before) {
        var applying = candidates.stream().map(each -> each.organisation().id()).collect(Collectors.toSet());
        if (applying.contains(it.organisation())) {
            return Optional.of(Seat.Ground.ORGANISATION);
        }
        var interests = store.interests();
        if (interests.stream().anyMatch(each -> each.person().equals(it.person()) && applying.contains(each.about()))) {
            return Optional.of(Seat.Ground.DECLARED);
        }
        var drawn = seated(before).stream().map(Seat::person).collect(Collectors.toSet());
        var related = interests.stream()
                .anyMatch(each -> (each.person().equals(it.person()) && drawn.contains(each.about()))
                        || (each.about().equals(it.person()) && drawn.contains(each.person())));
        return related ? Optional.of(Seat.Ground.RELATED) : Optional.empty();
    }

    /// The expert stands back; the next in the draw without an interest takes the place.
    ///
    /// @throws Refusal.NotOpen if nobody is left, so that the authority has to begin anew
    void recuse(Call call, String reason, Actor actor) {
        var seats = store.seats(call.id());
        var seat = seat(seats, actor.person());
        if (reason.isBlank()) {
            throw new Refusal.Invalid(Map.of("reason", "field-empty"));
        }
        if (reason.length() > Refusals.LONGEST_TEXT) {
            throw new Refusal.Invalid(Map.of("reason", "field-too-long"));
        }
        var candidates = complete(call.id());
        var next = seats.stream()
                .filter(it -> it.state() == Seat.State.RESERVE)
                .filter(it -> interest(it, candidates, others(seats, seat)).isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusals.notOpen(
                        "experts-too-few",
                        "11",
                        Map.of("needed", "" + call.experts(), "found", "" + (call.experts() - 1))));
        store.seat(seat.recused(Seat.Ground.OWN_WISH, reason.strip()));
        store.seat(next.seated());
        evidence.enter(
                actor,
                "11",
                "expert-recused",
                call.caseId(),
                Map.of("selection", call.id(), "reason", reason.strip(), "next", next.person()));
        settle(call, actor.organisation());
        task(call, next);
    }

    private static List<Seat> others(List<Seat> seats, Seat but) {
        return seats.stream().filter(it -> !it.person().equals(but.person())).toList();
    }

    /// Keeps an expert's score of an application: the independent one, and after all have scored, a second.
    void score(Call call, Candidacy candidacy, Map<Requirement, Integer> points, String comment, Actor actor) {
        seat(store.seats(call.id()), actor.person());
        var faults = new HashMap<>(Tally.faults(points));
        var second = independent(call, candidacy);
        if (second && comment.isBlank()) {
            faults.put("comment", "field-empty");
        }
        if (comment.length() > Refusals.LONGEST_TEXT) {
            faults.put("comment", "field-too-long");
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        var score = new Score(candidacy.id(), actor.person(), second ? 2 : 1, points, comment.strip(), clock.instant());
        store.score(score);
        evidence.enter(
                actor,
                "11",
                "candidacy-scored",
                call.caseId(),
                Map.of(
                        "selection", call.id(),
                        "candidacy", candidacy.id(),
                        "round", score.round(),
                        "points", points));
        settle(call, actor.organisation());
    }

    /// The experts of an organisation have nothing to do any more once each has scored all applications.
    private void settle(Call call, UUID organisation) {
        var mine = seated(store.seats(call.id())).stream()
                .filter(it -> it.organisation().equals(organisation))
                .map(Seat::person)
                .toList();
        var done = complete(call.id()).stream()
                .allMatch(it -> store.scores(it.id()).stream()
                        .map(Score::person)
                        .toList()
                        .containsAll(mine));
        if (done) {
            cases.done(call.caseId(), organisation, Role.EXPERT);
        }
    }

    private boolean independent(Call call, Candidacy candidacy) {
        return Tally.of(store.scores(candidacy.id()), people(call.id()), Score.MOST)
                .independent();
    }

    /// The experts who score.
    Set<UUID> people(UUID call) {
        return seated(store.seats(call)).stream().map(Seat::person).collect(Collectors.toSet());
    }

    private static Seat seat(List<Seat> seats, UUID person) {
        return seated(seats).stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotYours("expert-not-seated", "11"));
    }

    private static List<Seat> seated(List<Seat> seats) {
        return seats.stream().filter(it -> it.state() == Seat.State.SEATED).toList();
    }

    private List<Candidacy> complete(UUID call) {
        return candidacies.of(call).stream()
                .filter(it -> it.stage() == CandidacyStage.COMPLETE)
                .toList();
    }

    /// What an expert has declared.
    @Transactional(readOnly = true)
    List<Interest> interests(Actor actor) {
        actor.must(Role.EXPERT);
        return store.interests().stream()
                .filter(it -> it.person().equals(actor.person()))
                .toList();
    }

    /// Declares an expert's interests, in place of what was declared before. It holds from the next draw on.
    List<Interest> declare(List<Interest> interests, Actor actor) {
        actor.must(Role.EXPERT);
        var faults = new HashMap<String, String>();
        for (var i = 0; i < interests.size(); i++) {
            if (interests.get(i).reason().isBlank()) {
                faults.put("interests.%d.reason".formatted(i), "field-empty");
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        store.declare(actor.person(), interests);
        evidence.enter(
                actor,
                "5",
                "interests-declared",
                null,
                Map.of("about", interests.stream().map(Interest::about).toList()));
        return interests(actor);
    }
}
