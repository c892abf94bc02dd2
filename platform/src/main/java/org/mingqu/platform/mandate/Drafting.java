package org.mingqu.platform.mandate;

import static org.mingqu.platform.mandate.MandateProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.mandate.Mandate.Signatory;
import org.mingqu.platform.mandate.Mandate.Text;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Signatures;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The text of an authorisation agreement: from the template, through changes, to the signatures (art. 12, 13).
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Drafting {

    private static final String SIGNATURE = "mandate-signature";

    private final MandateStore store;
    private final MandateTemplate template;
    private final Parties parties;
    private final Signatures signatures;
    private final CaseFiles cases;
    private final Rules rules;
    private final Evidence evidence;
    private final Clock clock;

    Drafting(
            MandateStore store,
            MandateTemplate template,
            Parties parties,
            Signatures signatures,
            CaseFiles cases,
            Rules rules,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.template = template;
        this.parties = parties;
        this.signatures = signatures;
        this.cases = cases;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A draft from the template, for both to edit and sign.
    ///
    /// @param renewed the agreement that it takes the place of; null for the first
    public Mandate begin(Party operator, @Nullable UUID selection, @Nullable Mandate renewed, Actor actor) {
        var id = UUID.randomUUID();
        var authority = parties.withRole(Role.AUTHORITY).getFirst().party();
        var file = cases.open(RULES, "YY", template.title(operator), operator, id);
        var months = rules.number("mandate-term-months", file.startedOn());
        var text = first(authority, operator, months, renewed);
        var begun = new Mandate(
                id,
                file.id(),
                1,
                file.number(),
                template.title(operator),
                MandateStage.DRAFT,
                authority,
                operator,
                0,
                null,
                text,
                null,
                null,
                selection,
                renewed == null ? null : renewed.id(),
                "",
                file.startedOn());
        store.add(begun);
        askToSign(begun);
        evidence.enter(actor, "12", "mandate-begun", file.id(), facts(begun));
        return begun;
    }

    private Text first(Party authority, Party operator, int months, @Nullable Mandate renewed) {
        var heads = renewed == null || renewed.text() == null
                ? template.of(authority, operator, months)
                : renewed.text().heads();
        return new Text(
                heads,
                months,
                List.of(
                        Signatory.unsigned(authority, Role.AUTHORITY),
                        Signatory.unsigned(operator, roleOf(operator.id()))));
    }

    /// Who was selected may have no people in the operator's role yet.
    private Role roleOf(UUID operator) {
        return parties.withRole(Role.OPERATOR).stream().anyMatch(it -> it.id().equals(operator))
                ? Role.OPERATOR
                : Role.PARTNER;
    }

    private void askToSign(Mandate it) {
        for (var signatory : it.shown().parties()) {
            cases.task(
                    it.caseId(),
                    it.stage().name(),
                    MandateStep.SIGN.name(),
                    signatory.party(),
                    signatory.role(),
                    SIGNATURE,
                    "12");
        }
    }

    /// Changes the working text; whoever had signed it signs again.
    public Mandate fill(Mandate before, Map<Head, String> changed, @Nullable Integer months, Actor actor) {
        RULES.require(before.stage(), MandateStep.FILL, actor.role());
        var working = before.shown();
        var length = months == null ? working.months() : months;
        checkLength(length);
        var heads = new EnumMap<Head, String>(Head.class);
        heads.putAll(working.heads());
        changed.forEach((head, text) -> {
            if (text.length() > Refusals.LONGEST_TEXT) {
                throw new Refusal.Invalid(Map.of("heads", "field-too-long"));
            }
            heads.put(head, text.strip());
        });
        var old = template.of(before.authority(), before.operator(), working.months());
        if (heads.getOrDefault(Head.TERM, "").equals(old.get(Head.TERM))) {
            heads.put(
                    Head.TERM,
                    template.of(before.authority(), before.operator(), length).getOrDefault(Head.TERM, ""));
        }
        var text = new Text(
                heads, length, working.parties().stream().map(Signatory::fresh).toList());
        var after = before.working(text, before.stage(), before.reason());
        store.update(after);
        evidence.enter(actor, "13", "mandate-filled", after.caseId(), facts(after));
        return after;
    }

    private void checkLength(int months) {
        var longest =
                rules.figure("mandate-longest-months", LocalDate.now(clock)).orElse(Integer.MAX_VALUE);
        if (months < 1 || months > longest) {
            throw new Refusal.Invalid(Map.of("months", "mandate-months"));
        }
    }

    /// Signs for the actor's side; the last signature puts the edition into force.
    public Mandate sign(Mandate before, String sm3, Actor actor) {
        var move = RULES.require(before.stage(), MandateStep.SIGN, actor.role());
        var signatory = before.signatory(actor);
        if (signatory == null) {
            throw new Refusal.NotYours("step-not-yours", "12");
        }
        if (signatory.signedAt() != null) {
            throw Refusals.notOpen("agreement-signed", "12", List.of(), Map.of());
        }
        mustBeWhole(before);
        if (!before.sm3().equals(sm3)) {
            throw new Refusal.ChangedMeanwhile();
        }
        var at = clock.instant();
        var seal = signatures.sign(actor.organisation(), before.signed(actor, at));
        var facts = facts(before);
        facts.put("signed", seal.text());
        facts.put("signature", seal.value());
        facts.put("publicKey", seal.publicKey());
        var entry = evidence.enter(actor, "12", "mandate-signed", before.caseId(), facts);
        var mine = new Signatory(signatory.party(), signatory.role(), at, actor.personName(), entry.toString(), seal);
        var text = signed(before.shown(), signatory, mine);
        var after =
                text.isSignedByAll() ? effective(before, text) : before.working(text, waiting(before), before.reason());
        store.update(after);
        cases.move(after.caseId(), move, after.stage().name(), "", entry, actor);
        cases.done(after.caseId(), signatory.party().id(), signatory.role());
        if (text.isSignedByAll()) {
            store.keep(after, sm3);
            cases.settle(after.caseId());
        }
        return after;
    }

    private static Text signed(Text it, Signatory before, Signatory after) {
        return new Text(
                it.heads(),
                it.months(),
                it.parties().stream()
                        .map(each -> each.equals(before) ? after : each)
                        .toList());
    }

    private static MandateStage waiting(Mandate it) {
        return it.stage() == MandateStage.AMENDING ? MandateStage.AMENDING : MandateStage.SIGNING;
    }

    private Mandate effective(Mandate before, Text text) {
        var first = before.from() == null ? firstDay(before) : before.from();
        return before.effective(text, first, first.plusMonths(text.months()).minusDays(1));
    }

    /// A renewal begins when what it renews ends.
    private LocalDate firstDay(Mandate it) {
        var today = LocalDate.now(clock);
        if (it.predecessor() == null) {
            return today;
        }
        var last = store.find(Objects.requireNonNull(it.predecessor()))
                .map(Mandate::until)
                .orElse(null);
        return last == null || last.isBefore(today) ? today : last.plusDays(1);
    }

    /// All ten heads are there, and the operator is what the rules ask.
    private void mustBeWhole(Mandate it) {
        var missing = it.shown().missing();
        if (!missing.isEmpty()) {
            throw Refusals.notOpen(
                    "mandate-heads-missing",
                    "13",
                    List.of(MandateStep.FILL.name()),
                    Map.of("heads", missing.stream().map(Head::name).collect(Collectors.joining(", "))));
        }
        var kind = parties.organisation(it.operator().id()).orElseThrow().kind();
        if (rules.figure("mandate-legal-person", LocalDate.now(clock)).orElse(0) > 0
                && !kind.equals("COMPANY")
                && !kind.equals("INSTITUTION")) {
            throw Refusals.notOpen("mandate-legal-person", "12", List.of(), Map.of());
        }
    }

    /// The text in force becomes a working text that both sign again.
    public Mandate amend(Mandate before, String reason) {
        var text = Objects.requireNonNull(before.text());
        var working = new Text(
                text.heads(),
                text.months(),
                text.parties().stream().map(Signatory::fresh).toList());
        var after = before.working(working, MandateStage.AMENDING, reason);
        store.update(after);
        return after;
    }

    /// Asks for the signatures anew.
    public void askAgain(Mandate it) {
        cases.settle(it.caseId());
        askToSign(it);
    }

    static Map<String, Object> facts(Mandate it) {
        var facts = new HashMap<String, Object>();
        facts.put("mandate", it.id());
        facts.put("number", it.number());
        facts.put("operator", it.operator().id());
        facts.put("stage", it.stage().name());
        facts.put("edition", it.shownEdition());
        facts.put("months", it.shown().months());
        facts.put("sm3", it.sm3());
        return facts;
    }
}
