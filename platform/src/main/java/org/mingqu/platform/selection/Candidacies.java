package org.mingqu.platform.selection;

import static org.mingqu.platform.selection.CandidacyProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.selection.CandidaciesController.AnswersRequest;
import org.mingqu.platform.selection.CandidaciesController.CandidacyMove;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Applications to become operator (art. 10): each within the window, checked once for what is missing.
@Service
@Transactional
class Candidacies implements CaseSubject {

    private static final Role[] APPLICANTS = {Role.PARTNER, Role.OPERATOR};
    /// 1 while the later national rule is chosen over the Measures: an operator is a legal person.
    private static final String LEGAL_PERSON = "choice-operator-legal-person";

    private final CandidacyStore store;
    private final CallStore calls;
    private final Parties parties;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Rules rules;
    private final Clock clock;

    Candidacies(
            CandidacyStore store,
            CallStore calls,
            Parties parties,
            CaseFiles cases,
            Evidence evidence,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.calls = calls;
        this.parties = parties;
        this.cases = cases;
        this.evidence = evidence;
        this.rules = rules;
        this.clock = clock;
    }

    /// The draft of the actor's organisation for a selection; the one that there is, if there is one.
    Candidacy begin(UUID callId, Actor actor) {
        actor.must(APPLICANTS);
        var call = calls.find(callId).filter(Call::isPublic).orElseThrow(Refusals::noSuchSelection);
        var before = store.of(callId, actor.organisation());
        if (before.isPresent()) {
            return before.get();
        }
        mustBeOpen(call);
        var organisation = parties.organisation(actor.organisation()).orElseThrow();
        if (organisation.kind().equals("NATURAL_PERSON")) {
            throw new Refusal.NotYours("operator-legal-form", "9");
        }
        if (organisation.kind().equals("UNINCORPORATED")
                && rules.figure(LEGAL_PERSON, call.opensOn()).orElse(0) == 1) {
            throw new Refusal.NotYours("operator-legal-person", "9");
        }
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "SB", call.title(), organisation.party(), id);
        var candidacy = new Candidacy(
                id,
                callId,
                file.id(),
                1,
                file.number(),
                organisation.party(),
                CandidacyStage.DRAFT,
                Map.of(),
                Map.of(),
                false,
                null,
                null,
                false);
        store.add(candidacy);
        cases.task(
                file.id(),
                CandidacyStage.DRAFT.name(),
                CandidacyStep.FILE.name(),
                organisation.party(),
                actor.role(),
                null,
                "10");
        return candidacy;
    }

    private void mustBeOpen(Call call) {
        if (!call.isOpenOn(LocalDate.now(clock))) {
            throw Refusals.notOpen(
                    "selection-not-open",
                    "10",
                    Map.of(
                            "from",
                            call.opensOn().toString(),
                            "until",
                            call.closesOn().toString()));
        }
    }

    /// The application that the actor's organisation has for a selection.
    @Transactional(readOnly = true)
    public Optional<Candidacy> own(UUID callId, Actor actor) {
        return store.of(callId, actor.organisation());
    }

    /// Keeps what was filled in so far.
    Candidacy save(UUID id, AnswersRequest request, Actor actor) {
        actor.must(APPLICANTS);
        var before = held(id, actor);
        if (before.stage() != CandidacyStage.DRAFT && before.stage() != CandidacyStage.INCOMPLETE) {
            throw Refusals.notOpen("candidacy-filed", "10", Map.of());
        }
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        request.answers().forEach((key, answer) -> {
            if (answer.text().length() > Refusals.LONGEST_TEXT) {
                throw new Refusal.Invalid(Map.of("answers." + key, "field-too-long"));
            }
        });
        var after = before.saying(request.answers());
        store.update(after);
        return after;
    }

    /// Takes one step of the procedure.
    Candidacy move(UUID id, CandidacyMove request, Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR, Role.AUTHORITY);
        var before = held(id, actor);
        if (request.step() == CandidacyStep.SELECT || request.step() == CandidacyStep.PASS_OVER) {
            throw Refusals.notOpen("candidacy-by-result", "11", Map.of());
        }
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Refusals.opinion(move, request.opinion());
        var checked = checked(before, request);
        var facts = facts(checked.in(move.to()));
        facts.put("step", request.step().name());
        facts.put("opinion", opinion);
        facts.put("defects", checked.defects());
        if (request.step() == CandidacyStep.FILE) {
            facts.put("answers", checked.answers());
        }
        var entry = evidence.enter(actor, move.article(), "candidacy-moved", before.caseId(), facts);
        var filed = request.step() == CandidacyStep.FILE ? checked.filed(clock.instant(), entry) : checked;
        var after = filed.in(move.to());
        store.update(after);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        hand(after, move);
        return after;
    }

    /// The application as it would be moved, or what stands against it.
    private Candidacy checked(Candidacy before, CandidacyMove request) {
        var call = calls.find(before.call()).orElseThrow();
        if (request.step() == CandidacyStep.FILE) {
            mustBeFileable(before, call);
        }
        return request.step() == CandidacyStep.FIND_INCOMPLETE ? returned(before, request) : before;
    }

    private void mustBeFileable(Candidacy before, Call call) {
        if (before.stage() == CandidacyStage.DRAFT) {
            mustBeOpen(call); // a supplement may come after the window
        }
        var gaps = before.gaps(call.closesOn());
        if (!gaps.isEmpty()) {
            throw new Refusal.Invalid(gaps);
        }
    }

    private static Candidacy returned(Candidacy before, CandidacyMove request) {
        if (before.returned()) {
            throw Refusals.notOpen("candidacy-returned-once", "10", Map.of());
        }
        var defects = new EnumMap<Requirement, String>(Requirement.class);
        Objects.requireNonNullElse(request.defects(), Map.<Requirement, String>of())
                .forEach((key, text) -> {
                    if (!text.isBlank()) {
                        defects.put(key, text.strip());
                    }
                });
        if (defects.isEmpty()) {
            throw new Refusal.Invalid(Map.of("defects", "defects-empty"));
        }
        return before.returnedFor(defects);
    }

    private void hand(Candidacy after, Move<CandidacyStage, CandidacyStep> move) {
        switch (after.stage()) {
            case FILED -> {
                cases.settle(after.caseId());
                parties.withRole(Role.AUTHORITY)
                        .forEach(it -> cases.task(
                                after.caseId(),
                                after.stage().name(),
                                CandidacyStep.FIND_COMPLETE.name(),
                                it.party(),
                                Role.AUTHORITY,
                                move.next(),
                                "10"));
            }
            case INCOMPLETE -> {
                cases.settle(after.caseId());
                for (var role : APPLICANTS) {
                    if (parties.withRole(role).stream()
                            .anyMatch(it -> it.id().equals(after.organisation().id()))) {
                        cases.task(
                                after.caseId(),
                                after.stage().name(),
                                CandidacyStep.FILE.name(),
                                after.organisation(),
                                role,
                                move.next(),
                                "10");
                    }
                }
            }
            case NOT_ADMITTED, WITHDRAWN -> cases.close(after.caseId());
            default -> {}
        }
    }

    private Candidacy held(UUID id, Actor actor) {
        return store.hold(id).filter(it -> isHandledBy(it, actor)).orElseThrow(Refusals::noSuchCandidacy);
    }

    private static boolean isHandledBy(Candidacy it, Actor actor) {
        return it.organisation().id().equals(actor.organisation())
                || (actor.role() == Role.AUTHORITY && it.stage() != CandidacyStage.DRAFT);
    }

    @Override
    public Procedure<?, ?> procedure() {
        return RULES;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenMove> open(UUID subject, Actor actor) {
        return store.find(subject)
                .filter(it -> isHandledBy(it, actor))
                .map(it -> open(it, actor))
                .orElse(List.of());
    }

    static List<OpenMove> open(Candidacy it, Actor actor) {
        if (!isHandledBy(it, actor)) {
            return List.of();
        }
        return RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> move.step() != CandidacyStep.SELECT && move.step() != CandidacyStep.PASS_OVER)
                .filter(move -> move.step() != CandidacyStep.FIND_INCOMPLETE || !it.returned())
                .map(OpenMove::of)
                .toList();
    }

    private static Map<String, Object> facts(Candidacy it) {
        var facts = new HashMap<String, Object>();
        facts.put("selection", it.call());
        facts.put("candidacy", it.id());
        facts.put("number", it.number());
        facts.put("organisation", it.organisation().id());
        facts.put("stage", it.stage().name());
        return facts;
    }
}
