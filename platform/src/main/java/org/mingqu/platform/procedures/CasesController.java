package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases` and `/api/procedures`: cases as their parties see them.
@RestController
@RequestMapping("/api")
class CasesController {

    private final CaseStore store;
    private final CaseAccess access;
    private final TaskStore tasks;
    private final DocumentStore documents;
    private final List<CaseSubject> subjects;
    private final Rules rules;
    private final Evidence evidence;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    CasesController(
            CaseStore store,
            CaseAccess access,
            TaskStore tasks,
            DocumentStore documents,
            List<CaseSubject> subjects,
            Rules rules,
            Evidence evidence,
            ApplicationEventPublisher news,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.tasks = tasks;
        this.documents = documents;
        this.subjects = subjects;
        this.rules = rules;
        this.evidence = evidence;
        this.news = news;
        this.clock = clock;
    }

    @GetMapping("/cases")
    Page<CaseFile> cases(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Actor actor) {
        var paging = new Paging(page, size);
        var search = new CaseStore.Search(CaseAccess.seesAll(actor), actor.organisation(), kind, stage, q.strip());
        return paging.of(store.find(search, paging), store.count(search));
    }

    @GetMapping("/cases/{id}")
    CaseView get(@PathVariable UUID id, Actor actor) {
        var file = access.visible(id, actor);
        var subject = subject(file.kind());
        var today = LocalDate.now(clock);
        var rows = tasks.ofCase(id, clock.getZone());
        var acts = store.acts(id);
        return new CaseView(
                file.id(),
                file.kind(),
                file.number(),
                file.title(),
                file.stage(),
                file.applicant(),
                file.startedOn(),
                file.version(),
                file.closed(),
                new SubjectView(file.kind(), file.subject()),
                subject.open(file.subject(), actor),
                rows.stream()
                        .map(it -> TasksController.TaskView.of(it, today, rules))
                        .toList(),
                acts,
                documents.of(id),
                stages(file, subject.procedure(), rows, acts, today),
                store.parties(id));
    }

    private List<StageView> stages(
            CaseFile file,
            Procedure<?, ?> procedure,
            List<TaskRow> rows,
            List<CaseStore.ActRow> acts,
            LocalDate today) {
        var stages = new ArrayList<StageView>();
        var names = procedure.stages().stream().map(Enum::name).toList();
        var current = names.indexOf(file.stage());
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var reached = acts.stream().filter(it -> it.to().equals(name)).findFirst();
            if (i < current && reached.isEmpty() && i > 0) {
                continue;
            }
            if (i > current
                    && current >= 0
                    && !procedure.isAhead(procedure.stages().get(i))) {
                continue;
            }
            var of = rows.stream().filter(it -> it.stage().equals(name)).toList();
            stages.add(new StageView(
                    name,
                    i == current ? "CURRENT" : i < current ? "DONE" : "AHEAD",
                    of.stream().map(TaskRow::organisation).distinct().toList(),
                    reached.map(CaseStore.ActRow::at).orElse(null),
                    of.isEmpty() ? null : ClockView.of(of.getLast(), today, rules.calendar())));
        }
        return stages;
    }

    /// Reminds those who are to act (催办), once a day.
    @PostMapping("/cases/{id}/reminders")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void remind(@PathVariable UUID id, Actor actor) {
        var file = access.visible(id, actor);
        if (tasks.ofCase(id, clock.getZone()).stream().allMatch(TaskRow::done)) {
            throw new Refusal.NotOpen("nobody-to-remind", "", List.of());
        }
        if (!tasks.remind(id, LocalDate.now(clock), actor.organisation())) {
            throw new Refusal.NotOpen("reminded-today", "", List.of());
        }
        tasks.ofCase(id, clock.getZone()).stream()
                .filter(it -> !it.done())
                .forEach(it -> news.publishEvent(new CaseNews(
                        CaseNews.Kind.REMINDED,
                        file,
                        it.stage(),
                        it.organisation().id(),
                        it.role(),
                        null,
                        it.due(),
                        it.article())));
        evidence.enter(actor, "", "case-reminded", id, Map.of("number", file.number()));
    }

    @GetMapping("/procedures")
    List<ProcedureView> procedures() {
        return subjects.stream().map(it -> ProcedureView.of(it.procedure())).toList();
    }

    @GetMapping("/procedures/{kind}")
    ProcedureView procedure(@PathVariable String kind) {
        return ProcedureView.of(subject(kind).procedure());
    }

    private CaseSubject subject(String kind) {
        return subjects.stream()
                .filter(it -> it.procedure().kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("procedure"));
    }

    record SubjectView(String type, UUID id) {}

    record StageView(
            String name,
            String state,
            List<Party> parties,
            @Nullable Instant at,
            @Nullable ClockView clock) {}

    record CaseView(
            UUID id,
            String kind,
            String number,
            String title,
            String stage,
            Party applicant,
            LocalDate startedOn,
            int version,
            boolean closed,
            SubjectView subject,
            List<OpenMove> moves,
            List<TasksController.TaskView> tasks,
            List<CaseStore.ActRow> acts,
            List<DocumentStore.DocumentView> documents,
            List<StageView> stages,
            List<Party> parties) {}

    /// A line of the table.
    ///
    /// @param by the role whose step it is; `TIME` for what happens by itself
    record MoveView(
            String from,
            String step,
            String to,
            String by,
            String article,
            @Nullable String term) {

        static MoveView of(Move<?, ?> it) {
            return new MoveView(
                    it.from().name(), it.step().name(), it.to().name(), it.by().name(), it.article(), it.next());
        }

        static MoveView of(Lapse<?, ?> it) {
            return new MoveView(it.from().name(), it.step().name(), it.to().name(), "TIME", it.article(), null);
        }
    }

    record ProcedureView(String kind, List<String> stages, List<MoveView> moves) {

        static ProcedureView of(Procedure<?, ?> it) {
            return new ProcedureView(
                    it.kind(),
                    it.stages().stream().map(Enum::name).toList(),
                    Stream.concat(
                                    it.moves().stream().map(MoveView::of),
                                    it.lapses().stream().map(MoveView::of))
                            .toList());
        }
    }
}
