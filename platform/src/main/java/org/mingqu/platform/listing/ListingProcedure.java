package org.mingqu.platform.listing;

import static org.mingqu.platform.listing.Listing.ListingStage.DRAFT;
import static org.mingqu.platform.listing.Listing.ListingStage.LISTED;
import static org.mingqu.platform.listing.Listing.ListingStage.PREPARED;
import static org.mingqu.platform.listing.Listing.ListingStage.REFUSED;
import static org.mingqu.platform.listing.Listing.ListingStage.SENT;
import static org.mingqu.platform.listing.Listing.ListingStage.SUSPENDED;
import static org.mingqu.platform.listing.Listing.ListingStage.UNDER_REVIEW;
import static org.mingqu.platform.listing.Listing.ListingStage.WITHDRAWN;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import java.util.stream.Stream;
import org.mingqu.platform.listing.Listing.ListingStage;
import org.mingqu.platform.listing.Listing.ListingStep;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Lapse;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.rules.Refusal;

/// Article 23 as a table. The owner prepares, sends and withdraws; what the exchange says, and the withdrawal
/// of what may not be offered any more, are lines that nobody here takes.
final class ListingProcedure {

    // spotless:off
    private static final List<Lapse<ListingStage, ListingStep>> WORDS = List.of(
            new Lapse<>(SENT,         ListingStep.ACKNOWLEDGE, UNDER_REVIEW, "23"),
            new Lapse<>(UNDER_REVIEW, ListingStep.LIST,        LISTED,       "23"),
            new Lapse<>(UNDER_REVIEW, ListingStep.DECLINE,     REFUSED,      "23"),
            new Lapse<>(LISTED,       ListingStep.HOLD,        SUSPENDED,    "23"),
            new Lapse<>(SUSPENDED,    ListingStep.RELIST,      LISTED,       "23"),
            new Lapse<>(DRAFT,        ListingStep.DELIST,      WITHDRAWN,    "23"),
            new Lapse<>(PREPARED,     ListingStep.DELIST,      WITHDRAWN,    "23"),
            new Lapse<>(SENT,         ListingStep.DELIST,      WITHDRAWN,    "23"),
            new Lapse<>(UNDER_REVIEW, ListingStep.DELIST,      WITHDRAWN,    "23"),
            new Lapse<>(LISTED,       ListingStep.DELIST,      WITHDRAWN,    "23"),
            new Lapse<>(SUSPENDED,    ListingStep.DELIST,      WITHDRAWN,    "23"));

    private static List<Move<ListingStage, ListingStep>> moves(Role by) {
        return List.of(
                move(DRAFT,        ListingStep.PREPARE,  PREPARED,  by, "23"),
                move(DRAFT,        ListingStep.WITHDRAW, WITHDRAWN, by, "23"),
                move(PREPARED,     ListingStep.SEND,     SENT,      by, "23"),
                move(PREPARED,     ListingStep.PREPARE,  PREPARED,  by, "23"),
                move(PREPARED,     ListingStep.WITHDRAW, WITHDRAWN, by, "23"),
                move(SENT,         ListingStep.WITHDRAW, WITHDRAWN, by, "23").withOpinion(),
                move(UNDER_REVIEW, ListingStep.WITHDRAW, WITHDRAWN, by, "23").withOpinion(),
                move(LISTED,       ListingStep.WITHDRAW, WITHDRAWN, by, "23").withOpinion(),
                move(SUSPENDED,    ListingStep.WITHDRAW, WITHDRAWN, by, "23").withOpinion());
    }
    // spotless:on

    static final Procedure<ListingStage, ListingStep> RULES = new Procedure<>(
            "LISTING",
            List.of(DRAFT, PREPARED, SENT, UNDER_REVIEW, LISTED, SUSPENDED, REFUSED, WITHDRAWN),
            Stream.of(Role.OPERATOR, Role.PARTNER)
                    .flatMap(role -> moves(role).stream())
                    .toList(),
            WORDS);

    private ListingProcedure() {}

    /// The line that a word takes.
    ///
    /// @throws Refusal.NotOpen if the table does not list it
    static Lapse<ListingStage, ListingStep> word(ListingStage from, ListingStep step) {
        return WORDS.stream()
                .filter(it -> it.from() == from && it.step() == step)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotOpen("step-not-open", "23", List.of()));
    }
}
