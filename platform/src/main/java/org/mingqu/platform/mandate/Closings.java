package org.mingqu.platform.mandate;

import static org.mingqu.platform.mandate.ClosingProcedure.RULES;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.mandate.Closing.ClosingStep;
import org.mingqu.platform.mandate.Closing.Duty;
import org.mingqu.platform.mandate.Closing.Item;
import org.mingqu.platform.mandate.Closing.Stage;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Signatures;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Closings: the list of art. 14, evidenced item by item.
@Service
@Transactional
class Closings implements CaseSubject {

    private final ClosingStore store;
    private final ClosedAccess access;
    private final Parties parties;
    private final Signatures signatures;
    private final CaseFiles cases;
    private final Rules rules;
    private final Evidence evidence;
    private final Clock clock;

    Closings(
            ClosingStore store,
            ClosedAccess access,
            Parties parties,
            Signatures signatures,
            CaseFiles cases,
            Rules rules,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.parties = parties;
        this.signatures = signatures;
        this.cases = cases;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Begins the closing of an agreement that has just ended.
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Mandate ended, List<Party> partners, List<UUID> workspaces, Actor actor) {
        var id = UUID.randomUUID();
        var today = LocalDate.now(clock);
        var file = cases.open(RULES, "ZZ", ended.title(), ended.operator(), id);
        var from = ended.from() == null ? today : ended.from();
        var retained = today.minusMonths(rules.number("log-retention-months", today));
        var closing = new Closing(
                id,
                ended.id(),
                file.id(),
                1,
                file.number(),
                ended.authority(),
                ended.operator(),
                Stage.OPEN,
                ended.reason(),
                clock.instant(),
                workspaces,
                items(partners, today),
                from.isAfter(retained) ? from : retained,
                from.isAfter(retained),
                today.plusMonths(rules.number("log-retention-months", today)));
        store.add(closing);
        ask(closing);
        var facts = facts(closing);
        facts.put("workspaces", workspaces);
        facts.put("partners", partners.stream().map(Party::id).toList());
        evidence.enter(actor, "14", "closing-begun", file.id(), facts);
    }

    private List<Item> items(List<Party> partners, LocalDate today) {
        var items = new ArrayList<Item>();
        for (var duty : Duty.values()) {
            if (duty == Duty.PARTNER) {
                partners.forEach(it -> items.add(item(duty, it, today)));
            } else {
                items.add(item(duty, null, today));
            }
        }
        return items;
    }

    private Item item(Duty duty, @Nullable Party about, LocalDate today) {
        var due = rules.calendar()
                .deadline(today, rules.workingDays(duty.term(), today))
                .lastDay();
        return new Item(UUID.randomUUID(), duty, about, due, null, null, null, null, null);
    }

    /// One task for each side, with the first last day of what it owes.
    private void ask(Closing it) {
        var operator = parties.withRole(Role.OPERATOR).stream()
                        .anyMatch(each -> each.id().equals(it.operator().id()))
                ? Role.OPERATOR
                : Role.PARTNER;
        cases.task(it.caseId(), "OPEN", "PROVE", it.operator(), operator, Duty.DELETION.term(), "14");
        cases.task(it.caseId(), "OPEN", "PROVE", it.authority(), Role.AUTHORITY, Duty.ACCESS.term(), "14");
    }

    @Transactional(readOnly = true)
    public Closing get(UUID id, Actor actor) {
        return store.find(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(() -> new Refusal.NotFound("closing"));
    }

    private Closing held(UUID id, int version, Actor actor) {
        var before =
                store.hold(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(() -> new Refusal.NotFound("closing"));
        if (before.version() != version) {
            throw new Refusal.ChangedMeanwhile();
        }
        return before;
    }

    /// Evidence for one item: a signed statement, and for the access what the enclave has confirmed.
    Closing prove(UUID id, int version, UUID item, String given, Actor actor) {
        var before = held(id, version, actor);
        var move = RULES.require(before.stage(), ClosingStep.PROVE, actor.role());
        var open = before.items().stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("item"));
        if (!open.duty().isOf(actor)) {
            throw new Refusal.NotYours("step-not-yours", "14");
        }
        if (open.isDone()) {
            throw Refusals.notOpen("closing-item-done", "14", List.of(), Map.of());
        }
        var text = Refusals.opinion(move.withOpinion(), given);
        var at = clock.instant();
        var proven = new Item(
                open.id(),
                open.duty(),
                open.about(),
                open.due(),
                text,
                actor.personName(),
                at,
                open.duty() == Duty.ACCESS ? access.millis(before) : null,
                signatures.sign(actor.organisation(), signed(before, open, text, actor, at)));
        var after = before.proven(proven);
        store.update(after);
        var entry = evidence.enter(actor, "14", "closing-proven", after.caseId(), facts(after, proven));
        cases.notice(after.caseId(), "PROVE", "14", entry, actor);
        done(after, actor);
        return after;
    }

    private void done(Closing after, Actor actor) {
        if (after.items().stream().allMatch(it -> it.isDone() || !it.duty().isOf(actor))) {
            cases.done(after.caseId(), actor.organisation(), actor.role());
        }
        if (after.items().stream().allMatch(Item::isDone)) {
            cases.task(after.caseId(), "OPEN", "CLOSE", after.authority(), Role.AUTHORITY, null, "14");
        }
    }

    private static Map<String, Object> facts(Closing it, Item proven) {
        var facts = facts(it);
        var seal = Objects.requireNonNull(proven.seal());
        facts.put("item", proven.duty().name());
        facts.put("signed", seal.text());
        facts.put("signature", seal.value());
        facts.put("publicKey", seal.publicKey());
        if (proven.millis() != null) {
            facts.put("millis", proven.millis());
        }
        return facts;
    }

    private Map<String, String> signed(Closing it, Item item, String text, Actor actor, Instant at) {
        return Map.of(
                "closing", it.id().toString(),
                "number", it.number(),
                "item", item.duty().name(),
                "about", item.about() == null ? "" : item.about().name(),
                "statement", text,
                "destroyed", access.destroyed(it).toString(),
                "organisation", actor.organisation().toString(),
                "person", actor.person().toString(),
                "at", at.toString());
    }

    /// The authority closes when all is evidenced, and not before.
    Closing close(UUID id, int version, Actor actor) {
        actor.must(Role.AUTHORITY);
        var before = held(id, version, actor);
        var move = RULES.require(before.stage(), ClosingStep.CLOSE, actor.role());
        var open = before.items().stream().filter(it -> !it.isDone()).toList();
        if (!open.isEmpty()) {
            var names = open.stream().map(it -> it.duty().name()).distinct().collect(Collectors.joining(", "));
            throw Refusals.notOpen("closing-incomplete", "14", List.of("PROVE"), Map.of("items", names));
        }
        var after = before.closed();
        store.update(after);
        var entry = evidence.enter(actor, "14", "closing-closed", after.caseId(), facts(after));
        cases.move(after.caseId(), move, move.to().name(), "", entry, actor);
        cases.close(after.caseId());
        return after;
    }

    /// Lets the network logs of the operation go. Before their last day that is refused.
    void releaseLogs(UUID id, Actor actor) {
        actor.must(Role.AUTHORITY);
        var it = get(id, actor);
        if (!LocalDate.now(clock).isAfter(it.logsUntil())) {
            throw Refusals.notOpen(
                    "logs-held",
                    "14",
                    List.of(),
                    Map.of(
                            "until",
                            it.logsUntil().toString(),
                            "from",
                            it.logsFrom().toString()));
        }
        evidence.enter(actor, "14", "logs-released", it.caseId(), facts(it));
    }

    private static Map<String, Object> facts(Closing it) {
        var facts = new HashMap<String, Object>();
        facts.put("closing", it.id());
        facts.put("mandate", it.mandate());
        facts.put("operator", it.operator().id());
        facts.put("reason", it.reason());
        facts.put("beganAt", it.beganAt().toString());
        facts.put("logsUntil", it.logsUntil().toString());
        return facts;
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

    static List<OpenMove> open(Closing it, Actor actor) {
        if (!it.isVisibleTo(actor)) {
            return List.of();
        }
        var all = it.items().stream().allMatch(Item::isDone);
        return RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> all == (move.step() == ClosingStep.CLOSE))
                .map(OpenMove::of)
                .toList();
    }
}
