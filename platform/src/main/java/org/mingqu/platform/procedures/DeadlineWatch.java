package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Calls a task to mind one working day before its term ends, and makes it known to the authority once it has ended.
/// Nothing is decided by it: silence is not consent (art. 18). A provisional last day binds nobody yet.
@Component
class DeadlineWatch {

    private final DeadlineStore store;
    private final CaseFiles cases;
    private final Parties parties;
    private final Evidence evidence;
    private final Rules rules;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    DeadlineWatch(
            DeadlineStore store,
            CaseFiles cases,
            Parties parties,
            Evidence evidence,
            Rules rules,
            ApplicationEventPublisher news,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.parties = parties;
        this.evidence = evidence;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        look(LocalDate.now(clock));
    }

    /// Looks at every open term. Doing it again on the same day changes nothing.
    @Transactional
    public void look(LocalDate today) {
        var tomorrow =
                rules.calendar().deadline(today, WorkingDays.workingDays(1)).lastDay();
        for (var task : store.toBeWarned(today, tomorrow)) {
            store.warned(task.id(), today);
            note(task, "WARN");
            tell(task, CaseNews.Kind.WARNED, task.organisation(), task.role());
        }
        for (var task : store.toBeEscalated(today)) {
            store.escalated(task.id(), today);
            note(task, "ESCALATE");
            tell(task, CaseNews.Kind.OVERDUE, task.organisation(), task.role());
            parties.withRole(Role.AUTHORITY).stream()
                    .map(Organisation::id)
                    .filter(authority -> !authority.equals(task.organisation()))
                    .forEach(authority -> {
                        cases.admit(task.caseId(), authority);
                        tell(task, CaseNews.Kind.OVERDUE, authority, Role.AUTHORITY);
                    });
        }
    }

    private void tell(DeadlineStore.Due task, CaseNews.Kind kind, UUID organisation, Role role) {
        news.publishEvent(new CaseNews(
                kind, cases.get(task.caseId()), task.stage(), organisation, role, null, task.due(), task.article()));
    }

    private void note(DeadlineStore.Due task, String step) {
        var actor = Actor.platform(task.organisation(), task.organisationName(), task.role());
        var entry = evidence.enter(
                actor,
                task.article(),
                step.equals("WARN") ? "task-warned" : "task-escalated",
                task.caseId(),
                Map.of("task", task.id().toString(), "due", task.due().toString()));
        cases.notice(task.caseId(), step, task.article(), entry, actor);
    }
}
