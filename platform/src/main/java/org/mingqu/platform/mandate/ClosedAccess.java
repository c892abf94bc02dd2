package org.mingqu.platform.mandate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.mingqu.platform.workspace.UseOfParty;
import org.mingqu.platform.workspace.UseOfParty.PartyWorkspace;
import org.springframework.stereotype.Component;

/// What the enclave has confirmed of the workspaces that an end has closed.
@Component
class ClosedAccess {

    private final UseOfParty use;

    ClosedAccess(UseOfParty use) {
        this.use = use;
    }

    /// The workspaces of which the enclave has confirmed that their key is destroyed.
    List<UUID> destroyed(Closing it) {
        return closed(it)
                .filter(PartyWorkspace::keyDestroyed)
                .map(PartyWorkspace::id)
                .toList();
    }

    /// How long it took from the decision until the enclave had confirmed the last of them, in milliseconds.
    ///
    /// @throws org.mingqu.platform.rules.Refusal.NotOpen while one is not confirmed yet
    long millis(Closing it) {
        var waiting = closed(it).filter(each -> !each.keyDestroyed()).count();
        if (waiting > 0) {
            throw Refusals.notOpen("closing-access-open", "14", List.of(), Map.of("n", Long.toString(waiting)));
        }
        return closed(it)
                .map(PartyWorkspace::toldAt)
                .filter(Objects::nonNull)
                .mapToLong(at -> Duration.between(it.beganAt(), at).toMillis())
                .max()
                .orElse(0);
    }

    private Stream<PartyWorkspace> closed(Closing it) {
        var users = Stream.concat(
                Stream.of(it.operator().id()),
                it.items().stream()
                        .map(Closing.Item::about)
                        .filter(Objects::nonNull)
                        .map(about -> about.id()));
        return users.flatMap(user -> use.workspaces(user).stream())
                .filter(each -> it.workspaces().contains(each.id()));
    }
}
