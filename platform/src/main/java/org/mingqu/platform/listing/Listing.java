package org.mingqu.platform.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;

/// The listing of a product at an exchange, from its preparation to its end.
///
/// @param packageSm3 of the package that was made; null before
/// @param exchangeNo what the exchange calls it; null before
/// @param reason why it was refused, suspended or withdrawn: the exchange's or the owner's words, or a stable code
record Listing(
        UUID id,
        UUID caseId,
        int version,
        String number,
        UUID product,
        String productName,
        String filingNo,
        Party owner,
        String exchange,
        ListingStage stage,
        LocalDate begunOn,
        @Nullable Instant preparedAt,
        @Nullable String packageSm3,
        @Nullable String exchangeNo,
        @Nullable String reason) {

    /// Where it stands.
    enum ListingStage {
        DRAFT,
        PREPARED,
        SENT,
        UNDER_REVIEW,
        LISTED,
        REFUSED,
        SUSPENDED,
        WITHDRAWN
    }

    /// What its owner does, what the exchange says, and what follows by itself.
    enum ListingStep {
        PREPARE,
        SEND,
        WITHDRAW,
        ACKNOWLEDGE,
        LIST,
        DECLINE,
        HOLD,
        RELIST,
        DELIST
    }

    boolean isOwnedBy(Actor actor) {
        return owner.id().equals(actor.organisation())
                && owner.kind().equals(actor.role().name());
    }

    /// Whether the exchange knows of it.
    boolean isSent() {
        return switch (stage) {
            case SENT, UNDER_REVIEW, LISTED, SUSPENDED -> true;
            case DRAFT, PREPARED, REFUSED, WITHDRAWN -> false;
        };
    }

    Listing in(ListingStage next, @Nullable String why) {
        return with(next, preparedAt, packageSm3, exchangeNo, why);
    }

    Listing prepared(Instant at, String sm3) {
        return with(ListingStage.PREPARED, at, sm3, exchangeNo, null);
    }

    Listing known(ListingStage next, String given) {
        return with(next, preparedAt, packageSm3, given, null);
    }

    private Listing with(
            ListingStage next,
            @Nullable Instant at,
            @Nullable String sm3,
            @Nullable String given,
            @Nullable String why) {
        return new Listing(
                id,
                caseId,
                version + 1,
                number,
                product,
                productName,
                filingNo,
                owner,
                exchange,
                next,
                begunOn,
                at,
                sm3,
                given,
                why);
    }
}
