package org.mingqu.platform.coordination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.RestingClocks;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Component;

/// The clocks of a request: until when the city is waited for, and whose clock rests meanwhile.
@Component
class CityClocks {

    private final CityRequestStore store;
    private final RestingClocks resting;
    private final CaseFiles cases;
    private final Parties parties;
    private final Rules rules;
    private final Clock clock;

    CityClocks(
            CityRequestStore store, RestingClocks resting, CaseFiles cases, Parties parties, Rules rules, Clock clock) {
        this.store = store;
        this.resting = resting;
        this.cases = cases;
        this.parties = parties;
        this.rules = rules;
        this.clock = clock;
    }

    /// The last day of the city's term, begun today.
    Deadline due(CityRequest it) {
        return due(it.sentOn());
    }

    Deadline due(LocalDate begun) {
        return rules.calendar().deadline(LocalDate.now(clock), rules.term(CityProcedure.ANSWER, begun));
    }

    /// The city is to answer; where it has nobody here, the authority is to hear what it says.
    void await(CityRequest it) {
        var city = parties.withRole(Role.CITY);
        var role = city.isEmpty() ? Role.AUTHORITY : Role.CITY;
        List<Organisation> with = city.isEmpty() ? parties.withRole(Role.AUTHORITY) : city;
        with.forEach(organisation -> cases.task(
                it.caseId(), it.stage().name(), "ANSWER", organisation.party(), role, it.sentOn(), it.due(), "18"));
    }

    /// Whether the clocks rest at all is the register's to say, as it was when the case began (art. 41).
    boolean rest(CityRequest it) {
        return rules.number(CityProcedure.RESTS, cases.get(it.origin()).startedOn()) == 1;
    }

    /// Lets rest what waits for the city, and lets run again what does not wait any more.
    void keep(CityRequest it) {
        if (!it.stage().isWithTheCity()) {
            resting.run(it.number());
        }
        if (rest(it)) {
            store.of(it.origin()).stream()
                    .filter(each -> each.stage().isWithTheCity())
                    .forEach(this::letRest);
        }
    }

    private void letRest(CityRequest it) {
        var department = it.department();
        if (department == null) {
            resting.rest(it.origin(), Role.AUTHORITY, null, it.number());
        } else {
            resting.rest(it.origin(), Role.SOURCE, department.id(), it.number());
        }
    }
}
