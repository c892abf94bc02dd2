package org.mingqu.platform.enforcement;

import java.time.LocalDate;
import java.util.UUID;
import org.mingqu.platform.parties.Conduct;
import org.springframework.stereotype.Component;

/// Counts what was found about an organisation (art. 33, 38).
@Component
class FindingConduct implements Conduct {

    private final Findings findings;

    FindingConduct(Findings findings) {
        this.findings = findings;
    }

    @Override
    public int findings(UUID organisation, LocalDate since) {
        return (int) findings.about(organisation).stream()
                .filter(it -> !it.reportedOn().isBefore(since) || it.closedOn() == null)
                .count();
    }
}
