package org.mingqu.platform.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The register of duties: what holds, held and will hold, and how the authority changes what it may (art. 40, 41).
@Service
@Transactional
class DutyRules {

    private static final int MOST_DAYS = 60;
    private static final int LONGEST_REASON = 500;

    private final DutyRuleStore store;
    private final Evidence evidence;
    private final Clock clock;

    DutyRules(DutyRuleStore store, Evidence evidence, Clock clock) {
        this.store = store;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Another figure for a duty from a day on.
    ///
    /// @param from later than today: what has begun ends under the rule under which it began
    record DutyRuleChange(
            LocalDate from,
            Cycle cycle,
            @Nullable Integer dueDays,
            @Nullable String dueDate,
            String reason) {}

    @Transactional(readOnly = true)
    List<DutyViews.DutyRuleView> views() {
        var today = LocalDate.now(clock);
        var all = store.all();
        return all.stream()
                .map(it -> DutyViews.DutyRuleView.of(it, state(it, all, today)))
                .toList();
    }

    private static String state(DutyRule it, List<DutyRule> all, LocalDate today) {
        if (it.from().isAfter(today)) {
            return "AHEAD";
        }
        var isReplaced = all.stream()
                .anyMatch(other -> other.code().equals(it.code())
                        && other.from().isAfter(it.from())
                        && !other.from().isAfter(today));
        return isReplaced ? "PAST" : "NOW";
    }

    DutyViews.DutyRuleView change(String code, DutyRuleChange it, Actor actor) {
        actor.must(Role.AUTHORITY);
        var last = store.all().stream()
                .filter(rule -> rule.code().equals(code))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new Refusal.NotFound("duty-rule"));
        if (last.standing() == DutyRule.Standing.LAW) {
            throw new Refusal.NotOpen("duty-rule-law", last.article(), List.of());
        }
        check(it, last);
        var next = new DutyRule(
                code,
                it.from(),
                last.owedBy(),
                last.about(),
                last.article(),
                last.basis(),
                last.standing(),
                it.cycle(),
                last.opens(),
                it.dueDays(),
                it.dueDate(),
                last.acceptedBy(),
                last.form(),
                last.needsDocument(),
                last.prefilled(),
                last.discloses(),
                actor.personName(),
                it.reason().strip());
        store.add(next);
        evidence.enter(
                actor,
                "41",
                "duty-rule-changed",
                null,
                Map.of(
                        "code", code,
                        "from", it.from().toString(),
                        "cycle", it.cycle().name(),
                        "due", String.valueOf(it.dueDays() == null ? it.dueDate() : it.dueDays()),
                        "reason", it.reason().strip()));
        return DutyViews.DutyRuleView.of(next, "AHEAD");
    }

    private void check(DutyRuleChange it, DutyRule last) {
        var wrong = new LinkedHashMap<String, String>();
        if (!it.from().isAfter(LocalDate.now(clock)) || !it.from().isAfter(last.from())) {
            wrong.put("from", "until-past");
        }
        if (it.reason().isBlank()) {
            wrong.put("reason", "field-empty");
        } else if (it.reason().length() > LONGEST_REASON) {
            wrong.put("reason", "field-too-long");
        }
        if ((it.dueDays() == null) == (it.dueDate() == null)) {
            wrong.put("dueDays", "duty-due");
        } else if (it.dueDays() != null && (it.dueDays() < 0 || it.dueDays() > MOST_DAYS)) {
            wrong.put("dueDays", "duty-due");
        } else if (it.dueDate() != null && !DutyForm.isDate("2028-" + it.dueDate())) {
            wrong.put("dueDate", "duty-due");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }
}
