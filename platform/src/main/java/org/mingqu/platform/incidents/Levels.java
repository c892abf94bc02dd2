package org.mingqu.platform.incidents;

import java.time.Duration;
import java.time.LocalDate;
import org.mingqu.platform.incidents.Incident.Harm;
import org.mingqu.platform.incidents.Incident.Kind;
import org.mingqu.platform.incidents.Incident.Level;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Component;

/// How grave an incident is, and within how many hours it has to be reported. All figures are in the register of rules.
///
/// Source: Measures for reporting national cybersecurity incidents (in force 2025-11-01) and its guide to levels; for
/// what is below them the Regulation on network data security, art. 10.
@Component
class Levels {

    private final Rules rules;

    Levels(Rules rules) {
        this.rules = rules;
    }

    /// The gravest level that one of the harms reaches.
    Level of(Harm harm, LocalDate day) {
        var levels = Level.values();
        for (var i = levels.length - 1; i > 0; i--) {
            var name = levels[i].name().toLowerCase(java.util.Locale.ROOT);
            if (harm.people() >= rules.number("incident-people-" + name, day)
                    || harm.loss() >= rules.number("incident-loss-" + name, day)
                    || (harm.importantData() && i <= rules.number("incident-important-data", day))) {
                return levels[i];
            }
        }
        return Level.GENERAL;
    }

    /// The time from knowing to reporting.
    Duration term(Kind kind, Harm harm, Level level, Role by, LocalDate day) {
        if (harm.critical()) {
            return hours("incident-hours-critical", day);
        }
        if (level == Level.GENERAL) {
            return hours(kind == Kind.RISK_OF_COMBINATION ? "incident-hours-risk" : "incident-hours-general", day);
        }
        var office = by == Role.AUTHORITY || by == Role.SOURCE;
        return hours(office ? "incident-hours-office" : "incident-hours-other", day);
    }

    private Duration hours(String name, LocalDate day) {
        return Duration.ofHours(rules.number(name, day));
    }
}
