package org.mingqu.platform.parties;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/organisations` and `/api/people`: who takes part. The system administrator adds, the security administrator
/// locks and gives roles, the audit administrator reads: none of the three does another's part.
@RestController
@RequestMapping("/api")
class PeopleController {

    private final Parties parties;
    private final PartyStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeopleController(Parties parties, PartyStore store, ApplicationEventPublisher events, Clock clock) {
        this.parties = parties;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/organisations")
    List<Organisation> organisations(Actor actor) {
        return parties.organisations();
    }

    @PostMapping("/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Organisation addOrganisation(@RequestBody OrganisationRequest it, Actor actor) {
        actor.must(Role.SYSTEM_ADMIN);
        var added = parties.add(it.name(), it.creditCode(), it.kind());
        acted(actor, "organisation-added", Map.of("organisation", added.id().toString(), "name", added.name()));
        return added;
    }

    /// The people of an organisation: all for the administrators, of their own for everybody else.
    @GetMapping("/people")
    List<AccountView> people(@RequestParam @Nullable UUID organisation, Actor actor) {
        var all = actor.is(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
        return store.people(all ? organisation : actor.organisation()).stream()
                .map(it -> AccountView.of(it, it.isLockedAt(clock.instant())))
                .toList();
    }

    @PostMapping("/people")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public AccountView addPerson(@RequestBody PersonRequest it, Actor actor) {
        actor.must(Role.SYSTEM_ADMIN);
        var id = parties.addPerson(it.username(), it.name(), it.organisation(), it.roles(), it.password(), true);
        acted(actor, "person-added", Map.of("account", id.toString(), "username", it.username()));
        return AccountView.of(known(id), false);
    }

    @PostMapping("/people/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void lock(@PathVariable UUID id, Actor actor) {
        actor.must(Role.SECURITY_ADMIN);
        if (id.equals(actor.person())) {
            throw new Refusal.NotOpen("lock-self", "", List.of());
        }
        store.setLocked(known(id).id(), true);
        acted(actor, "person-locked", Map.of("account", id.toString()));
    }

    @PostMapping("/people/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void unlock(@PathVariable UUID id, Actor actor) {
        actor.must(Role.SECURITY_ADMIN);
        store.setLocked(known(id).id(), false);
        acted(actor, "person-unlocked", Map.of("account", id.toString()));
    }

    @PutMapping("/people/{id}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void giveRoles(@PathVariable UUID id, @RequestBody RolesRequest it, Actor actor) {
        actor.must(Role.SECURITY_ADMIN);
        if (id.equals(actor.person())) {
            throw new Refusal.NotOpen("roles-self", "", List.of());
        }
        var person = known(id);
        var organisations = new LinkedHashSet<UUID>();
        person.posts().forEach(post -> organisations.add(post.organisation().id()));
        store.setPosts(
                id,
                organisations.stream()
                        .flatMap(organisation -> parties.posts(organisation, it.roles()).stream())
                        .toList());
        var roles = it.roles().stream().map(Role::name).toList();
        acted(actor, "roles-given", Map.of("account", id.toString(), "roles", roles));
    }

    private void acted(Actor actor, String act, Map<String, Object> facts) {
        events.publishEvent(AccountActed.byAdministrator(actor, act, facts));
    }

    private Person known(UUID id) {
        return store.person(id).orElseThrow(() -> new Refusal.NotFound("person"));
    }

    record OrganisationRequest(String name, @Nullable String creditCode, String kind) {}

    record PersonRequest(String username, String name, UUID organisation, List<Role> roles, String password) {}

    record RolesRequest(List<Role> roles) {}

    record AccountView(
            UUID id, String username, String name, @Nullable Party organisation, List<Role> roles, boolean locked) {

        static AccountView of(Person it, boolean locked) {
            return new AccountView(
                    it.id(),
                    it.username(),
                    it.name(),
                    it.posts().stream()
                            .findFirst()
                            .map(post -> post.organisation().party())
                            .orElse(null),
                    it.posts().stream().map(Person.Post::role).distinct().toList(),
                    locked);
        }
    }
}
