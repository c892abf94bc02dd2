package org.mingqu.platform.mandate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.rules.Refusal;

/// What this room refuses.
final class Refusals {

    static final int LONGEST_TEXT = 8_000;

    private Refusals() {}

    static Refusal.NotFound noSuchMandate() {
        return new Refusal.NotFound("mandate");
    }

    static Refusal.NotOpen notOpen(String code, String article, List<String> open, Map<String, String> parameters) {
        return new Refusal.NotOpen(code, article, open, parameters);
    }

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
