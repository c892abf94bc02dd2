package org.mingqu.platform.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.workspace.DataUses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives and takes back authorisations (art. 20, 37; PIPL art. 15, 23), and says where one is needed.
@Service
@Transactional
class Authorisations {

    private final AuthorisationStore store;
    private final ListStore lists;
    private final DataUses uses;
    private final Evidence evidence;
    private final Clock clock;

    Authorisations(AuthorisationStore store, ListStore lists, DataUses uses, Evidence evidence, Clock clock) {
        this.store = store;
        this.lists = lists;
        this.uses = uses;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Gives one.
    ///
    /// @param table in which the person has rows, of the workspace
    SubjectAuthorisation give(DataUses.OpenTable table, LocalDate until, Identity identity, Actor actor) {
        if (store.isGiven(identity.subject(), table.workspace())) {
            throw new Refusal.NotOpen("authorised-already", "37", List.of("WITHDRAW"));
        }
        if (until.isBefore(LocalDate.now(clock)) || until.isAfter(table.until())) {
            throw new Refusal.Invalid(Map.of("until", "authorisation-until"));
        }
        var id = UUID.randomUUID();
        var entry = evidence.enter(
                actor,
                "37",
                "use-authorised",
                null,
                facts(id, table.workspace(), table.partnerName(), table.scenario(), until));
        var given = new SubjectAuthorisation(
                id,
                actor.organisation(),
                identity.subject(),
                table.workspace(),
                table.partnerName(),
                table.scenario(),
                clock.instant(),
                until,
                null,
                null,
                entry);
        store.add(given);
        lists.consentChanged(table.workspace());
        return given;
    }

    /// Takes one back; from the next query on the person's rows are not there. Taking it back again changes nothing.
    void withdraw(UUID id, Actor actor) {
        actor.must(Role.SUBJECT);
        var it = store.hold(id)
                .filter(found -> found.organisation().equals(actor.organisation()))
                .orElseThrow(() -> new Refusal.NotFound("authorisation"));
        if (it.endedAt() != null) {
            return;
        }
        store.withdraw(id, clock.instant());
        lists.consentChanged(it.workspace());
        evidence.enter(
                actor,
                "37",
                "use-withdrawn",
                null,
                facts(id, it.workspace(), it.partnerName(), it.scenario(), it.until()));
    }

    @Transactional(readOnly = true)
    List<SubjectAuthorisation> of(Actor actor) {
        return store.of(actor.organisation());
    }

    /// From now on a workspace may use of a department's resource only the rows of those who have authorised it.
    void demand(UUID workspace, UUID resource, Actor actor) {
        var table = own(workspace, resource, actor);
        lists.add("CONSENT", workspace, resource, clock.instant());
        enter("consent-demanded", table, actor);
    }

    /// From now on the rights of the columns alone decide.
    void demandNoMore(UUID workspace, UUID resource, Actor actor) {
        var table = own(workspace, resource, actor);
        lists.remove(workspace, resource);
        enter("consent-not-demanded", table, actor);
    }

    private DataUses.OpenTable own(UUID workspace, UUID resource, Actor actor) {
        actor.must(Role.SOURCE);
        return uses.openOf(actor.organisation()).stream()
                .filter(it -> it.workspace().equals(workspace) && it.resource().equals(resource))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("workspace"));
    }

    private void enter(String act, DataUses.OpenTable it, Actor actor) {
        evidence.enter(
                actor,
                "20",
                act,
                null,
                Map.of(
                        "workspace", it.workspace(),
                        "agreement", it.agreement(),
                        "resource", it.resource(),
                        "partner", it.partnerName(),
                        "scenario", it.scenario()));
    }

    private static Map<String, Object> facts(
            UUID id, UUID workspace, String partner, String scenario, LocalDate until) {
        var facts = new HashMap<String, Object>();
        facts.put("authorisation", id);
        facts.put("workspace", workspace);
        facts.put("partner", partner);
        facts.put("scenario", scenario);
        facts.put("until", until.toString());
        return facts;
    }
}
