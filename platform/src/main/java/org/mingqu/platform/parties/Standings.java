package org.mingqu.platform.parties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.rules.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks the rooms that admit to roles, so that those where people act need not know them.
@Service
@Transactional(readOnly = true)
public class Standings {

    private final ObjectProvider<Standing> rooms;
    private final Clock clock;

    Standings(ObjectProvider<Standing> rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    /// Checks that whoever acts is admitted to the role. Roles that nobody admits to are always good.
    ///
    /// @throws Refusal.NotOpen if not, with what is open instead
    public void must(Actor actor) {
        must(actor.organisation(), actor.role());
    }

    /// Checks it of an organisation.
    public void must(UUID organisation, Role role) {
        var today = LocalDate.now(clock);
        rooms.stream().filter(it -> it.role() == role).forEach(it -> it.check(organisation, today));
    }

    /// Whether an organisation is admitted to a role today.
    public boolean stands(UUID organisation, Role role) {
        try {
            must(organisation, role);
            return true;
        } catch (Refusal.NotOpen _) {
            return false;
        }
    }

    /// The operators with whom an organisation acts in a role.
    public List<UUID> operators(UUID organisation, Role role) {
        return rooms.stream()
                .filter(it -> it.role() == role)
                .flatMap(it -> it.operators(organisation).stream())
                .distinct()
                .toList();
    }
}
