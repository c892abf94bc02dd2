package org.mingqu.platform.procedures;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/tasks/decisions`: several tasks of one step decided with one reason. Each is an act of its own
/// with its own entry; one that is refused changes nothing of the others.
@RestController
@RequestMapping("/api/tasks/decisions")
class BatchDecisions {

    /// More at once is no decision any more.
    private static final int MOST = 50;

    private final TaskStore tasks;
    private final CaseStore cases;
    private final Takings takings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchDecisions(
            TaskStore tasks, CaseStore cases, Takings takings, PlatformTransactionManager transactions, Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.takings = takings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// What is decided of which tasks.
    record BatchRequest(
            @Nullable List<UUID> tasks,
            @Nullable String step,
            @Nullable String opinion) {}

    /// How one of them came out.
    ///
    /// @param problem why it was refused, in words; null if it was done
    record BatchOutcome(
            UUID task,
            UUID caseId,
            String number,
            String title,
            boolean done,
            @Nullable String article,
            @Nullable String problem) {}

    /// The steps that can be taken of all of these tasks together, as the person may take them.
    @GetMapping
    List<OpenMove> open(@RequestParam(name = "task") List<UUID> ids, Actor actor) {
        var found = found(ids, actor);
        List<OpenMove> common = new ArrayList<>();
        for (var i = 0; i < found.size(); i++) {
            var moves = open(found.get(i), actor);
            if (i == 0) {
                common.addAll(moves);
            } else {
                common.retainAll(moves);
            }
        }
        return List.copyOf(common);
    }

    private List<OpenMove> open(TaskRow task, Actor actor) {
        return takings.open(task.file(), actor);
    }

    @PostMapping
    List<BatchOutcome> decide(@RequestBody BatchRequest request, Actor actor, Locale locale) {
        var ids = new LinkedHashSet<>(Objects.requireNonNullElse(request.tasks(), List.<UUID>of()));
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new Refusal.Invalid(Map.of("tasks", "batch-size"));
        }
        if (request.step() == null || request.step().isBlank()) {
            throw new Refusal.Invalid(Map.of("step", "field-empty"));
        }
        var step = request.step();
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        return found(List.copyOf(ids), actor).stream()
                .map(it -> outcome(it, step, opinion, actor, locale))
                .toList();
    }

    /// The tasks of the person's own, all of one step.
    private List<TaskRow> found(List<UUID> ids, Actor actor) {
        var found = ids.stream()
                .map(id -> tasks.find(id, clock.getZone())
                        .filter(it -> it.organisation().id().equals(actor.organisation()) && it.role() == actor.role())
                        .orElseThrow(() -> new Refusal.NotFound("task")))
                .toList();
        var steps = found.stream()
                .map(it -> it.file().kind() + " " + it.stage() + " " + it.step())
                .distinct()
                .count();
        if (steps > 1) {
            throw new Refusal.Invalid(Map.of("tasks", "batch-mixed"));
        }
        return found;
    }

    private BatchOutcome outcome(TaskRow task, String step, String opinion, Actor actor, Locale locale) {
        try {
            transaction.executeWithoutResult(_ -> {
                if (tasks.find(task.id(), clock.getZone())
                        .filter(it -> !it.done())
                        .isEmpty()) {
                    throw new Refusal.NotOpen("task-done", "", List.of());
                }
                takings.take(cases.find(task.file().id()).orElseThrow(), step, opinion, actor);
            });
            return outcome(task, null, null);
        } catch (Refusal refusal) {
            return outcome(task, refusal.article(), takings.sentence(refusal, locale));
        }
    }

    private static BatchOutcome outcome(TaskRow task, @Nullable String article, @Nullable String problem) {
        var file = task.file();
        return new BatchOutcome(task.id(), file.id(), file.number(), file.title(), problem == null, article, problem);
    }
}
