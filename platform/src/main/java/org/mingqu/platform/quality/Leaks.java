package org.mingqu.platform.quality;

import static java.util.Objects.requireNonNull;
import static org.mingqu.platform.quality.LeakProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.quality.Leak.LeakStage;
import org.mingqu.platform.quality.Leak.LeakStep;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.workspace.UseOfParty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Leaks (art. 25): stop, trace, find out, decide. Stopping and ending reach the domain with the act itself.
@Service
@Transactional
class Leaks implements CaseSubject {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_TITLE = 40;

    private final LeakStore store;
    private final UseOfParty use;
    private final CaseFiles cases;
    private final Parties parties;
    private final Evidence evidence;
    private final Clock clock;

    Leaks(LeakStore store, UseOfParty use, CaseFiles cases, Parties parties, Evidence evidence, Clock clock) {
        this.store = store;
        this.use = use;
        this.cases = cases;
        this.parties = parties;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A leak to report.
    ///
    /// @param suspect absent while nobody is suspected
    record LeakRequest(String what, @Nullable UUID suspect) {}

    /// A step.
    ///
    /// @param suspect whose use is to be stopped, where the report named nobody
    record LeakMove(
            int version,
            LeakStep step,
            @Nullable String opinion,
            @Nullable UUID suspect) {}

    Leak report(LeakRequest it, Actor actor) {
        actor.must(Role.AUTHORITY, Role.SOURCE, Role.OPERATOR, Role.PARTNER, Role.SECURITY_REGULATOR);
        var wrong = new LinkedHashMap<String, String>();
        if (it.what().isBlank() || it.what().length() > LONGEST) {
            wrong.put("what", it.what().isBlank() ? "field-empty" : "field-too-long");
        }
        refuse(wrong);
        var suspect = it.suspect() == null ? null : suspect(it.suspect());
        var what = it.what().strip();
        var id = UUID.randomUUID();
        var file = cases.open(
                RULES,
                "XM",
                what.length() > LONGEST_TITLE ? what.substring(0, LONGEST_TITLE) + "…" : what,
                actor.party(),
                id);
        var leak = new Leak(
                id,
                file.id(),
                1,
                file.number(),
                actor.party(),
                what,
                suspect,
                List.of(),
                null,
                null,
                LeakStage.REPORTED,
                LocalDate.now(clock));
        store.add(leak);
        var entry = evidence.enter(actor, "25", "leak-reported", file.id(), Map.of("leak", id, "what", what));
        cases.notice(file.id(), "REPORT", "25", entry, actor);
        task(leak, LeakStep.STOP, LeakProcedure.STOP);
        return leak;
    }

    /// Who uses data and can have leaked them.
    List<Party> suspects() {
        return Stream.of(Role.OPERATOR, Role.PARTNER)
                .flatMap(role -> parties.withRole(role).stream().map(it -> new Party(it.id(), it.name(), role.name())))
                .toList();
    }

    private Party suspect(@Nullable UUID id) {
        return suspects().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(Map.of("suspect", "no-such-suspect")));
    }

    Leak move(UUID id, LeakMove request, Actor actor) {
        var before = store.hold(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Leaks::noSuch);
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        if (opinion.isEmpty() || opinion.length() > LONGEST) {
            refuse(Map.of("opinion", opinion.isEmpty() ? "field-empty" : "field-too-long"));
        }
        if (request.step() == LeakStep.TRACE && !cases.hasDocument(before.caseId())) {
            throw new Refusal.NotOpen("leak-no-trace", "25", List.of());
        }
        var after = after(before, request, move.to(), opinion, actor);
        store.update(after);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("leak", id);
        facts.put("step", move.step().name());
        facts.put("opinion", opinion);
        facts.put("stopped", after.stopped());
        if (after.suspect() != null) {
            facts.put("suspect", after.suspect().id());
        }
        var entry = evidence.enter(actor, move.article(), "leak-moved", after.caseId(), facts);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        cases.settle(after.caseId());
        if (RULES.ends(move.to())) {
            cases.close(after.caseId());
        } else {
            task(after, RULES.openTo(Role.AUTHORITY, move.to()).getFirst().step(), requireNonNull(move.next()));
        }
        return after;
    }

    private Leak after(Leak before, LeakMove request, LeakStage next, String opinion, Actor actor) {
        var suspect = before.suspect();
        var stopped = before.stopped();
        var trace = before.trace();
        var finding = before.finding();
        var reason = opinion.length() > LONGEST_REASON ? opinion.substring(0, LONGEST_REASON) : opinion;
        switch (request.step()) {
            case STOP -> {
                suspect = suspect == null ? suspect(request.suspect()) : suspect;
                stopped = use.suspend(suspect.id(), reason, actor);
            }
            case TRACE -> trace = opinion;
            case FIND -> finding = opinion;
            case RESUME -> use.resume(stopped, reason, actor);
            case TERMINATE -> use.terminate(requireNonNull(suspect).id(), reason, actor);
            case DISMISS -> {}
        }
        return new Leak(
                before.id(),
                before.caseId(),
                before.version() + 1,
                before.number(),
                before.reporter(),
                before.what(),
                suspect,
                stopped,
                trace,
                finding,
                next,
                before.reportedOn());
    }

    private void task(Leak it, LeakStep step, String term) {
        parties.withRole(Role.AUTHORITY)
                .forEach(who -> cases.task(
                        it.caseId(), it.stage().name(), step.name(), who.party(), Role.AUTHORITY, term, "25"));
    }

    @Transactional(readOnly = true)
    List<Leak> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> it.isVisibleTo(actor)).toList();
    }

    @Transactional(readOnly = true)
    Leak get(UUID id, Actor actor) {
        return store.find(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Leaks::noSuch);
    }

    private static Refusal noSuch() {
        return new Refusal.NotFound("leak");
    }

    @Override
    public Procedure<?, ?> procedure() {
        return RULES;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject).map(it -> open(it, actor)).orElse(List.of());
    }

    static List<OpenMove> open(Leak it, Actor actor) {
        return it.isVisibleTo(actor)
                ? RULES.openTo(actor.role(), it.stage()).stream()
                        .map(OpenMove::of)
                        .toList()
                : List.of();
    }

    private static void refuse(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }
}
