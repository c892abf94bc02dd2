package org.mingqu.platform.products;

import static java.util.Objects.requireNonNull;
import static org.mingqu.platform.products.ProductProcedure.RULES;

import java.util.UUID;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.products.Product.ProductStep;
import org.mingqu.platform.products.Product.Stage;
import org.springframework.stereotype.Component;

/// Who has what to do next with a product.
@Component
class ProductTasks {

    private final CaseFiles cases;
    private final Parties parties;

    ProductTasks(CaseFiles cases, Parties parties) {
        this.cases = cases;
        this.parties = parties;
    }

    /// Who is to act next gets the task; who was appointed has one beside the authority's.
    void follow(Product it, Move<Stage, ProductStep> move) {
        if (RULES.ends(it.stage())) {
            cases.close(it.caseId());
            return;
        }
        var assessor = it.assessor();
        if (move.step() == ProductStep.APPOINT) {
            task(it, requireNonNull(assessor).id(), assessor, Role.ASSESSOR, move);
            return;
        }
        if (move.step() == ProductStep.ADVISE) {
            return;
        }
        cases.settle(it.caseId());
        switch (it.stage()) {
            case RETURNED ->
                cases.task(
                        it.caseId(),
                        it.stage().name(),
                        ProductStep.SUBMIT.name(),
                        it.owner(),
                        Role.valueOf(it.owner().kind()),
                        null,
                        "22");
            case SUBMITTED, WITH_COMPLIANCE, WITH_SECURITY, REVIEWED -> {
                parties.withRole(Role.AUTHORITY).forEach(who -> task(it, who.id(), who.party(), Role.AUTHORITY, move));
                if (assessor != null && it.stage() == Stage.WITH_SECURITY) {
                    task(it, assessor.id(), assessor, Role.ASSESSOR, move);
                }
            }
            default -> {}
        }
    }

    private void task(Product it, UUID organisation, Party to, Role role, Move<Stage, ProductStep> move) {
        cases.admit(it.caseId(), organisation);
        var step = RULES.openTo(role, it.stage()).getFirst().step().name();
        cases.task(it.caseId(), it.stage().name(), step, to, role, move.next(), move.article());
    }
}
