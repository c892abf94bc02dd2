package org.mingqu.platform.supervision;

import org.mingqu.platform.agreements.AgreementRegister;
import org.mingqu.platform.supervision.Cycle.Period;
import org.mingqu.platform.workspace.UseFigures;
import org.springframework.stereotype.Component;

/// Puts together what the record says of a period.
@Component
class Facts {

    private final AgreementRegister agreements;
    private final UseFigures figures;
    private final DutyStore duties;

    Facts(AgreementRegister agreements, UseFigures figures, DutyStore duties) {
        this.agreements = agreements;
        this.figures = figures;
        this.duties = duties;
    }

    PeriodFacts of(Period it) {
        return new PeriodFacts(
                it.from(),
                it.until(),
                agreements.during(it.from(), it.until()),
                figures.during(it.from(), it.until()),
                duties.met(it.from(), it.until()));
    }
}
