package org.mingqu.platform.selection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Parties.Colleague;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The experts of the district (art. 5), for whoever asks for their opinion: drawn by lot, without those who have an
/// interest.
@Service
@Transactional(readOnly = true)
public class ExpertPool {

    private final Parties parties;
    private final PanelStore store;

    ExpertPool(Parties parties, PanelStore store) {
        this.parties = parties;
        this.store = store;
    }

    /// An expert in the order of the lot.
    ///
    /// @param asked whether the lot fell on the expert; who is not asked and has no ground is in reserve
    /// @param ground why the expert stands back: `ORGANISATION`, `DECLARED` or `RELATED`; null for none
    public record Drawn(
            UUID person,
            String name,
            Party organisation,
            boolean asked,
            @Nullable String ground) {}

    /// A seed that nobody has chosen.
    public static String seed() {
        return Draw.seed();
    }

    /// Draws from all experts. With the seed and the matter anybody can draw them again.
    ///
    /// @param matter what they are asked about
    /// @param about the organisations that take part in it
    /// @param wanted how many are to be asked; fewer are if there are not enough without an interest
    public List<Drawn> draw(String seed, UUID matter, Set<UUID> about, int wanted) {
        Map<UUID, Colleague> pool = parties.people(Role.EXPERT).stream()
                .collect(Collectors.toMap(Colleague::person, Function.identity(), (a, _) -> a));
        var interests = store.interests();
        var drawn = new ArrayList<Drawn>();
        var asked = new HashSet<UUID>();
        for (var person : Draw.order(seed, List.of(matter), List.copyOf(pool.keySet()))) {
            var expert = Objects.requireNonNull(pool.get(person));
            var home = expert.organisation();
            var ground = ground(person, home.id(), about, asked, interests);
            var sits = ground == null && asked.size() < wanted;
            if (sits) {
                asked.add(person);
            }
            var party = new Party(home.id(), home.name(), Role.EXPERT.name());
            drawn.add(new Drawn(person, expert.name(), party, sits, ground == null ? null : ground.name()));
        }
        return List.copyOf(drawn);
    }

    private static Seat.@Nullable Ground ground(
            UUID person, UUID home, Set<UUID> about, Set<UUID> asked, List<Interest> interests) {
        if (about.contains(home)) {
            return Seat.Ground.ORGANISATION;
        }
        if (interests.stream().anyMatch(it -> it.person().equals(person) && about.contains(it.about()))) {
            return Seat.Ground.DECLARED;
        }
        var related = interests.stream()
                .anyMatch(it -> (it.person().equals(person) && asked.contains(it.about()))
                        || (it.about().equals(person) && asked.contains(it.person())));
        return related ? Seat.Ground.RELATED : null;
    }
}
