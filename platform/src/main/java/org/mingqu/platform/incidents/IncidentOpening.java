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

    /// What an incident with that harm is called and until when it has to be reported; nothing is opened.
    @Transactional(readOnly = true)
    Incident assess(Opening it, Actor actor) {
        return incident(it, UUID.randomUUID(), null, actor);
    }

    Incident open(Opening it, Actor actor) {
        var id = UUID.randomUUID();
        var checked = incident(it, id, target(it, actor), actor);
        var file = cases.open(RULES, "SJ", checked.title(), checked.reporter(), id);
        var stopped = checked.target() == null || checked.drill()
                ? List.<UUID>of()
                : use.suspend(checked.target().id(), checked.title(), onBehalfOfTheAuthority());
        var incident = opened(checked, file.id(), file.number(), stopped);
        store.add(incident);
        var entry = evidence.enter(actor, "35", "incident-opened", file.id(), facts(incident));
        cases.notice(file.id(), "NOTICE", "35", entry, actor);
        if (!stopped.isEmpty()) {
            var stop = evidence.enter(
                    actor,
                    "21",
                    "use-stopped",
                    file.id(),
                    Map.of("incident", id, "partner", String.valueOf(it.stop()), "workspaces", stopped));
            cases.notice(file.id(), "STOP", "21", stop, actor);
        }
        cases.task(file.id(), Stage.OPEN.name(), Step.REPORT.name(), checked.reporter(), actor.role(), null, "35");
        return incident;
    }

    private Incident incident(Opening it, UUID id, @Nullable Party target, Actor actor) {
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
        var due = aware.plus(levels.term(kind, harm, level, actor.role(), day));
        var reporter = new Party(
                actor.organisation(), actor.organisationName(), actor.role().name());
        var title = it.title() == null ? "" : it.title().strip();
        var text = it.text() == null ? "" : it.text().strip();
        return new Incident(
                id,
                id,
                1,
                "",
                reporter,
                kind,
                Boolean.TRUE.equals(it.drill()),
                title,
                text,
                harm,
                level,
                aware,
                due,
                null,
                false,
                target,
                List.of(),
                Stage.OPEN);
    }

    private static Incident opened(Incident it, UUID caseId, String number, List<UUID> stopped) {
        required("title", it.title(), LONGEST_TITLE);
        required("text", it.text(), LONGEST);
        return new Incident(
                it.id(),
                caseId,
                1,
                number,
                it.reporter(),
                it.kind(),
                it.drill(),
                it.title(),
                it.text(),
                it.harm(),
                it.level(),
                it.awareAt(),
                it.dueAt(),
                null,
                false,
                it.target(),
                stopped,
                Stage.OPEN);
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
