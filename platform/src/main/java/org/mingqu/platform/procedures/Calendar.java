package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.mingqu.calendar.Deadline;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.CalendarRegister;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes in the working days of a further year, and computes again every open term that leans on them, each with its
/// entry: what was provisional until then binds from then on (art. 18; Civil Code art. 203).
@Service
class Calendar {

    private final CalendarRegister register;
    private final Rules rules;
    private final DeadlineStore deadlines;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Calendar(
            CalendarRegister register,
            Rules rules,
            DeadlineStore deadlines,
            CaseFiles cases,
            Evidence evidence,
            Clock clock) {
        this.register = register;
        this.rules = rules;
        this.deadlines = deadlines;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// What taking a notice in has done.
    ///
    /// @param moved how many open terms end on another day, or are provisional no more
    record Taken(int year, int moved) {}

    /// Takes a notice in.
    ///
    /// @param days each day with whether it is a working day
    @Transactional
    public Taken take(int year, String source, Map<LocalDate, Boolean> days, Actor actor) {
        var text = new StringBuilder("notice %d %s\n".formatted(year, source));
        new TreeMap<>(days)
                .forEach((day, works) ->
                        text.append(works ? "on " : "off ").append(day).append(" -\n"));
        register.take(year, source, text.toString(), actor.personName(), clock.instant());
        evidence.enter(
                actor,
                "18",
                "calendar-taken",
                null,
                Map.of(
                        "year",
                        year,
                        "source",
                        source,
                        "days",
                        days.size(),
                        "sm3",
                        HashFunction.SM3
                                .of(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .hex()));
        var moved = 0;
        for (var term : deadlines.open()) {
            moved += computeAgain(term, actor) ? 1 : 0;
        }
        return new Taken(year, moved);
    }

    private boolean computeAgain(DeadlineStore.Term term, Actor actor) {
        var before = new Deadline(term.task().due(), term.provisional());
        var after = RestingClocks.later(
                rules.calendar(), rules.calendar().deadline(term.receivedOn(), term.length()), term.rested());
        if (after.equals(before)) {
            return false;
        }
        deadlines.move(term.task().id(), after);
        var task = term.task();
        var entry = evidence.enter(
                actor,
                task.article(),
                "term-computed-again",
                task.caseId(),
                Map.of(
                        "task",
                        task.id().toString(),
                        "before",
                        before.lastDay().toString(),
                        "due",
                        after.lastDay().toString(),
                        "provisional",
                        after.provisional()));
        cases.notice(task.caseId(), "RECOMPUTE", task.article(), entry, actor);
        return true;
    }
}
