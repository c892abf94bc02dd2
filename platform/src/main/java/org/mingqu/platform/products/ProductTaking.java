package org.mingqu.platform.products;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.products.Product.ProductStep;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of the registration of products is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class ProductTaking {

    ProductTaking() {}

    @Bean
    CaseTaking productSteps(Registrations registrations, ProductStore store) {
        return TakenSteps.of(
                ProductProcedure.RULES,
                Set.of(
                        ProductStep.COMPLETE,
                        ProductStep.RETURN,
                        ProductStep.REFUSE,
                        ProductStep.PASS_COMPLIANCE,
                        ProductStep.PASS_SECURITY,
                        ProductStep.ADVISE,
                        ProductStep.REGISTER,
                        ProductStep.REVOKE),
                Map.of(
                        ProductStep.APPOINT,
                        TakenAlone.FORM,
                        ProductStep.SUBMIT,
                        TakenAlone.OWN,
                        ProductStep.WITHDRAW,
                        TakenAlone.OWN),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("product"))
                            .version();
                    registrations.move(id, new Registrations.ProductMove(version, step, opinion, null), actor);
                });
    }
}
