package org.mingqu.platform.parties;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
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

    SetupController(Parties parties) {
        this.parties = parties;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setUp(@RequestBody SetupRequest it) {
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
        for (var person : it.administrators()) {
            parties.addPerson(
                    person.username(), person.name(), authority.id(), List.of(person.role()), person.password(), false);
        }
        var user = it.authorityUser();
        parties.addPerson(
                user.username(), user.name(), authority.id(), List.of(Role.AUTHORITY), user.password(), false);
    }

    record SetupRequest(
            FirstOrganisation authority, List<FirstAdministrator> administrators, FirstUser authorityUser) {}

    record FirstOrganisation(String name, @Nullable String creditCode) {}

    record FirstAdministrator(String username, String name, String password, Role role) {}

    record FirstUser(String username, String name, String password) {}
}
