package org.mingqu.platform.authorisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Standings;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.Move;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Hands an application on after a move: tasks with their clocks, and what follows from its end.
@Component
class Handing {

    private final Parties parties;
    private final Standings standings;
    private final CaseFiles cases;
    private final ApplicationEventPublisher events;

    Handing(Parties parties, Standings standings, CaseFiles cases, ApplicationEventPublisher events) {
        this.parties = parties;
        this.standings = standings;
        this.cases = cases;
        this.events = events;
    }

    /// Who has it next, and by when.
    void next(Application it, Move<Stage, Step> move) {
        var article = move.article();
        switch (it.stage()) {
            case WITH_OPERATOR -> {
                var with = standings.operators(
                        it.applicant().id(), Role.valueOf(it.applicant().kind()));
                tasks(it, operators(with), Role.OPERATOR, "FORWARD", term(it, move), article);
            }
            case WITH_AUTHORITY ->
                tasks(it, parties.withRole(Role.AUTHORITY), Role.AUTHORITY, "ASSESS", term(it, move), article);
            case RETURNED -> {
                cases.settle(it.caseId());
                cases.task(
                        it.caseId(),
                        it.stage().name(),
                        "RESUBMIT",
                        it.applicant(),
                        Role.valueOf(it.applicant().kind()),
                        term(it, move),
                        article);
            }
            case WITH_SOURCE -> {
                if (move.step() == Step.ASSESS) {
                    it.items().stream()
                            .map(Application.Item::department)
                            .distinct()
                            .forEach(department -> cases.task(
                                    it.caseId(),
                                    it.stage().name(),
                                    "CONSENT",
                                    department,
                                    Role.SOURCE,
                                    term(it, move),
                                    article));
                }
            }
            case GRANTED -> {
                cases.close(it.caseId());
                events.publishEvent(granted(it));
            }
            case REFUSED, REJECTED, WITHDRAWN -> cases.close(it.caseId());
            case DRAFT -> {}
        }
    }

    /// By the fast lane the terms are shorter; the applicant's own is not.
    private static @Nullable String term(Application it, Move<Stage, Step> move) {
        return it.fast() && move.next() != null ? FastLane.TERMS.getOrDefault(move.next(), move.next()) : move.next();
    }

    private List<Organisation> operators(List<UUID> with) {
        return parties.withRole(Role.OPERATOR).stream()
                .filter(it -> with.contains(it.id()))
                .toList();
    }

    private void tasks(
            Application it, List<Organisation> to, Role role, String step, @Nullable String term, String article) {
        cases.settle(it.caseId());
        for (Organisation organisation : to) {
            cases.task(it.caseId(), it.stage().name(), step, organisation.party(), role, term, article);
        }
    }

    private static ApplicationGranted granted(Application it) {
        var tables = new ArrayList<ApplicationGranted.GrantedTable>();
        var until = Objects.requireNonNull(it.scenario().until());
        for (var item : it.items()) {
            var decision = item.decision();
            if (decision == null || !decision.consent()) {
                continue;
            }
            if (decision.until() != null && decision.until().isBefore(until)) {
                until = decision.until();
            }
            tables.add(new ApplicationGranted.GrantedTable(
                    item.resource(),
                    item.title(),
                    item.department(),
                    item.columns().stream()
                            .filter(column -> !decision.dropColumns().contains(column))
                            .toList(),
                    decision.masks()));
        }
        return new ApplicationGranted(it.id(), it.scenario(), it.applicant(), until, tables);
    }
}
