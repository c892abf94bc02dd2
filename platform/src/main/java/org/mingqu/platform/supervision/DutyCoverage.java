package org.mingqu.platform.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the register of duties covers: each article that a line of it goes by, with the duties open, late and done.
@Component
class DutyCoverage implements ArticleCoverage {

    private static final String ROOM = "DUTIES";

    private final DutyStore store;
    private final DutyRuleStore lines;
    private final Clock clock;

    DutyCoverage(DutyStore store, DutyRuleStore lines, Clock clock) {
        this.store = store;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Covered> covered() {
        var today = LocalDate.now(clock);
        var duties = store.all().stream().collect(Collectors.groupingBy(Duty::article));
        return lines.all().stream()
                .map(DutyRule::article)
                .distinct()
                .map(article -> covered(article, duties.getOrDefault(article, List.of()), today))
                .toList();
    }

    private static Covered covered(String article, List<Duty> duties, LocalDate today) {
        var screens = article.equals("41")
                ? List.of("/duties?article=41", "/disclosures")
                : List.of("/duties?article=" + article);
        return new Covered(
                article,
                ROOM,
                screens,
                duties.stream().filter(it -> !it.stage().isDone()).count(),
                duties.stream().filter(it -> it.isOverdue(today)).count(),
                duties.stream().filter(it -> it.stage().isDone()).count());
    }
}
