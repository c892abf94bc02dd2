package org.mingqu.platform.selection;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.selection.CandidaciesController.CandidacyMove;
import org.mingqu.platform.selection.SelectionsController.CallMove;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of selections and of those who stand for them is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class SelectionTaking {

    SelectionTaking() {}

    @Bean
    CaseTaking selectionSteps(Calls calls, CallStore store) {
        return TakenSteps.of(
                SelectionProcedure.RULES,
                Set.of(CallStep.CANCEL, CallStep.APPROVE, CallStep.RETURN, CallStep.REJECT),
                Map.of(
                        CallStep.PUBLISH,
                        TakenAlone.MATTER,
                        CallStep.DRAW,
                        TakenAlone.MATTER,
                        CallStep.SUBMIT,
                        TakenAlone.FORM,
                        CallStep.ANNOUNCE,
                        TakenAlone.MATTER),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("selection"))
                            .version();
                    calls.move(id, new CallMove(version, step, opinion, null), actor);
                });
    }

    @Bean
    CaseTaking candidacySteps(Candidacies candidacies, CandidacyStore store) {
        return TakenSteps.of(
                CandidacyProcedure.RULES,
                Set.of(CandidacyStep.FIND_COMPLETE, CandidacyStep.NOT_ADMIT),
                Map.of(
                        CandidacyStep.FIND_INCOMPLETE,
                        TakenAlone.FORM,
                        CandidacyStep.FILE,
                        TakenAlone.OWN,
                        CandidacyStep.WITHDRAW,
                        TakenAlone.OWN,
                        CandidacyStep.SELECT,
                        TakenAlone.MATTER,
                        CandidacyStep.PASS_OVER,
                        TakenAlone.MATTER),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("candidacy"))
                            .version();
                    candidacies.move(id, new CandidacyMove(version, step, opinion, null), actor);
                });
    }
}
