package org.mingqu.platform.selection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.rules.Refusal;

/// The refusals of this room, by their problem codes.
final class Refusals {

    static final int LONGEST_TEXT = 4_000;

    private Refusals() {}

    static Refusal noSuchSelection() {
        return new Refusal.NotFound("selection");
    }

    static Refusal noSuchCandidacy() {
        return new Refusal.NotFound("candidacy");
    }

    static Refusal notOpen(String code, String article, Map<String, String> parameters) {
        return new Refusal.NotOpen(code, article, List.of(), parameters);
    }

    /// The opinion of a step, checked.
    static String opinion(Move<?, ?> move, @Nullable String given) {
        var opinion = Objects.requireNonNullElse(given, "").strip();
        if (move.needsOpinion() && opinion.isEmpty()) {
            throw new Refusal.Invalid(Map.of("opinion", "opinion-empty"));
        }
        if (opinion.length() > LONGEST_TEXT) {
            throw new Refusal.Invalid(Map.of("opinion", "field-too-long"));
        }
        return opinion;
    }
}
