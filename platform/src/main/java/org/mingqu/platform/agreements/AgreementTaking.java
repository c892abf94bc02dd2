package org.mingqu.platform.agreements;

import java.util.Map;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// An agreement is signed, and its use is stopped where it is made.
@Configuration(proxyBeanMethods = false)
class AgreementTaking {

    AgreementTaking() {}

    @Bean
    CaseTaking agreementSteps() {
        return TakenSteps.none(
                AgreementProcedure.RULES,
                Map.of(
                        Agreement.Step.FILL,
                        TakenAlone.FORM,
                        Agreement.Step.SIGN,
                        TakenAlone.SIGNATURE,
                        Agreement.Step.SUSPEND,
                        TakenAlone.MATTER,
                        Agreement.Step.RESUME,
                        TakenAlone.MATTER,
                        Agreement.Step.TERMINATE,
                        TakenAlone.MATTER));
    }
}
