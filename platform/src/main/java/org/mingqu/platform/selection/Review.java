package org.mingqu.platform.selection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The joint review of article 11: what the regulators say, what the scores come to, and whether it may go to the
/// district government.
@Service
@Transactional
class Review {

    static final List<Role> REGULATORS = List.of(Role.SECURITY_REGULATOR, Role.MARKET_REGULATOR);

    private final PanelStore store;
    private final CandidacyStore candidacies;
    private final Panel panel;
    private final Parties parties;
    private final CaseFiles cases;
    private final Rules rules;
    private final Evidence evidence;
    private final Clock clock;

    Review(
            PanelStore store,
            CandidacyStore candidacies,
            Panel panel,
            Parties parties,
            CaseFiles cases,
            Rules rules,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.candidacies = candidacies;
        this.panel = panel;
        this.parties = parties;
        this.cases = cases;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Asks every regulator for its opinion.
    void ask(Call call) {
        for (var role : REGULATORS) {
            parties.withRole(role)
                    .forEach(it -> cases.task(
                            call.caseId(),
                            CallStage.REVIEWING.name(),
                            "OPINE",
                            it.party(),
                            role,
                            "selection-opinion",
                            "11"));
        }
    }

    /// Keeps what a regulator says of an application.
    void opine(Call call, Candidacy candidacy, boolean objects, String text, Actor actor) {
        if (objects && text.isBlank()) {
            throw new Refusal.Invalid(Map.of("text", "opinion-empty"));
        }
        if (text.length() > Refusals.LONGEST_TEXT) {
            throw new Refusal.Invalid(Map.of("text", "field-too-long"));
        }
        store.opine(new Opinion(
                candidacy.id(),
                actor.organisation(),
                actor.organisationName(),
                actor.role(),
                objects,
                text.strip(),
                clock.instant()));
        evidence.enter(
                actor,
                "11",
                "candidacy-opined",
                call.caseId(),
                Map.of(
                        "selection", call.id(),
                        "candidacy", candidacy.id(),
                        "objects", objects,
                        "text", text.strip()));
        var said = complete(call.id()).stream()
                .allMatch(it -> store.opinions(it.id()).stream()
                        .anyMatch(each -> each.organisation().equals(actor.organisation())));
        if (said) {
            cases.done(call.caseId(), actor.organisation(), actor.role());
        }
    }

    /// What the scores of an application come to now.
    @Transactional(readOnly = true)
    public Tally tally(Call call, Candidacy candidacy) {
        return Tally.of(store.scores(candidacy.id()), panel.people(call.id()), figure("selection-spread", call));
    }

    /// Marks what the authority proposes to the district government.
    ///
    /// @throws Refusal.NotOpen while a score or an opinion is missing, or scores are apart
    /// @throws Refusal.Invalid if what is proposed cannot be
    void propose(Call call, List<UUID> proposed) {
        var complete = complete(call.id());
        var missing = missing(call, complete);
        if (!missing.isEmpty()) {
            throw Refusals.notOpen("review-missing", "11", Map.of("missing", String.join("、", missing)));
        }
        var apart = complete.stream()
                .filter(it -> !tally(call, it).apart().isEmpty())
                .map(Candidacy::number)
                .toList();
        if (!apart.isEmpty()) {
            throw Refusals.notOpen("scores-apart", "11", Map.of("candidacies", String.join("、", apart)));
        }
        var ids = complete.stream().map(Candidacy::id).collect(Collectors.toSet());
        if (proposed.isEmpty() || !ids.containsAll(proposed)) {
            throw new Refusal.Invalid(Map.of("proposed", "proposed-unknown"));
        }
        var pass = figure("selection-pass", call);
        for (var it : complete) {
            var mean = tally(call, it).mean();
            if (proposed.contains(it.id()) && (mean == null || mean.intValue() < pass)) {
                throw new Refusal.Invalid(Map.of("proposed", "proposed-below"));
            }
            candidacies.update(
                    candidacies.hold(it.id()).orElseThrow().in(it.stage()).proposed(proposed.contains(it.id())));
        }
    }

    /// Who has not scored or said anything yet, by name.
    private List<String> missing(Call call, List<Candidacy> complete) {
        var seats = store.seats(call.id()).stream()
                .filter(it -> it.state() == Seat.State.SEATED)
                .toList();
        var missing = new ArrayList<String>();
        for (var it : complete) {
            var scored = store.scores(it.id()).stream().map(Score::person).collect(Collectors.toSet());
            seats.stream().filter(seat -> !scored.contains(seat.person())).forEach(seat -> missing.add(seat.name()));
            var said =
                    store.opinions(it.id()).stream().map(Opinion::organisation).collect(Collectors.toSet());
            regulators().filter(each -> !said.contains(each.id())).forEach(each -> missing.add(each.name()));
        }
        return missing.stream().distinct().toList();
    }

    private Stream<Organisation> regulators() {
        var seen = new HashSet<UUID>();
        return REGULATORS.stream().flatMap(it -> parties.withRole(it).stream()).filter(it -> seen.add(it.id()));
    }

    private List<Candidacy> complete(UUID call) {
        return candidacies.of(call).stream()
                .filter(it -> it.stage() == CandidacyStage.COMPLETE)
                .toList();
    }

    /// What began under a figure ends under it (art. 41).
    private int figure(String name, Call call) {
        return rules.number(name, cases.get(call.caseId()).startedOn());
    }
}
