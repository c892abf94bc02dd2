package org.mingqu.platform.agreements;

import static org.mingqu.platform.agreements.AgreementProcedure.RULES;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.agreements.Agreement.Step;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What the authority does about the use under an agreement in force (art. 14, 21, 38), by the agreement's own table,
/// in the transaction of the room where it is used.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AgreementUse {

    private static final int LONGEST_REASON = 500;

    private final AgreementStore store;
    private final CaseFiles cases;
    private final Evidence evidence;

    AgreementUse(AgreementStore store, CaseFiles cases, Evidence evidence) {
        this.store = store;
        this.cases = cases;
        this.evidence = evidence;
    }

    /// A step with the use.
    public enum UseStep {
        SUSPEND("workspace-suspended"),
        RESUME("workspace-resumed"),
        TERMINATE("workspace-terminated");

        private final String act;

        UseStep(String act) {
            this.act = act;
        }
    }

    /// The steps that are open to a person.
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<UseStep> open(UUID id, Actor actor) {
        var agreement = store.find(id).orElseThrow();
        return RULES.openTo(actor.role(), agreement.stage()).stream()
                .filter(it -> it.step() != Step.FILL && it.step() != Step.SIGN)
                .map(it -> UseStep.valueOf(it.step().name()))
                .toList();
    }

    /// Takes a step, with its entry.
    ///
    /// @param article by which it is done, where the step is by more than one
    /// @return the article by which it is done
    /// @throws Refusal.NotOpen if the table does not list it for where the agreement stands
    /// @throws Refusal.NotYours if it is another role's
    /// @throws Refusal.Invalid if it states no reason
    public String take(UUID id, UseStep step, String article, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new Refusal.Invalid(Map.of("reason", "field-empty"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refusal.Invalid(Map.of("reason", "field-too-long"));
        }
        var before = store.hold(id).orElseThrow(() -> new Refusal.NotFound("agreement"));
        var move = RULES.require(before.stage(), Step.valueOf(step.name()), actor.role())
                .under(article);
        var after = before.in(move.to());
        store.update(after);
        var entry = evidence.enter(
                actor,
                move.article(),
                step.act,
                after.caseId(),
                Map.of("workspace", String.valueOf(after.workspace()), "agreement", id, "reason", reason.strip()));
        cases.move(after.caseId(), move, move.to().name(), reason.strip(), entry, actor);
        if (RULES.ends(move.to())) {
            cases.close(after.caseId());
        }
        return move.article();
    }
}
