package org.mingqu.platform.partners;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of partnerships is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class PartnershipTaking {

    PartnershipTaking() {}

    @Bean
    CaseTaking partnershipSteps(Partnerships partnerships, PartnerStore store) {
        return TakenSteps.of(
                PartnershipProcedure.RULES,
                Set.of(
                        PartnershipStep.ADMIT,
                        PartnershipStep.DECLINE,
                        PartnershipStep.FILE,
                        PartnershipStep.ACKNOWLEDGE,
                        PartnershipStep.OBJECT,
                        PartnershipStep.REMOVE,
                        PartnershipStep.FILE_EXIT,
                        PartnershipStep.ACKNOWLEDGE_EXIT),
                Map.of(
                        PartnershipStep.WITHDRAW,
                        TakenAlone.OWN,
                        PartnershipStep.LEAVE,
                        TakenAlone.OWN,
                        PartnershipStep.CERTIFY,
                        TakenAlone.OWN),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(Refusals::noSuchPartnership)
                            .version();
                    partnerships.move(id, version, step, opinion, actor);
                });
    }
}
