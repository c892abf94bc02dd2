package org.mingqu.platform.supervision;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.agreements.AgreementRegister;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.OperatingTimes;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.supervision.Cycle.Period;
import org.mingqu.platform.web.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes each duty a case on the day it begins. Supervision begins with operation: the period in which the first
/// agreement came into force is the first for which anything is owed.
@Component
class Register {

    /// The register is kept in Chinese, whoever looks at it.
    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final DutyRuleStore lines;
    private final DutyStore store;
    private final AgreementRegister agreements;
    private final OperatingTimes operators;
    private final Parties parties;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Rules rules;
    private final Texts texts;
    private final Clock clock;

    Register(
            DutyRuleStore lines,
            DutyStore store,
            AgreementRegister agreements,
            OperatingTimes operators,
            Parties parties,
            CaseFiles cases,
            Evidence evidence,
            Rules rules,
            Texts texts,
            Clock clock) {
        this.lines = lines;
        this.store = store;
        this.agreements = agreements;
        this.operators = operators;
        this.parties = parties;
        this.cases = cases;
        this.evidence = evidence;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    public int look() {
        return look(LocalDate.now(clock));
    }

    /// Opens what has begun by a day and is not in the register yet. Doing it again changes nothing.
    ///
    /// @return how many duties were opened
    @Transactional
    public int look(LocalDate today) {
        var since = agreements.operatingSince();
        if (since.isEmpty()) {
            return 0;
        }
        store.hold();
        var known = store.keys();
        var operating = new HashMap<Period, Set<UUID>>();
        var opened = 0;
        for (var versions : lines.all().stream()
                .collect(Collectors.groupingBy(DutyRule::code))
                .values()) {
            for (var place = 0; place < versions.size(); place++) {
                var next = place + 1 < versions.size() ? versions.get(place + 1).from() : LocalDate.MAX;
                opened += open(versions.get(place), since.get(), next, today, new Seen(known, operating));
            }
        }
        return opened;
    }

    /// What is known during one look.
    ///
    /// @param operating who operated in a period
    private record Seen(Set<DutyStore.Key> known, Map<Period, Set<UUID>> operating) {}

    /// What a line asks for: from the first period that is not over when it begins, until another line takes its place.
    private int open(DutyRule line, LocalDate since, LocalDate next, LocalDate today, Seen seen) {
        var opened = 0;
        var calendar = rules.calendar();
        for (var period = line.cycle().around(since);
                !line.opensOn(period).isAfter(today);
                period = line.cycle().after(period)) {
            var due = line.due(period, calendar);
            var begins = line.opensOn(period);
            if (due.lastDay().isBefore(line.from()) || !begins.isBefore(next)) {
                continue;
            }
            var operating = seen.operating().computeIfAbsent(period, it -> operators.during(it.from(), it.until()));
            for (var owner : parties.withRole(line.owedBy())) {
                if (line.owedBy() == Role.OPERATOR && !operating.contains(owner.id())) {
                    continue;
                }
                for (var about : subjects(line, period, operating)) {
                    var key = new DutyStore.Key(
                            line.code(), owner.id(), about == null ? null : about.id(), period.from());
                    if (seen.known().add(key)) {
                        open(line, period, due, owner.party(), about);
                        opened++;
                    }
                }
            }
        }
        return opened;
    }

    /// The organisations that a duty is about; one null if it is about none in particular.
    private List<@Nullable Party> subjects(DutyRule line, Period period, Set<UUID> operating) {
        return switch (line.about()) {
            case ALL -> Collections.singletonList(null);
            case PARTNERS ->
                agreements.during(period.from(), period.until()).isEmpty()
                        ? List.of()
                        : Collections.singletonList(null);
            case EACH_OPERATOR ->
                new ArrayList<>(parties.withRole(Role.OPERATOR).stream()
                        .filter(it -> operating.contains(it.id()))
                        .map(Organisation::party)
                        .toList());
        };
    }

    private void open(DutyRule line, Period period, Deadline due, Party owner, @Nullable Party about) {
        var id = UUID.randomUUID();
        var file = cases.open(DutyProcedure.RULES, "JG", title(line, period, about), owner, id);
        var duty = new Duty(
                id,
                file.id(),
                1,
                line.code(),
                owner,
                line.owedBy(),
                about,
                line.article(),
                period,
                line.opensOn(period),
                due.lastDay(),
                due.provisional(),
                line.from(),
                DutyStage.OPEN,
                due.lastDay(),
                Map.of(),
                null,
                null,
                null,
                null);
        store.add(duty);
        if (about != null) {
            cases.admit(file.id(), about.id());
        }
        var step = line.acceptedBy() == null ? DutyStep.RECORD : DutyStep.SUBMIT;
        cases.task(
                file.id(),
                DutyStage.OPEN.name(),
                step.name(),
                owner,
                line.owedBy(),
                duty.opensOn(),
                due,
                line.article());
        var platform = Actor.platform(owner.id(), owner.name(), line.owedBy());
        var facts = Map.<String, Object>of(
                "duty", id, "code", line.code(), "due", due.lastDay().toString());
        var entry = evidence.enter(platform, line.article(), "duty-opened", file.id(), facts);
        cases.notice(file.id(), "BEGIN", line.article(), entry, platform);
    }

    private String title(DutyRule line, Period period, @Nullable Party about) {
        var from = period.from();
        var when = texts.of(
                "duty.period." + line.cycle(),
                Map.of(
                        "year", Integer.toString(from.getYear()),
                        "month", Integer.toString(from.getMonthValue()),
                        "quarter", Integer.toString((from.getMonthValue() + 2) / 3)),
                LANGUAGE);
        var what = texts.of("duty.title." + line.code(), Map.of(), LANGUAGE);
        var parameters = Map.of("what", what, "when", when, "about", about == null ? "" : about.name());
        return texts.of(about == null ? "duty.title" : "duty.title-about", parameters, LANGUAGE);
    }

    /// How often, once among all nodes.
    @Configuration
    static class Recurring {

        private static final Duration EVERY = Duration.ofMinutes(5);

        Recurring() {}

        @Bean
        RecurringTask<Void> dutyRegisterTask(Register register) {
            return Tasks.recurring("duty-register", FixedDelay.of(EVERY)).execute((_, _) -> register.look());
        }
    }
}
