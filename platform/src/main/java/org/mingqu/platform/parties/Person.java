package org.mingqu.platform.parties;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person with an account.
///
/// @param secret of the second factor, base32; null until enrolled
/// @param lastStep the time step of the one-time code used last: none is good twice
record Person(
        UUID id,
        String username,
        String name,
        String passwordHash,
        @Nullable String secret,
        long lastStep,
        int failures,
        @Nullable Instant lockedUntil,
        boolean locked,
        boolean mustChangePassword,
        List<Post> posts) {

    /// A role for an organisation.
    record Post(Organisation organisation, Role role) {}

    Person in(List<Post> held) {
        return new Person(
                id,
                username,
                name,
                passwordHash,
                secret,
                lastStep,
                failures,
                lockedUntil,
                locked,
                mustChangePassword,
                held);
    }

    boolean isLockedAt(Instant now) {
        return locked || (lockedUntil != null && now.isBefore(lockedUntil));
    }

    boolean mustEnrol() {
        return secret == null && posts.stream().anyMatch(it -> it.role().needsSecondFactor());
    }
}
