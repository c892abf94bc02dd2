package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/tasks`: what the signed-in person's organisation is to do.
@RestController
@RequestMapping("/api/tasks")
class TasksController {

    private static final int SOON_DAYS = 3;

    private final TaskStore store;
    private final Parties parties;
    private final Rules rules;
    private final Evidence evidence;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    TasksController(
            TaskStore store,
            Parties parties,
            Rules rules,
            Evidence evidence,
            ApplicationEventPublisher news,
            Clock clock) {
        this.store = store;
        this.parties = parties;
        this.rules = rules;
        this.evidence = evidence;
        this.news = news;
        this.clock = clock;
    }

    @GetMapping
    Page<TaskView> tasks(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Actor actor) {
        var search = search(actor, state.equals("DONE"), kind, q.strip(), due);
        var paging = new Paging(page, size);
        var items = store.find(search, paging, clock.getZone()).stream()
                .map(it -> TaskView.of(it, search.today(), rules))
                .toList();
        return paging.of(items, store.count(search));
    }

    @GetMapping("/summary")
    TaskSummary summary(Actor actor) {
        return new TaskSummary(
                store.count(search(actor, false, "", "", "")),
                store.count(search(actor, false, "", "", "OVERDUE")),
                store.count(search(actor, false, "", "", "TODAY")),
                store.count(search(actor, false, "", "", "SOON")));
    }

    /// Hands a task to a colleague.
    @PostMapping("/{id}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void transfer(@PathVariable UUID id, @RequestBody TransferRequest request, Actor actor) {
        var task = store.find(id, clock.getZone())
                .filter(it -> it.organisation().id().equals(actor.organisation()) && it.role() == actor.role())
                .orElseThrow(() -> new Refusal.NotFound("task"));
        if (task.done()) {
            throw new Refusal.NotOpen("task-done", "", java.util.List.of());
        }
        if (!parties.acts(request.person(), actor.organisation(), actor.role())) {
            throw new Refusal.Invalid(java.util.Map.of("person", "not-a-colleague"));
        }
        store.giveTo(id, request.person());
        news.publishEvent(new CaseNews(
                CaseNews.Kind.TRANSFERRED,
                task.file(),
                task.stage(),
                actor.organisation(),
                actor.role(),
                request.person(),
                task.due(),
                task.article()));
        evidence.enter(
                actor,
                task.article(),
                "task-transferred",
                task.file().id(),
                java.util.Map.of("task", id.toString(), "to", request.person().toString()));
    }

    private TaskStore.Search search(Actor actor, boolean done, String kind, String text, String due) {
        var today = LocalDate.now(clock);
        return new TaskStore.Search(
                actor.person(),
                actor.organisation(),
                actor.role(),
                done,
                kind,
                text,
                due,
                today,
                today.plusDays(SOON_DAYS));
    }

    record TransferRequest(UUID person) {}

    record TaskSummary(long open, long overdue, long today, long soon) {}

    record TaskView(
            UUID id,
            UUID caseId,
            String kind,
            String caseNumber,
            String title,
            String stage,
            String step,
            Party organisation,
            Role role,
            Instant receivedAt,
            @Nullable ClockView clock,
            Party applicant,
            boolean done,
            int reminded,
            UUID subject) {

        static TaskView of(TaskRow it, LocalDate today, Rules rules) {
            return new TaskView(
                    it.id(),
                    it.file().id(),
                    it.file().kind(),
                    it.file().number(),
                    it.file().title(),
                    it.stage(),
                    it.step(),
                    it.organisation(),
                    it.role(),
                    it.receivedAt(),
                    ClockView.of(it, today, rules.calendar()),
                    it.file().applicant(),
                    it.done(),
                    it.reminded(),
                    it.file().subject());
        }
    }
}
