package org.mingqu.platform.listing;

import java.util.Map;
import org.mingqu.platform.listing.Listing.ListingStep;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A listing is its owner's own; what the exchange says is taken from the exchange.
@Configuration(proxyBeanMethods = false)
class ListingTaking {

    ListingTaking() {}

    @Bean
    CaseTaking listingSteps() {
        return TakenSteps.none(
                ListingProcedure.RULES,
                Map.of(
                        ListingStep.PREPARE,
                        TakenAlone.MATTER,
                        ListingStep.SEND,
                        TakenAlone.MATTER,
                        ListingStep.WITHDRAW,
                        TakenAlone.OWN));
    }
}
