package org.mingqu.platform.opinions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.opinions.ScenarioOpinion.ExpertSeat;
import org.mingqu.platform.opinions.ScenarioOpinion.Stage;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseAccess;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseMatter;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.selection.ExpertPool;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks experts about a scenario, within the authority's own term.
@Service
@Transactional
class Asking {

    private static final int LONGEST = 1_000;

    private final OpinionStore store;
    private final ExpertPool pool;
    private final CaseAccess access;
    private final CaseMatter matter;
    private final CaseFiles cases;
    private final Rules rules;
    private final Evidence evidence;
    private final Clock clock;

    Asking(
            OpinionStore store,
            ExpertPool pool,
            CaseAccess access,
            CaseMatter matter,
            CaseFiles cases,
            Rules rules,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.pool = pool;
        this.access = access;
        this.matter = matter;
        this.cases = cases;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Whom and what to ask.
    ///
    /// @param experts how many; absent for as many as the register says
    /// @param question what the authority wants to know in particular
    record OpinionAsking(
            UUID origin,
            @Nullable Integer experts,
            @Nullable String question) {}

    ScenarioOpinion ask(OpinionAsking it, Actor actor) {
        actor.must(Role.AUTHORITY);
        var origin = access.visible(it.origin(), actor);
        if (!origin.kind().equals("AUTHORISATION") || !origin.stage().equals("WITH_AUTHORITY")) {
            throw new Refusal.NotOpen("opinion-not-now", "5", List.of());
        }
        if (store.of(origin.id()).stream().anyMatch(each -> each.stage() == Stage.ASKED)) {
            throw new Refusal.NotOpen("opinion-asked-already", "5", List.of());
        }
        var question = Objects.requireNonNullElse(it.question(), "").strip();
        if (question.length() > LONGEST) {
            throw new Refusal.Invalid(Map.of("question", "field-too-long"));
        }
        var today = LocalDate.now(clock);
        var wanted = it.experts() == null ? rules.number(OpinionProcedure.EXPERTS, today) : it.experts();
        if (wanted < 1) {
            throw new Refusal.Invalid(Map.of("experts", "opinion-experts"));
        }
        var id = UUID.randomUUID();
        var seed = ExpertPool.seed();
        var seats = seats(origin.id(), seed, wanted);
        var file = cases.open(OpinionProcedure.RULES, "PY", origin.title(), actor.party(), id);
        var asked = new ScenarioOpinion(
                id,
                file.id(),
                1,
                file.number(),
                Stage.ASKED,
                origin.id(),
                question,
                seed,
                today,
                due(origin.id(), today),
                seats);
        store.add(asked);
        var entry = evidence.enter(actor, "5", "experts-asked", file.id(), facts(asked));
        cases.notice(file.id(), "ASK_EXPERTS", "5", entry, actor, question.isEmpty() ? null : question);
        cases.notice(origin.id(), "ASK_EXPERTS", "5", entry, actor);
        asked.asked().forEach(seat -> task(asked, seat));
        return asked;
    }

    private List<ExpertSeat> seats(UUID origin, String seed, int wanted) {
        var about = matter.parties(origin).stream().map(Party::id).collect(Collectors.toSet());
        var drawn = pool.draw(seed, origin, about, wanted);
        var found = drawn.stream().filter(ExpertPool.Drawn::asked).count();
        if (found < wanted) {
            throw new Refusal.NotOpen(
                    "experts-too-few", "5", List.of(), Map.of("needed", "" + wanted, "found", "" + found));
        }
        return IntStream.range(0, drawn.size())
                .mapToObj(place -> seat(drawn.get(place), place + 1))
                .toList();
    }

    private static ExpertSeat seat(ExpertPool.Drawn it, int place) {
        var state = it.asked()
                ? ExpertSeat.State.ASKED
                : it.ground() == null ? ExpertSeat.State.RESERVE : ExpertSeat.State.RECUSED;
        return new ExpertSeat(
                it.person(),
                it.name(),
                it.organisation().id(),
                it.organisation().name(),
                place,
                state,
                it.ground(),
                "",
                null,
                "",
                null);
    }

    /// The experts' own term, but not longer than the authority's.
    private Deadline due(UUID origin, LocalDate today) {
        var own = rules.calendar().deadline(today, rules.term(OpinionProcedure.TERM, today));
        return matter.due(origin, Role.AUTHORITY)
                .filter(it ->
                        it.lastDay().isBefore(own.lastDay()) && !it.lastDay().isBefore(today))
                .orElse(own);
    }

    void task(ScenarioOpinion it, ExpertSeat seat) {
        var party = new Party(seat.organisation(), seat.organisationName(), Role.EXPERT.name());
        cases.task(it.caseId(), Stage.ASKED.name(), "GIVE", party, Role.EXPERT, it.askedOn(), it.due(), "5");
    }

    private static Map<String, Object> facts(ScenarioOpinion it) {
        return Map.of(
                "request",
                it.id().toString(),
                "origin",
                it.origin().toString(),
                "seed",
                it.seed(),
                "asked",
                it.asked().stream().map(ExpertSeat::name).toList(),
                "recused",
                it.seats().stream()
                        .filter(seat -> seat.ground() != null)
                        .map(seat -> seat.name() + " " + seat.ground())
                        .toList(),
                "due",
                it.due().lastDay().toString(),
                "question",
                it.question());
    }
}
