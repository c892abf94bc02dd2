package org.mingqu.platform.enforcement;

import static org.mingqu.platform.enforcement.CreditProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.enforcement.CreditRecord.CreditStage;
import org.mingqu.platform.enforcement.CreditRecord.CreditStep;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Violations on record (art. 39), with what those say of whom they are.
@Service
@Transactional
class CreditRecords implements CaseSubject {

    private static final int LONGEST = 4_000;

    private final CreditStore store;
    private final CaseFiles cases;
    private final Parties parties;
    private final Evidence evidence;
    private final Rules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreditRecords(
            CreditStore store,
            CaseFiles cases,
            Parties parties,
            Evidence evidence,
            Rules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.parties = parties;
        this.evidence = evidence;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /// A step with a record.
    record CreditMove(
            int version, CreditStep step, @Nullable String opinion) {}

    /// Puts a violation on record.
    void record(Party subject, UUID rectification, String fact, Actor actor) {
        var today = LocalDate.now(clock);
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "XX", fact, subject, id);
        var record = new CreditRecord(
                id,
                file.id(),
                1,
                file.number(),
                subject,
                rectification,
                fact,
                CreditStage.PUBLISHED,
                today,
                today.plusDays(rules.number(CreditProcedure.PUBLICITY, today)));
        store.add(record);
        var entry = evidence.enter(
                actor,
                "39",
                "credit-recorded",
                file.id(),
                Map.of("record", id, "subject", subject.id(), "rectification", rectification, "fact", fact));
        cases.notice(file.id(), "RECORD", "39", entry, actor);
        events.publishEvent(CreditChanged.of(record));
    }

    @Transactional(readOnly = true)
    List<CreditRecord> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> isVisible(it, actor)).toList();
    }

    @Transactional(readOnly = true)
    CreditRecord get(UUID id, Actor actor) {
        return store.find(id).filter(it -> isVisible(it, actor)).orElseThrow(() -> new Refusal.NotFound("credit"));
    }

    CreditRecord move(UUID id, CreditMove request, Actor actor) {
        var before =
                store.hold(id).filter(it -> isVisible(it, actor)).orElseThrow(() -> new Refusal.NotFound("credit"));
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = request.opinion() == null ? "" : request.opinion().strip();
        if (opinion.isEmpty() || opinion.length() > LONGEST) {
            throw new Refusal.Invalid(Map.of("opinion", opinion.isEmpty() ? "field-empty" : "field-too-long"));
        }
        if (request.step() == CreditStep.ASK_REPAIR && !LocalDate.now(clock).isAfter(before.publicityUntil())) {
            throw new Refusal.NotOpen(
                    "credit-publicity",
                    "39",
                    List.of(CreditStep.OBJECT.name()),
                    Map.of("until", before.publicityUntil().toString()));
        }
        var after = before.in(move.to());
        store.update(after);
        var entry = evidence.enter(
                actor,
                move.article(),
                "credit-moved",
                after.caseId(),
                Map.of("record", id, "step", move.step().name(), "opinion", opinion));
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        cases.settle(after.caseId());
        events.publishEvent(CreditChanged.of(after));
        next(after, move);
        return after;
    }

    private void next(CreditRecord after, Move<CreditStage, CreditStep> move) {
        if (RULES.ends(move.to())) {
            cases.close(after.caseId());
        } else if (move.next() != null) {
            parties.withRole(Role.AUTHORITY)
                    .forEach(it -> cases.task(
                            after.caseId(),
                            move.to().name(),
                            move.to() == CreditStage.DISPUTED ? CreditStep.UPHOLD.name() : CreditStep.REPAIR.name(),
                            it.party(),
                            Role.AUTHORITY,
                            move.next(),
                            move.article()));
        }
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

    static List<OpenMove> open(CreditRecord it, Actor actor) {
        if (!isVisible(it, actor)) {
            return List.of();
        }
        return RULES.openTo(actor.role(), it.stage()).stream().map(OpenMove::of).toList();
    }

    private static boolean isVisible(CreditRecord it, Actor actor) {
        return actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN, Role.SECURITY_REGULATOR, Role.MARKET_REGULATOR)
                || it.isOf(actor);
    }
}
