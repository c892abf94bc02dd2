package org.mingqu.platform.quality;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.quality.Leak.LeakStep;
import org.mingqu.platform.quality.Ticket.TicketStep;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of tickets and leaks is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class QualityTaking {

    QualityTaking() {}

    @Bean
    CaseTaking ticketSteps(Tickets tickets, TicketStore store) {
        return TakenSteps.of(
                TicketProcedure.RULES,
                Set.of(
                        TicketStep.CONFIRM,
                        TicketStep.EXPLAIN,
                        TicketStep.URGE,
                        TicketStep.FIX,
                        TicketStep.ORDER_FIX,
                        TicketStep.SETTLE),
                Map.of(TicketStep.CONTEST, TakenAlone.OWN),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("ticket"))
                            .version();
                    tickets.move(id, new Tickets.TicketMove(version, step, opinion), actor);
                });
    }

    @Bean
    CaseTaking leakSteps(Leaks leaks, LeakStore store) {
        return TakenSteps.of(
                LeakProcedure.RULES,
                Set.of(LeakStep.STOP, LeakStep.DISMISS, LeakStep.FIND, LeakStep.RESUME, LeakStep.TERMINATE),
                Map.of(LeakStep.TRACE, TakenAlone.MATTER),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("leak"))
                            .version();
                    leaks.move(id, new Leaks.LeakMove(version, step, opinion, null), actor);
                });
    }
}
