package org.mingqu.platform.enforcement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.Entry;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.enforcement.Rectification.RectificationStep;
import org.mingqu.platform.enforcement.Rectification.Stage;
import org.mingqu.platform.evidence.CaseEvidence;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hands a finding to the regulator whose business it is, with its evidence (art. 39).
@Component
class Referrals {

    private final RectificationStore store;
    private final CaseEvidence entries;
    private final CaseFiles cases;
    private final Parties parties;
    private final Evidence evidence;
    private final JsonMapper json;
    private final Clock clock;

    Referrals(
            RectificationStore store,
            CaseEvidence entries,
            CaseFiles cases,
            Parties parties,
            Evidence evidence,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.cases = cases;
        this.parties = parties;
        this.evidence = evidence;
        this.json = json;
        this.clock = clock;
    }

    boolean isReferredTo(Rectification it, Actor actor) {
        return actor.is(Role.SECURITY_REGULATOR, Role.MARKET_REGULATOR)
                && store.referrals(it.id()).stream()
                        .anyMatch(line -> line.regulator().id().equals(actor.organisation()));
    }

    boolean isAwaited(Rectification it, Actor actor) {
        return store.referrals(it.id()).stream()
                .anyMatch(line -> line.regulator().id().equals(actor.organisation()) && line.receivedAt() == null);
    }

    Rectification refer(
            Rectification before,
            Move<Stage, RectificationStep> move,
            @Nullable UUID regulator,
            String opinion,
            Actor actor) {
        var to = regulators().stream()
                .filter(it -> it.id().equals(regulator))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(Map.of("regulator", "no-such-regulator")));
        var pack = pack(before);
        var sm3 = HashFunction.SM3.of(pack).hex();
        if (!store.refer(before.id(), to, sm3, clock.instant())) {
            throw new Refusal.NotOpen("referred-already", "39", List.of());
        }
        var after = before.in(before.stage(), null);
        store.update(after);
        var entry = evidence.enter(
                actor,
                move.article(),
                "finding-referred",
                before.caseId(),
                Map.of("rectification", before.id(), "regulator", to.id(), "name", to.name(), "packSm3", sm3));
        cases.notice(before.caseId(), move.step().name(), move.article(), entry, actor);
        cases.task(
                before.caseId(),
                before.stage().name(),
                RectificationStep.RECEIVE.name(),
                to,
                Role.valueOf(to.kind()),
                null,
                move.article());
        return after;
    }

    Rectification receive(Rectification before, Move<Stage, RectificationStep> move, String opinion, Actor actor) {
        store.received(before.id(), actor.organisation(), clock.instant());
        var after = before.in(before.stage(), null);
        store.update(after);
        var entry = evidence.enter(
                actor,
                move.article(),
                "referral-received",
                before.caseId(),
                Map.of("rectification", before.id(), "regulator", actor.organisation(), "opinion", opinion));
        cases.move(before.caseId(), move, before.stage().name(), opinion, entry, actor);
        return after;
    }

    List<Party> regulators() {
        var all = new ArrayList<Party>();
        for (var role : List.of(Role.SECURITY_REGULATOR, Role.MARKET_REGULATOR)) {
            parties.withRole(role).forEach(it -> all.add(new Party(it.id(), it.name(), role.name())));
        }
        return all;
    }

    /// The finding with every entry of its case as it stands in the log, as canonical JSON.
    byte[] pack(Rectification it) {
        var pack = new LinkedHashMap<String, Object>();
        pack.put("number", it.number());
        pack.put("target", it.target().name());
        pack.put("reporter", it.reporter().name());
        pack.put("article", it.article());
        pack.put("finding", it.finding());
        pack.put("demand", it.demand() == null ? "" : it.demand());
        pack.put("report", it.report() == null ? "" : it.report());
        pack.put("deadline", String.valueOf(it.deadline()));
        pack.put(
                "entries",
                entries.of(it.caseId()).stream()
                        .map(entry -> Map.of(
                                "id", entry.id().toString(),
                                "leaf", entry.leaf(),
                                "content", json.readTree(entry.content())))
                        .toList());
        return Entry.of(json.<JsonNode>valueToTree(pack)).bytes();
    }
}
