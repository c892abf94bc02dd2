package org.mingqu.platform.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.supervision.DutyViews.DutyLine;
import org.mingqu.platform.supervision.DutyViews.DutyRuleView;
import org.mingqu.platform.supervision.DutyViews.DutyView;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/duties`: what is owed, by whom, until when; and the register that says so.
@RestController
@RequestMapping("/api")
class DutiesController {

    private static final int SOON_DAYS = 5;

    private final Duties duties;
    private final DutyStore store;
    private final DutyRules lines;
    private final Remits remits;
    private final Register register;
    private final Rules rules;
    private final Evidence evidence;
    private final Clock clock;

    DutiesController(
            Duties duties,
            DutyStore store,
            DutyRules lines,
            Remits remits,
            Register register,
            Rules rules,
            Evidence evidence,
            Clock clock) {
        this.duties = duties;
        this.store = store;
        this.lines = lines;
        this.remits = remits;
        this.register = register;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    @GetMapping("/duties")
    Page<DutyLine> list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Actor actor) {
        var today = LocalDate.now(clock);
        var soon = soon(today);
        return new Paging(page, size)
                .of(duties.visibleTo(actor).stream()
                        .map(it -> DutyLine.of(it, today, soon))
                        .filter(it -> state.isEmpty() || it.state().name().equals(state))
                        .filter(it -> code.isEmpty() || it.code().equals(code))
                        .filter(it -> article.isEmpty() || it.article().equals(article))
                        .toList());
    }

    @GetMapping("/duties/{id}")
    DutyView get(@PathVariable UUID id, Actor actor) {
        return view(duties.get(id, actor), actor);
    }

    @PostMapping("/duties/{id}/moves")
    DutyView move(@PathVariable UUID id, @RequestBody Duties.DutyMove request, Actor actor) {
        return view(duties.move(id, request, actor), actor);
    }

    /// Who is behind.
    @GetMapping("/duties/wall")
    Wall wall(Actor actor) {
        actor.must(Role.AUTHORITY, Role.AUDIT_ADMIN);
        var today = LocalDate.now(clock);
        return Wall.of(store.since(Wall.reachesBackTo(today)), today, soon(today), duties::awaited);
    }

    /// Brings the register up to date at once, as it is every few minutes.
    @PostMapping("/duties/look")
    @Transactional
    public RegisterLooked look(Actor actor) {
        actor.must(Role.AUTHORITY);
        var opened = register.look();
        evidence.enter(actor, "29", "duty-register-looked", null, Map.of("opened", opened));
        return new RegisterLooked(opened);
    }

    @GetMapping("/duty-rules")
    List<DutyRuleView> rules() {
        return lines.views();
    }

    @PostMapping("/duty-rules/{code}/changes")
    DutyRuleView change(@PathVariable String code, @RequestBody DutyRules.DutyRuleChange request, Actor actor) {
        return lines.change(code, request, actor);
    }

    @GetMapping("/remits")
    List<Remits.RemitLine> remits(Actor actor) {
        return remits.lines();
    }

    @PutMapping("/remits/{id}")
    Remits.RemitLine remit(@PathVariable UUID id, @RequestBody RemitRequest request, Actor actor) {
        return remits.put(id, request.remit(), actor);
    }

    /// @param opened how many duties have begun since the register was last looked at
    record RegisterLooked(int opened) {}

    record RemitRequest(Remit remit) {}

    private DutyView view(Duty it, Actor actor) {
        var today = LocalDate.now(clock);
        var line = duties.line(it);
        return new DutyView(
                DutyLine.of(it, today, soon(today)),
                it.version(),
                it.stage().name(),
                DutyRuleView.of(line, "NOW"),
                it.form(),
                duties.facts(it),
                it.facts() != null,
                duties.open(it, actor));
    }

    private LocalDate soon(LocalDate today) {
        return rules.calendar()
                .deadline(today, WorkingDays.workingDays(SOON_DAYS))
                .lastDay();
    }
}
