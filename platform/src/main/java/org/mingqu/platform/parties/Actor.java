package org.mingqu.platform.parties;

import java.util.List;
import java.util.UUID;
import org.mingqu.platform.rules.Refusal;

/// Who acts now: a person, for an organisation, in a role. As an argument of a controller method it is whoever is
/// signed in; a request by nobody does not get that far.
public record Actor(UUID person, String personName, UUID organisation, String organisationName, Role role) {

    private static final UUID NOBODY = new UUID(0, 0);

    /// The platform by itself, in what concerns an organisation in a role: no person has acted.
    public static Actor platform(UUID organisation, String organisationName, Role role) {
        return new Actor(NOBODY, "", organisation, organisationName, role);
    }

    /// The platform by itself, in what concerns no organisation.
    static Actor platform(Role role) {
        return platform(NOBODY, "", role);
    }

    /// Checks that the role is one of these.
    ///
    /// @throws Refusal.NotYours if it is not
    public void must(Role... roles) {
        if (!is(roles)) {
            throw new Refusal.NotYours("not-yours", "");
        }
    }

    public boolean is(Role... roles) {
        return List.of(roles).contains(role);
    }

    public Party party() {
        return new Party(organisation, organisationName, role.name());
    }
}
