package org.mingqu.platform.filings;

import static org.mingqu.platform.filings.NationalProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.filings.NationalRecord.About;
import org.mingqu.platform.filings.NationalRecord.RecordStage;
import org.mingqu.platform.filings.NationalRecord.RecordStep;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseDocuments;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// National registrations: of a product by its maker, of a resource by its department.
@Service
@Transactional
class NationalRecords implements CaseSubject {

    static final String VALID = "national-valid-days";
    static final String RENEWAL = "national-renewal-days";
    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{6,64}");

    private final NationalStore store;
    private final RecordSubjects subjects;
    private final CaseFiles cases;
    private final CaseDocuments documents;
    private final Evidence evidence;
    private final Rules rules;
    private final Clock clock;

    NationalRecords(
            NationalStore store,
            RecordSubjects subjects,
            CaseFiles cases,
            CaseDocuments documents,
            Evidence evidence,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.cases = cases;
        this.documents = documents;
        this.evidence = evidence;
        this.rules = rules;
        this.clock = clock;
    }

    /// A registration to begin.
    ///
    /// @param agency the registration agency
    record RecordRequest(
            @Nullable About about,
            @Nullable UUID subject,
            @Nullable String agency) {}

    /// A step, as the agency took it.
    ///
    /// @param code that the agency gave; for its code only
    /// @param day on which it did; absent for today
    record RecordMove(
            int version,
            RecordStep step,
            @Nullable String opinion,
            @Nullable String code,
            @Nullable LocalDate day) {}

    NationalRecord begin(RecordRequest it, Actor actor) {
        actor.must(Role.OPERATOR, Role.PARTNER, Role.SOURCE);
        var agency = Objects.requireNonNullElse(it.agency(), "").strip();
        var wrong = new LinkedHashMap<String, String>();
        if (agency.isEmpty() || agency.length() > LONGEST_NAME) {
            wrong.put("agency", agency.isEmpty() ? "field-empty" : "field-too-long");
        }
        if (it.about() == null) {
            wrong.put("about", "field-empty");
        }
        if (it.subject() == null) {
            wrong.put("subject", "field-empty");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        var subject = Objects.requireNonNull(it.subject());
        var about = Objects.requireNonNull(it.about());
        var name = subjects.name(about, subject, actor);
        if (store.of(subject).stream().anyMatch(other -> !RULES.ends(other.stage()))) {
            throw new Refusal.NotOpen("national-running", "22", List.of());
        }
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "DJ", name, actor.party(), id);
        var record = new NationalRecord(
                id,
                file.id(),
                1,
                file.number(),
                about,
                subject,
                name,
                actor.party(),
                agency,
                RecordStage.PREPARING,
                null,
                null,
                null,
                null,
                false);
        store.add(record);
        evidence.enter(actor, "22", "national-begun", file.id(), Map.of("record", id, "subject", subject));
        cases.task(
                file.id(),
                record.stage().name(),
                RecordStep.HAND_IN.name(),
                record.holder(),
                actor.role(),
                NationalProcedure.APPLY,
                "22");
        return record;
    }

    NationalRecord move(UUID id, RecordMove request, Actor actor) {
        var before = store.hold(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(NationalRecords::noSuch);
        var move = RULES.require(before.stage(), request.step(), actor.role());
        if (!before.isHeldBy(actor)) {
            throw new Refusal.NotYours("national-not-yours", "22");
        }
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        if ((move.needsOpinion() && opinion.isEmpty()) || opinion.length() > LONGEST) {
            throw new Refusal.Invalid(Map.of("opinion", opinion.isEmpty() ? "field-empty" : "field-too-long"));
        }
        var after = after(before, request, move.to());
        store.update(after);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("record", id);
        facts.put("step", move.step().name());
        facts.put("opinion", opinion);
        facts.put("code", Objects.requireNonNullElse(after.code(), ""));
        facts.put("certificate", Objects.requireNonNullElse(after.certificate(), ""));
        var entry = evidence.enter(actor, "22", "national-moved", after.caseId(), facts);
        cases.move(after.caseId(), move, move.to().name(), opinion, entry, actor);
        if (RULES.ends(move.to())) {
            cases.close(after.caseId());
        } else if (move.next() != null) {
            cases.task(
                    after.caseId(),
                    move.to().name(),
                    RULES.openTo(actor.role(), move.to()).getFirst().step().name(),
                    after.holder(),
                    actor.role(),
                    move.next(),
                    "22");
        }
        return after;
    }

    private NationalRecord after(NationalRecord before, RecordMove request, RecordStage next) {
        var day = request.day() == null ? LocalDate.now(clock) : request.day();
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refusal.Invalid(Map.of("day", "day-future"));
        }
        return switch (request.step()) {
            case NOTE_CODE -> {
                var code = Objects.requireNonNullElse(request.code(), "").strip();
                if (!CODE.matcher(code).matches()) {
                    throw new Refusal.Invalid(Map.of("code", "national-code-form"));
                }
                yield before.coded(code, certificate(before), day, day.plusDays(rules.number(VALID, day)));
            }
            case NOTE_CORRECTION ->
                before.coded(
                        Objects.requireNonNull(before.code()),
                        certificate(before),
                        Objects.requireNonNull(before.codedOn()),
                        Objects.requireNonNull(before.validUntil()));
            case NOTE_RENEWAL -> {
                var until = Objects.requireNonNull(before.validUntil());
                var from = until.minusDays(rules.number(RENEWAL, day));
                if (day.isBefore(from)) {
                    throw new Refusal.NotOpen(
                            "national-renewal-early", "22", List.of(), Map.of("from", from.toString()));
                }
                yield before.coded(
                        Objects.requireNonNull(before.code()),
                        certificate(before),
                        day,
                        until.plusDays(rules.number(VALID, day)));
            }
            case HAND_IN, NOTE_ACCEPTANCE, NOTE_PUBLICITY, NOTE_REFUSAL, NOTE_CANCELLATION, EXPIRE -> before.in(next);
        };
    }

    /// The agency's certificate is the document that was put to the case last; without one there is no code.
    private String certificate(NationalRecord it) {
        var all = documents.of(it.caseId());
        if (all.isEmpty()) {
            throw new Refusal.NotOpen("national-no-certificate", "22", List.of());
        }
        return all.getLast().sm3();
    }

    /// Warns of what ends soon, once, and ends what is over. Doing it again on the same day changes nothing.
    void look(LocalDate today) {
        if (!rules.holds(RENEWAL, today)) {
            return; // the national rules are not in force yet, so nothing is registered by them
        }
        for (var it : store.ending(today.plusDays(rules.number(RENEWAL, today)))) {
            var until = Objects.requireNonNull(it.validUntil());
            var role = Role.valueOf(it.holder().kind());
            var platform = Actor.platform(it.holder().id(), it.holder().name(), role);
            if (today.isAfter(until)) {
                var lapse = RULES.lapse(it.stage()).orElseThrow();
                store.update(it.in(lapse.to()));
                var entry = evidence.enter(platform, "22", "national-expired", it.caseId(), Map.of("record", it.id()));
                cases.lapse(it.caseId(), lapse, entry, platform);
                cases.close(it.caseId());
            } else if (!it.warned()) {
                store.update(it.warnedOfItsEnd());
                var entry =
                        evidence.enter(platform, "22", "national-ends-soon", it.caseId(), Map.of("record", it.id()));
                cases.notice(it.caseId(), "WARN", "22", entry, platform);
                cases.task(
                        it.caseId(),
                        it.stage().name(),
                        RecordStep.NOTE_RENEWAL.name(),
                        it.holder(),
                        role,
                        today,
                        new Deadline(until, false),
                        "22");
            }
        }
    }

    @Transactional(readOnly = true)
    List<NationalRecord> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> it.isVisibleTo(actor)).toList();
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

    static List<OpenMove> open(NationalRecord it, Actor actor) {
        return it.isHeldBy(actor)
                ? RULES.openTo(actor.role(), it.stage()).stream()
                        .map(OpenMove::of)
                        .toList()
                : List.of();
    }

    private static Refusal noSuch() {
        return new Refusal.NotFound("record");
    }
}
