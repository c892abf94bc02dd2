package org.mingqu.platform.partners;

import static org.mingqu.platform.partners.PartnershipProcedure.RULES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Signatures;
import org.mingqu.platform.parties.Standings;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.workspace.UseOfParty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Partnerships from the application to the exit (art. 17).
@Service
@Transactional
class Partnerships implements CaseSubject {

    private final PartnerStore store;
    private final UseOfParty use;
    private final Parties parties;
    private final Standings standings;
    private final Signatures signatures;
    private final CaseFiles cases;
    private final Rules rules;
    private final Evidence evidence;
    private final Clock clock;

    Partnerships(
            PartnerStore store,
            UseOfParty use,
            Parties parties,
            Standings standings,
            Signatures signatures,
            CaseFiles cases,
            Rules rules,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.use = use;
        this.parties = parties;
        this.standings = standings;
        this.signatures = signatures;
        this.cases = cases;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Partnership> visibleTo(Actor actor) {
        actor.must(Role.AUTHORITY, Role.OPERATOR, Role.PARTNER);
        return store.all().stream().filter(it -> it.isVisibleTo(actor)).toList();
    }

    @Transactional(readOnly = true)
    public Partnership get(UUID id, Actor actor) {
        return store.find(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Refusals::noSuchPartnership);
    }

    Partnership move(UUID id, int version, PartnershipStep step, @Nullable String given, Actor actor) {
        var before = store.hold(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Refusals::noSuchPartnership);
        var move = RULES.require(before.stage(), step, actor.role());
        if (actor.is(Role.OPERATOR) && before.stage() != PartnershipStage.EXITING) {
            standings.must(actor);
        }
        if (before.version() != version) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Refusals.opinion(move, given);
        var after = effect(before, step, opinion, actor).in(move.to(), opinion);
        store.update(after);
        var entry = evidence.enter(actor, "17", "partnership-moved", after.caseId(), facts(after, step, opinion));
        cases.move(after.caseId(), move, after.stage().name(), opinion, entry, actor);
        hand(after, move.next());
        return after;
    }

    private Partnership effect(Partnership before, PartnershipStep step, String opinion, Actor actor) {
        var today = LocalDate.now(clock);
        return switch (step) {
            case ADMIT, FILE -> {
                mustBeGood(before, today);
                yield before;
            }
            case ACKNOWLEDGE ->
                before.filed(today, today.plusMonths(rules.number("partner-term-months", before.appliedOn())));
            case LEAVE, REMOVE -> {
                close(before, opinion);
                yield before.left(today);
            }
            case CERTIFY -> before.certified(statement(before, opinion, actor));
            case FILE_EXIT -> {
                if (before.deletion() == null) {
                    throw Refusals.notOpen("partner-deletion-missing", List.of(PartnershipStep.CERTIFY.name()));
                }
                yield before;
            }
            case ACKNOWLEDGE_EXIT -> before.exited(today);
            case DECLINE, WITHDRAW, OBJECT, EXPIRE -> before;
        };
    }

    private static void mustBeGood(Partnership it, LocalDate today) {
        if (it.capabilities().stream()
                .anyMatch(each -> each.validUntil() != null && each.validUntil().isBefore(today))) {
            throw Refusals.notOpen("partner-evidence-expired", List.of());
        }
    }

    /// Nothing of what it used can be used from here on. Agreements are ended by the authority's table, so it is the
    /// platform that does it, for the authority.
    private void close(Partnership it, String reason) {
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        use.terminate(
                it.partner().id(), "17", reason, Actor.platform(authority.id(), authority.name(), Role.AUTHORITY));
    }

    private Partnership.Deletion statement(Partnership it, String text, Actor actor) {
        var destroyed = use.workspaces(it.partner().id()).stream()
                .filter(UseOfParty.PartyWorkspace::keyDestroyed)
                .map(UseOfParty.PartyWorkspace::id)
                .toList();
        var at = clock.instant();
        var seal = signatures.sign(
                actor.organisation(),
                Map.of(
                        "partnership", it.id().toString(),
                        "number", it.number(),
                        "statement", text,
                        "destroyed", destroyed.toString(),
                        "organisation", actor.organisation().toString(),
                        "person", actor.person().toString(),
                        "at", at.toString()));
        return new Partnership.Deletion(text, actor.personName(), at, seal, destroyed);
    }

    /// Time has ended an admission: its access is closed, and the exit goes its way.
    void expire(UUID id, String reason) {
        var before = store.hold(id).orElseThrow();
        RULES.lapse(before.stage()).ifPresent(lapse -> {
            close(before, reason);
            var after = before.left(LocalDate.now(clock)).in(lapse.to(), reason);
            store.update(after);
            var platform =
                    Actor.platform(before.partner().id(), before.partner().name(), Role.PARTNER);
            var entry = evidence.enter(
                    platform, "17", "partnership-expired", after.caseId(), facts(after, lapse.step(), reason));
            cases.lapse(after.caseId(), lapse, entry, platform);
            hand(after, PartnershipProcedure.FILE_EXIT);
        });
    }

    /// Whose turn it is now.
    private void hand(Partnership it, @Nullable String term) {
        cases.settle(it.caseId());
        switch (it.stage()) {
            case ADMITTED, OBJECTED -> task(it, PartnershipStep.FILE, it.operator(), Role.OPERATOR, term);
            case FILING -> authority(it, PartnershipStep.ACKNOWLEDGE, term);
            case EXITING -> {
                if (it.deletion() == null) {
                    task(it, PartnershipStep.CERTIFY, it.partner(), Role.PARTNER, PartnershipProcedure.FILE_EXIT);
                }
                task(it, PartnershipStep.FILE_EXIT, it.operator(), Role.OPERATOR, PartnershipProcedure.FILE_EXIT);
            }
            case EXIT_FILING -> authority(it, PartnershipStep.ACKNOWLEDGE_EXIT, term);
            case EXITED, DECLINED, WITHDRAWN -> cases.close(it.caseId());
            case APPLIED, FILED -> {}
        }
    }

    private void authority(Partnership it, PartnershipStep step, @Nullable String term) {
        parties.withRole(Role.AUTHORITY).forEach(each -> task(it, step, each.party(), Role.AUTHORITY, term));
    }

    private void task(Partnership it, PartnershipStep step, Party to, Role role, @Nullable String term) {
        cases.task(it.caseId(), it.stage().name(), step.name(), to, role, term, "17");
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

    static List<OpenMove> open(Partnership it, Actor actor) {
        if (!it.isVisibleTo(actor)) {
            return List.of();
        }
        return RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> move.step() != PartnershipStep.CERTIFY || it.deletion() == null)
                .map(OpenMove::of)
                .toList();
    }

    private static Map<String, Object> facts(Partnership it, PartnershipStep step, String opinion) {
        var facts = new HashMap<String, Object>();
        facts.put("partnership", it.id());
        facts.put("number", it.number());
        facts.put("operator", it.operator().id());
        facts.put("partner", it.partner().id());
        facts.put("step", step.name());
        facts.put("stage", it.stage().name());
        facts.put("opinion", opinion);
        var deletion = it.deletion();
        if (step == PartnershipStep.CERTIFY && deletion != null) {
            facts.put("signed", deletion.seal().text());
            facts.put("signature", deletion.seal().value());
            facts.put("publicKey", deletion.seal().publicKey());
        }
        return facts;
    }
}
