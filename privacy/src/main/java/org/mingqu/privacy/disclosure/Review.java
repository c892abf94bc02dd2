package org.mingqu.privacy.disclosure;

import java.util.List;

/// What may leave of a table.
///
/// @param verdicts one for each cell, in the table's order
public record Review(List<Verdict> verdicts) {

    public Review {
        verdicts = List.copyOf(verdicts);
    }

    /// How many cells may leave.
    public int passing() {
        return (int) verdicts.stream().filter(Verdict.Passes.class::isInstance).count();
    }

    /// Whether the history holds the table back: of the cells with enough subjects, more than half must stay
    /// inside. A table with some suppressed cells is not held back.
    public boolean heldBack() {
        var small = verdicts.stream().filter(Review::tooFew).count();
        var enough = verdicts.size() - small;
        return enough > 0 && passing() * 2L < enough;
    }

    private static boolean tooFew(Verdict verdict) {
        return verdict instanceof Verdict.Withheld withheld && withheld.reason() == Verdict.Reason.TOO_FEW;
    }
}
