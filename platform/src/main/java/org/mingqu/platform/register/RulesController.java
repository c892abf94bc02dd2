package org.mingqu.platform.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.CalendarTerm;
import org.mingqu.calendar.Deadline;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.TermUses;
import org.mingqu.platform.register.FigureStore.Figure;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/rules`: the register, for everybody to read and for the authority to change from a later day on.
@RestController
@RequestMapping("/api/rules")
class RulesController {

    private static final String ARTICLE = "40";
    private static final int MOST_DAYS = 3650;
    private static final int LONGEST_REASON = 500;

    private final FigureStore store;
    private final TermUses uses;
    private final Rules rules;
    private final Evidence evidence;
    private final Clock clock;

    RulesController(FigureStore store, TermUses uses, Rules rules, Evidence evidence, Clock clock) {
        this.store = store;
        this.uses = uses;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    @GetMapping
    RegisterView register() {
        var today = LocalDate.now(clock);
        var figures = store.all().stream().collect(Collectors.groupingBy(Figure::name));
        return new RegisterView(
                today,
                Statutes.ALL,
                Statutes.CONFLICTS,
                figures.values().stream()
                        .map(it -> FigureView.of(it, today))
                        .sorted(java.util.Comparator.comparing(FigureView::name))
                        .toList());
    }

    /// Enters another value from a later day on, with a reason.
    @PostMapping("/{name}/changes")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public FigureView change(@PathVariable String name, @RequestBody ChangeRequest request, Actor actor) {
        actor.must(Role.AUTHORITY);
        var today = LocalDate.now(clock);
        var before = known(name);
        var from = request.from();
        var reason = request.reason() == null ? "" : request.reason().strip();
        if (from == null || !from.isAfter(today)) {
            throw new Refusal.Invalid(Map.of("from", "rule-later-day"));
        }
        if (before.stream().anyMatch(it -> it.from().equals(from))) {
            throw new Refusal.Invalid(Map.of("from", "rule-day-taken"));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Refusal.Invalid(Map.of("reason", "field-empty"));
        }
        var latest = before.getFirst();
        var value = checked(request.value(), latest);
        store.add(new Figure(
                name, from, value, latest.unit(), latest.basis(), actor.personName(), reason, clock.instant()));
        evidence.enter(
                actor,
                ARTICLE,
                "rule-changed",
                null,
                Map.of("rule", name, "value", value, "from", from.toString(), "reason", reason));
        return FigureView.of(known(name), today);
    }

    /// What another value would do; nothing is changed.
    @PostMapping("/{name}/simulation")
    @Transactional
    public Simulation simulate(@PathVariable String name, @RequestBody ChangeRequest request, Actor actor) {
        actor.must(Role.AUTHORITY);
        var latest = known(name).getFirst();
        if (latest.unit().equals("CHOICE")) {
            throw new Refusal.NotOpen("rule-no-term", ARTICLE, List.of());
        }
        var today = LocalDate.now(clock);
        var value = checked(request.value(), latest);
        var from = request.from() == null ? today.plusDays(1) : request.from();
        return Simulation.of(
                uses.of(name, today.minusYears(1), clock.getZone()), from, today, deadline(value, latest.unit()));
    }

    private Function<LocalDate, Deadline> deadline(int value, String unit) {
        var calendar = rules.calendar();
        return unit.equals("DAY")
                ? day -> calendar.deadline(day, CalendarTerm.days(value))
                : day -> calendar.deadline(day, WorkingDays.workingDays(value));
    }

    private List<Figure> known(String name) {
        var figures = store.of(name);
        if (figures.isEmpty()) {
            throw new Refusal.NotFound("rule");
        }
        return figures;
    }

    private static int checked(@Nullable Integer value, Figure latest) {
        var choice = latest.unit().equals("CHOICE");
        if (value == null || value < (choice ? 0 : 1) || value > (choice ? 1 : MOST_DAYS)) {
            throw new Refusal.Invalid(Map.of("value", choice ? "rule-choice" : "rule-value"));
        }
        return value;
    }

    /// The register on a day.
    record RegisterView(
            LocalDate today,
            List<Statutes.Statute> statutes,
            List<Statutes.Conflict> conflicts,
            List<FigureView> figures) {}

    /// A figure with its history, the latest first.
    ///
    /// @param now the value that holds today; null if it holds only later
    record FigureView(
            String name, String unit, String basis, @Nullable Integer now, List<Figure> history) {

        static FigureView of(List<Figure> history, LocalDate today) {
            var now = history.stream()
                    .filter(it -> !it.from().isAfter(today))
                    .findFirst()
                    .map(Figure::value)
                    .orElse(null);
            var latest = history.getFirst();
            return new FigureView(latest.name(), latest.unit(), latest.basis(), now, history);
        }
    }

    record ChangeRequest(
            @Nullable Integer value,
            @Nullable LocalDate from,
            @Nullable String reason) {}
}
