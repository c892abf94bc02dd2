package org.mingqu.platform.supervision;

import static org.mingqu.platform.supervision.DutyProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Duties: what their owners submit or record, and what those who are entitled say of it.
@Service
@Transactional
class Duties implements CaseSubject {

    private static final int LONGEST = 4_000;

    private final DutyStore store;
    private final DutyRuleStore lines;
    private final Acceptance acceptance;
    private final Facts facts;
    private final Disclosures disclosures;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    Duties(
            DutyStore store,
            DutyRuleStore lines,
            Acceptance acceptance,
            Facts facts,
            Disclosures disclosures,
            CaseFiles cases,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.acceptance = acceptance;
        this.facts = facts;
        this.disclosures = disclosures;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A step with a duty.
    ///
    /// @param form what is submitted or recorded, by key; absent for the other steps
    record DutyMove(
            int version,
            DutyStep step,
            @Nullable String opinion,
            @Nullable Map<String, String> form) {}

    @Transactional(readOnly = true)
    List<Duty> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> isVisible(it, actor)).toList();
    }

    @Transactional(readOnly = true)
    Duty get(UUID id, Actor actor) {
        return store.find(id).filter(it -> isVisible(it, actor)).orElseThrow(() -> new Refusal.NotFound("duty"));
    }

    DutyRule line(Duty it) {
        return lines.find(it.code(), it.ruleFrom()).orElseThrow();
    }

    /// Who is still to answer to what was submitted.
    @Transactional(readOnly = true)
    List<String> awaited(Duty it) {
        return acceptance.awaited(it, line(it));
    }

    /// The figures that go with a duty: as they were frozen, or as they are now.
    @Transactional(readOnly = true)
    @Nullable
    PeriodFacts facts(Duty it) {
        if (it.facts() != null) {
            return it.facts();
        }
        return line(it).prefilled() ? facts.of(it.period()) : null;
    }

    Duty move(UUID id, DutyMove request, Actor actor) {
        var before = store.lock(id).filter(it -> isVisible(it, actor)).orElseThrow(() -> new Refusal.NotFound("duty"));
        var line = line(before);
        var move = require(before, line, request.step(), actor);
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = request.opinion() == null ? "" : request.opinion().strip();
        if (move.needsOpinion() && opinion.isEmpty()) {
            throw new Refusal.Invalid(Map.of("opinion", "opinion-empty"));
        }
        return switch (request.step()) {
            case SUBMIT, RECORD -> hand(before, line, move, request.form(), opinion, actor);
            case ACCEPT -> acceptance.accept(before, line, move, opinion, actor);
            case RETURN -> acceptance.giveBack(before, move, opinion, actor);
        };
    }

    private Duty hand(
            Duty before,
            DutyRule line,
            Move<DutyStage, DutyStep> move,
            @Nullable Map<String, String> given,
            String opinion,
            Actor actor) {
        var form = checked(line, given == null ? Map.of() : given);
        if (line.needsDocument() && !cases.hasDocument(before.caseId())) {
            throw new Refusal.NotOpen("duty-document", before.article(), List.of());
        }
        var today = LocalDate.now(clock);
        var valid = form.containsKey(DutyForm.VALID_UNTIL) ? LocalDate.parse(form.get(DutyForm.VALID_UNTIL)) : null;
        var frozen = line.prefilled() ? facts.of(before.period()) : null;
        var filled = before.filled(form, frozen, valid, today);
        var entry = evidence.enter(
                actor,
                before.article(),
                move.to() == DutyStage.RECORDED ? "duty-recorded" : "duty-submitted",
                before.caseId(),
                Map.of("duty", before.id(), "form", form, "facts", frozen == null ? Map.of() : frozen));
        var after = acceptance.handOver(filled, line, move, opinion, entry, actor);
        if (line.discloses()) {
            disclosures.publish(after, actor);
        }
        return after;
    }

    private static Map<String, String> checked(DutyRule line, Map<String, String> given) {
        var form = new LinkedHashMap<String, String>();
        var wrong = new LinkedHashMap<String, String>();
        for (var key : line.form()) {
            var text = given.getOrDefault(key, "").strip();
            if (text.isEmpty()) {
                wrong.put(key, "field-empty");
            } else if (text.length() > LONGEST) {
                wrong.put(key, "field-too-long");
            } else if (key.equals(DutyForm.VALID_UNTIL) && !DutyForm.isDate(text)) {
                wrong.put(key, "field-date");
            }
            form.put(key, text);
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        return form;
    }

    /// The move for a step by the table, if it is for this duty and this organisation.
    private Move<DutyStage, DutyStep> require(Duty it, DutyRule line, DutyStep step, Actor actor) {
        var move = RULES.require(it.stage(), step, actor.role()).under(it.article());
        if (!isFor(move, it, line, actor)) {
            throw new Refusal.NotYours("step-not-yours", it.article());
        }
        return move;
    }

    private boolean isFor(Move<DutyStage, DutyStep> move, Duty it, DutyRule line, Actor actor) {
        return switch (move.step()) {
            case SUBMIT -> it.isOwedBy(actor) && line.acceptedBy() != null;
            case RECORD -> it.isOwedBy(actor) && line.acceptedBy() == null;
            case ACCEPT, RETURN -> acceptance.isEntitled(it, line, actor);
        };
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

    @Transactional(readOnly = true)
    List<OpenMove> open(Duty it, Actor actor) {
        var line = line(it);
        return RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> isFor(move, it, line, actor))
                .map(move -> OpenMove.of(move.under(it.article())))
                .toList();
    }

    private boolean isVisible(Duty it, Actor actor) {
        return seesAll(actor)
                || it.isOwedBy(actor)
                || (it.about() != null && it.about().id().equals(actor.organisation()) && actor.is(Role.OPERATOR))
                || (actor.is(Role.MARKET_REGULATOR, Role.SECURITY_REGULATOR)
                        && it.submittedOn() != null
                        && acceptance.isRecipient(line(it), actor));
    }

    static boolean seesAll(Actor actor) {
        return actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN);
    }
}
