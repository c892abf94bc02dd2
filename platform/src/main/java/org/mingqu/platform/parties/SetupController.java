package org.mingqu.platform.parties;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/setup`: the first run creates the authority and the three administrators; then it is closed for good.
@RestController
@RequestMapping("/api/setup")
class SetupController {

    private final Parties parties;
    private final PartyStore store;
    private final ApplicationEventPublisher events;

    SetupController(Parties parties, PartyStore store, ApplicationEventPublisher events) {
        this.parties = parties;
        this.store = store;
        this.events = events;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setUp(@RequestBody SetupRequest it, HttpServletRequest request) {
        store.holdFirstRun();
        if (!parties.isEmpty()) {
            throw new Refusal.NotFound("setup");
        }
        var wanted = EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
        for (var administrator : it.administrators()) {
            wanted.remove(administrator.role());
        }
        if (!wanted.isEmpty() || it.administrators().size() != 3) {
            throw new Refusal.Invalid(Map.of("administrators", "three-administrators"));
        }
        var authority = parties.add(it.authority().name(), it.authority().creditCode(), "DEPARTMENT");
        var accounts = new LinkedHashMap<String, Object>();
        for (var person : it.administrators()) {
            accounts.put(
                    person.role().name(),
                    add(authority, person.role(), person.username(), person.name(), person.password()));
        }
        var user = it.authorityUser();
        accounts.put(
                Role.AUTHORITY.name(), add(authority, Role.AUTHORITY, user.username(), user.name(), user.password()));
        // Nobody is signed in at the first run: the entry says what was made and from where, not by whom.
        events.publishEvent(AccountActed.byAdministrator(
                Actor.platform(authority.id(), authority.name(), Role.SYSTEM_ADMIN),
                "installation-set-up",
                Map.of(
                        "organisation",
                        authority.id().toString(),
                        "accounts",
                        accounts,
                        "from",
                        request.getRemoteAddr())));
    }

    private String add(Organisation authority, Role role, String username, String name, String password) {
        return parties.addPerson(username, name, authority.id(), List.of(role), password, false)
                .toString();
    }

    record SetupRequest(
            FirstOrganisation authority, List<FirstAdministrator> administrators, FirstUser authorityUser) {}

    record FirstOrganisation(String name, @Nullable String creditCode) {}

    record FirstAdministrator(String username, String name, String password, Role role) {}

    record FirstUser(String username, String name, String password) {}
}
