package org.mingqu.warrant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Accepts a signed warrant once, if the platform signed it and its time is now.
///
/// A clock that goes back revives nothing: the check remembers the latest time it has seen and lets a warrant's
/// id be forgotten only when the warrant is void by that time.
public final class WarrantCheck {

    /// By how much the clocks of the two ends may differ.
    public static final Duration SKEW = Duration.ofSeconds(5);

    private final Map<String, WarrantKey> keys = new HashMap<>();
    private final Map<String, Instant> used = new HashMap<>();
    private final Clock clock;
    private Instant latest = Instant.MIN;

    /// A check that has seen nothing yet.
    ///
    /// @param keys the public keys of those who may sign
    public WarrantCheck(Collection<WarrantKey> keys, Clock clock) {
        keys.forEach(key -> this.keys.put(key.id(), key));
        this.clock = clock;
    }

    /// Remembers a warrant that was used before this process began.
    public synchronized void remember(String id, Instant expiresAt, Instant usedAt) {
        used.put(id, expiresAt);
        latest = usedAt.isAfter(latest) ? usedAt : latest;
    }

    /// Checks and uses up the warrant.
    ///
    /// @throws EnclaveRefused `warrant-invalid`, `warrant-expired`, `warrant-not-yet-valid` or `warrant-used`
    public Warrant accept(SignedWarrant signed) {
        var warrant = check(signed);
        use(warrant);
        return warrant;
    }

    /// Checks all but whether it was used before.
    public Warrant check(SignedWarrant signed) {
        var warrant = parse(signed);
        var now = now();
        if (warrant.issuedAt().isAfter(now.plus(SKEW))) {
            throw refused("warrant-not-yet-valid");
        }
        if (!now.minus(SKEW).isBefore(warrant.expiresAt())) {
            throw refused("warrant-expired");
        }
        return warrant;
    }

    private Warrant parse(SignedWarrant signed) {
        var key = keys.get(signed.keyId());
        if (key == null) {
            throw refused("warrant-invalid");
        }
        try {
            var payload = Base64.getDecoder().decode(signed.payload());
            if (!key.holds(payload, Base64.getDecoder().decode(signed.signature()))) {
                throw refused("warrant-invalid");
            }
            var warrant = WarrantJson.read(payload, Warrant.class);
            var life = Duration.between(warrant.issuedAt(), warrant.expiresAt());
            if (life.compareTo(warrant.order().longestLife()) > 0) {
                throw refused("warrant-invalid");
            }
            return warrant;
        } catch (IllegalArgumentException e) {
            throw refused("warrant-invalid");
        }
    }

    private synchronized Instant now() {
        var now = clock.instant();
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }

    private synchronized void use(Warrant warrant) {
        used.values().removeIf(expiry -> expiry.isBefore(latest.minus(SKEW)));
        if (used.putIfAbsent(warrant.id(), warrant.expiresAt()) != null) {
            throw refused("warrant-used");
        }
    }

    private static EnclaveRefused refused(String type) {
        return new EnclaveRefused(EnclaveRefusal.of(type, "4"));
    }
}
