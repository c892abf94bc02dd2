package org.mingqu.platform.selection;

import static org.mingqu.platform.selection.CandidacyProcedure.RULES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What the course of a selection does to the applications for it.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Outcome {

    private static final Set<CandidacyStage> UNCHECKED = Set.of(CandidacyStage.FILED, CandidacyStage.INCOMPLETE);

    private final CandidacyStore store;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;

    Outcome(CandidacyStore store, CaseFiles cases, Evidence evidence, ApplicationEventPublisher events) {
        this.store = store;
        this.cases = cases;
        this.evidence = evidence;
        this.events = events;
    }

    /// Every application was checked, and one at least is complete.
    public void mustBeChecked(Call call) {
        var all = store.of(call.id());
        var open = all.stream()
                .filter(it -> UNCHECKED.contains(it.stage()))
                .map(Candidacy::number)
                .toList();
        if (!open.isEmpty()) {
            throw Refusals.notOpen("selection-unchecked", "10", Map.of("candidacies", String.join("、", open)));
        }
        if (all.stream().noneMatch(it -> it.stage() == CandidacyStage.COMPLETE)) {
            throw Refusals.notOpen("selection-without-candidates", "11", Map.of());
        }
    }

    /// What was not filed within the window lapses.
    public void lapseDrafts(Call call) {
        for (var it : store.of(call.id())) {
            var lapse = RULES.lapse(it.stage()).orElse(null);
            if (lapse == null) {
                continue;
            }
            var after = store.hold(it.id()).orElseThrow().in(lapse.to());
            store.update(after);
            var platform = Actor.platform(
                    after.organisation().id(), after.organisation().name(), Role.PARTNER);
            var entry = evidence.enter(platform, lapse.article(), "candidacy-lapsed", after.caseId(), facts(after));
            cases.lapse(after.caseId(), lapse, entry, platform);
            cases.close(after.caseId());
        }
    }

    /// Tells every applicant the result.
    ///
    /// @return who was selected
    public List<UUID> announce(Call call, Actor actor) {
        var selected = new ArrayList<UUID>();
        for (var it : store.of(call.id())) {
            if (it.stage() != CandidacyStage.COMPLETE) {
                continue;
            }
            take(it, it.proposed() ? CandidacyStep.SELECT : CandidacyStep.PASS_OVER, actor);
            if (it.proposed()) {
                selected.add(it.organisation().id());
                events.publishEvent(new OperatorSelected(call.id(), it.id(), it.organisation(), call.title()));
            }
        }
        return selected;
    }

    private void take(Candidacy it, CandidacyStep step, Actor actor) {
        var move = RULES.require(it.stage(), step, actor.role());
        var after = store.hold(it.id()).orElseThrow().in(move.to());
        store.update(after);
        var entry = evidence.enter(actor, move.article(), "candidacy-decided", after.caseId(), facts(after));
        cases.move(after.caseId(), move, move.to().name(), "", entry, actor);
        cases.close(after.caseId());
    }

    /// The selection is called off: no application has anything to wait for.
    public void cancel(Call call, Actor actor) {
        for (var it : store.of(call.id())) {
            if (RULES.ends(it.stage())) {
                continue;
            }
            var after = store.hold(it.id()).orElseThrow().in(CandidacyStage.LAPSED);
            store.update(after);
            var entry = evidence.enter(actor, "9", "candidacy-lapsed", after.caseId(), facts(after));
            cases.notice(after.caseId(), CandidacyStep.LAPSE.name(), "9", entry, actor);
            cases.ended(after.caseId(), CandidacyStage.LAPSED.name());
        }
    }

    private static Map<String, Object> facts(Candidacy it) {
        return Map.of(
                "selection", it.call(),
                "candidacy", it.id(),
                "number", it.number(),
                "organisation", it.organisation().id(),
                "stage", it.stage().name());
    }
}
