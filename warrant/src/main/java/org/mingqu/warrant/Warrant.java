package org.mingqu.warrant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One use of the enclave, allowed once and for seconds: who wants what, for which agreement and scenario, until
/// when.
///
/// @param id unique, and good for one use only
/// @param issuedAt when the platform signed it
/// @param expiresAt from then on it is void; at most [Order#longestLife()] after `issuedAt`
/// @param actor who gives the order
/// @param agreement the service agreement (art. 19) under which it is given, where there is one
/// @param scenario the approved scenario (art. 4), where there is one
/// @param order what is to be done
public record Warrant(
        String id,
        Instant issuedAt,
        Instant expiresAt,
        Actor actor,
        @Nullable String agreement,
        @Nullable String scenario,
        Order order) {

    public Warrant {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a warrant must have an id");
        }
        if (!expiresAt.isAfter(issuedAt)) {
            throw new IllegalArgumentException(
                    "a warrant must expire after it was issued (%s), but expires at %s".formatted(issuedAt, expiresAt));
        }
    }

    /// A warrant with a new id and the longest life that its order may have.
    ///
    /// @param now the time of issue
    public static Warrant of(
            Instant now, Actor actor, @Nullable String agreement, @Nullable String scenario, Order order) {
        return new Warrant(
                UUID.randomUUID().toString(), now, now.plus(order.longestLife()), actor, agreement, scenario, order);
    }

    /// Who acts.
    ///
    /// @param person the person's id, or the name of a system's service
    /// @param organisation the id of the organisation for which the person acts
    /// @param role the role in which the person acts
    public record Actor(String person, String organisation, String role) {}
}
