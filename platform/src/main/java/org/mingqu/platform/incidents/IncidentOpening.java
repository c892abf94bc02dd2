package org.mingqu.platform.incidents;

import static org.mingqu.platform.incidents.IncidentProcedure.REPORTERS;
import static org.mingqu.platform.incidents.IncidentProcedure.RULES;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.incidents.Incident.Stage;
import org.mingqu.platform.incidents.Incident.Step;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.workspace.UseOfParty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens incidents: whoever notices does it, and one act also stops the use (art. 21).
@Service
@Transactional
class IncidentOpening {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_TITLE = 40;
    /// Nobody is told today of what was known longer ago.
    private static final Duration LONGEST_KNOWN = Duration.ofDays(30);

    private final IncidentStore store;
    private final Levels levels;
    private final UseOfParty use;
    private final Parties parties;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Clock clock;

    IncidentOpening(
            IncidentStore store,
            Levels levels,
            UseOfParty use,
            Parties parties,
            CaseFiles cases,
            Evidence evidence,
            Clock clock) {
        this.store = store;
        this.levels = levels;
        this.use = use;
        this.parties = parties;
        this.cases = cases;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// What is known when it is opened.
    ///
    /// @param stop the partner whose use is stopped at once; absent for nobody
    record Opening(
            Incident.@Nullable Kind kind,
            @Nullable Boolean drill,
            @Nullable String title,
            @Nullable String text,
            @Nullable Instant awareAt,
            @Nullable HarmRequest harm,
            @Nullable UUID stop) {}

    /// The harm as far as it is known; what is absent is none.
    record HarmRequest(
            @Nullable Long people,
            @Nullable Long loss,
            @Nullable Boolean importantData,
            @Nullable Boolean critical) {

        Incident.Harm harm() {
            return new Incident.Harm(
                    Objects.requireNonNullElse(people, 0L),
                    Objects.requireNonNullElse(loss, 0L),
                    Boolean.TRUE.equals(importantData),
                    Boolean.TRUE.equals(critical));
        }
    }

    /// What the harm amounts to.
    ///
    /// @param dueAt until when it has to be reported
    record Assessment(Incident.Kind kind, Incident.Harm harm, Incident.Level level, Instant awareAt, Instant dueAt) {}

    /// How grave it would be and until when it would have to be reported; nothing is opened.
    @Transactional(readOnly = true)
    Assessment assess(Opening it, Actor actor) {
        actor.must(REPORTERS.toArray(Role[]::new));
        var wrong = new LinkedHashMap<String, String>();
        var now = clock.instant();
        var aware = it.awareAt() == null ? now : it.awareAt();
        if (aware.isAfter(now) || aware.isBefore(now.minus(LONGEST_KNOWN))) {
            wrong.put("awareAt", "incident-aware");
        }
        var harm = it.harm() == null
                ? new Incident.Harm(0, 0, false, false)
                : it.harm().harm();
        if (harm.people() < 0 || harm.loss() < 0) {
            wrong.put("harm", "incident-harm");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        var kind = it.kind() == null ? Incident.Kind.OTHER : it.kind();
        var day = LocalDate.ofInstant(aware, clock.getZone());
        var level = levels.of(harm, day);
        return new Assessment(kind, harm, level, aware, aware.plus(levels.term(kind, harm, level, actor.role(), day)));
    }

    Incident open(Opening it, Actor actor) {
        var assessed = assess(it, actor);
        var title = required("title", it.title(), LONGEST_TITLE);
        var text = required("text", it.text(), LONGEST);
        var drill = Boolean.TRUE.equals(it.drill());
        var target = target(it, actor);
        var reporter = new Party(
                actor.organisation(), actor.organisationName(), actor.role().name());
        var id = UUID.randomUUID();
        var file = cases.open(RULES, "SJ", title, reporter, id);
        var stopped =
                target == null || drill ? List.<UUID>of() : use.suspend(target.id(), title, onBehalfOfTheAuthority());
        var incident = new Incident(
                id,
                file.id(),
                1,
                file.number(),
                reporter,
                assessed.kind(),
                drill,
                title,
                text,
                assessed.harm(),
                assessed.level(),
                assessed.awareAt(),
                assessed.dueAt(),
                null,
                false,
                target,
                stopped,
                Stage.OPEN);
        store.add(incident);
        enter(incident, actor);
        cases.task(file.id(), Stage.OPEN.name(), Step.REPORT.name(), reporter, actor.role(), null, "35");
        return incident;
    }

    private void enter(Incident it, Actor actor) {
        var entry = evidence.enter(actor, "35", "incident-opened", it.caseId(), facts(it));
        cases.notice(it.caseId(), "NOTICE", "35", entry, actor);
        if (it.target() != null && !it.stopped().isEmpty()) {
            var stop = evidence.enter(
                    actor,
                    "21",
                    "use-stopped",
                    it.caseId(),
                    Map.of("incident", it.id(), "partner", it.target().id(), "workspaces", it.stopped()));
            cases.notice(it.caseId(), "STOP", "21", stop, actor);
        }
    }

    /// A partner stops its own use; the others that of any partner.
    private @Nullable Party target(Opening it, Actor actor) {
        if (it.stop() == null) {
            return null;
        }
        return parties.withRole(Role.PARTNER).stream()
                .filter(party -> party.id().equals(it.stop()))
                .filter(party -> !actor.is(Role.PARTNER) || party.id().equals(actor.organisation()))
                .findFirst()
                .map(party -> new Party(party.id(), party.name(), Role.PARTNER.name()))
                .orElseThrow(() -> new Refusal.Invalid(Map.of("stop", "no-such-target")));
    }

    private Actor onBehalfOfTheAuthority() {
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        return Actor.platform(authority.id(), authority.name(), Role.AUTHORITY);
    }

    private static Map<String, Object> facts(Incident it) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("incident", it.id());
        facts.put("number", it.number());
        facts.put("kind", it.kind());
        facts.put("drill", it.drill());
        facts.put("level", it.level());
        facts.put("awareAt", it.awareAt().toString());
        facts.put("dueAt", it.dueAt().toString());
        facts.put("text", it.text());
        return facts;
    }

    /// A text that has to be there.
    static String required(String field, @Nullable String given, int longest) {
        var text = given == null ? "" : given.strip();
        if (text.isEmpty()) {
            throw new Refusal.Invalid(Map.of(field, "field-empty"));
        }
        if (text.length() > longest) {
            throw new Refusal.Invalid(Map.of(field, "field-too-long"));
        }
        return text;
    }
}
