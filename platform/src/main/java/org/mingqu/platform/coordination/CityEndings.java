package org.mingqu.platform.coordination;

import java.util.Locale;
import java.util.Map;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseEnded;
import org.mingqu.platform.web.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What the city was asked for a matter is asked no more once the matter has ended.
@Component
class CityEndings {

    private final CityRequestStore store;
    private final CityRequests requests;
    private final Parties parties;
    private final Texts texts;

    CityEndings(CityRequestStore store, CityRequests requests, Parties parties, Texts texts) {
        this.store = store;
        this.requests = requests;
        this.parties = parties;
        this.texts = texts;
    }

    @EventListener
    void on(CaseEnded it) {
        var open = store.of(it.caseId()).stream()
                .filter(each -> each.stage().isOpen())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        var platform = Actor.platform(authority.id(), authority.name(), Role.AUTHORITY);
        var reason = texts.of("coordination.matter-ended", Map.of(), Locale.SIMPLIFIED_CHINESE);
        open.forEach(each -> requests.withdraw(each.id(), reason, platform));
    }
}
