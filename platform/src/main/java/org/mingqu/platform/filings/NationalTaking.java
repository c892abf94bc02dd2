package org.mingqu.platform.filings;

import java.util.Map;
import org.mingqu.platform.filings.NationalRecord.RecordStep;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the agency did with a registration is noted with its day.
@Configuration(proxyBeanMethods = false)
class NationalTaking {

    NationalTaking() {}

    @Bean
    CaseTaking nationalRecordSteps() {
        return TakenSteps.none(
                NationalProcedure.RULES,
                Map.of(
                        RecordStep.HAND_IN,
                        TakenAlone.OWN,
                        RecordStep.NOTE_ACCEPTANCE,
                        TakenAlone.FORM,
                        RecordStep.NOTE_REFUSAL,
                        TakenAlone.FORM,
                        RecordStep.NOTE_PUBLICITY,
                        TakenAlone.FORM,
                        RecordStep.NOTE_CODE,
                        TakenAlone.FORM,
                        RecordStep.NOTE_CORRECTION,
                        TakenAlone.FORM,
                        RecordStep.NOTE_RENEWAL,
                        TakenAlone.FORM,
                        RecordStep.NOTE_CANCELLATION,
                        TakenAlone.FORM));
    }
}
