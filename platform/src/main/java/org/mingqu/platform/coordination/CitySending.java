package org.mingqu.platform.coordination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.coordination.CityRequest.Stage;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseAccess;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sends requests to the city, out of a case that is open.
@Service
@Transactional
class CitySending {

    /// Only these need data from outside the district.
    private static final List<String> ORIGINS = List.of("AUTHORISATION", "DEMAND");

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST = 2_000;

    private final CityRequestStore store;
    private final CityClocks clocks;
    private final CaseAccess access;
    private final CaseFiles cases;
    private final Parties parties;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CitySending(
            CityRequestStore store,
            CityClocks clocks,
            CaseAccess access,
            CaseFiles cases,
            Parties parties,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.clocks = clocks;
        this.access = access;
        this.cases = cases;
        this.parties = parties;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /// What is asked of the city.
    ///
    /// @param origin the case that needs it
    /// @param department whose part of that case waits; absent for the authority's own
    record CityAsking(
            UUID origin,
            CityRequest.@Nullable Reach reach,
            @Nullable String title,
            @Nullable String what,
            @Nullable String why,
            @Nullable UUID department) {}

    CityRequest send(CityAsking it, Actor actor) {
        actor.must(Role.AUTHORITY);
        var origin = access.visible(it.origin(), actor);
        if (!ORIGINS.contains(origin.kind())) {
            throw new Refusal.NotOpen("city-origin", "18", ORIGINS);
        }
        if (origin.closed() || origin.stage().equals("DRAFT")) {
            throw new Refusal.NotOpen("city-origin-closed", "18", List.of());
        }
        check(it);
        var id = UUID.randomUUID();
        var file = cases.open(CityProcedure.RULES, "KC", text(it.title()), actor.party(), id);
        var request = new CityRequest(
                id,
                file.id(),
                1,
                file.number(),
                Stage.SENT,
                origin.id(),
                Objects.requireNonNull(it.reach()),
                text(it.title()),
                text(it.what()),
                text(it.why()),
                department(it),
                LocalDate.now(clock),
                clocks.due(file.startedOn()));
        store.add(request);
        var entry = evidence.enter(actor, "18", "city-request-sent", file.id(), facts(request));
        cases.notice(file.id(), "SEND", "18", entry, actor, request.what());
        cases.notice(origin.id(), "ASK_CITY", "18", entry, actor, request.number() + " " + request.title());
        clocks.await(request);
        clocks.keep(request);
        events.publishEvent(sent(request, ""));
        return request;
    }

    private static void check(CityAsking it) {
        var wrong = new LinkedHashMap<String, String>();
        if (it.reach() == null) {
            wrong.put("reach", "field-empty");
        }
        text("title", it.title(), LONGEST_TITLE, wrong);
        text("what", it.what(), LONGEST, wrong);
        text("why", it.why(), LONGEST, wrong);
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }

    private static void text(String field, @Nullable String given, int longest, Map<String, String> wrong) {
        if (text(given).isEmpty()) {
            wrong.put(field, "field-empty");
        } else if (text(given).length() > longest) {
            wrong.put(field, "field-too-long");
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private @Nullable Party department(CityAsking it) {
        if (it.department() == null) {
            return null;
        }
        return parties.withRole(Role.SOURCE).stream()
                .filter(each -> each.id().equals(it.department()) && access.isParty(it.origin(), each.id()))
                .findFirst()
                .map(each -> new Party(each.id(), each.name(), Role.SOURCE.name()))
                .orElseThrow(() -> new Refusal.Invalid(Map.of("department", "city-department")));
    }

    private static Map<String, Object> facts(CityRequest it) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("request", it.id());
        facts.put("number", it.number());
        facts.put("origin", it.origin());
        facts.put("reach", it.reach());
        facts.put("what", it.what());
        facts.put("why", it.why());
        facts.put("due", it.due().lastDay().toString());
        return facts;
    }

    /// What others are told when it goes.
    ///
    /// @param supplement what the city had asked for
    static CityRequestSent sent(CityRequest it, String supplement) {
        return new CityRequestSent(
                it.id(),
                it.caseId(),
                it.number(),
                it.reach().name(),
                it.title(),
                it.what(),
                it.why(),
                supplement,
                it.due().lastDay());
    }
}
