package org.mingqu.platform.partners;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.rules.Refusal;

/// What this room refuses.
final class Refusals {

    static final int LONGEST_TEXT = 4_000;

    private Refusals() {}

    static Refusal.NotOpen notOpen(String code, List<String> open) {
        return new Refusal.NotOpen(code, "17", open);
    }

    static Refusal.NotFound noSuchPartnership() {
        return new Refusal.NotFound("partnership");
    }

    static void checkText(Map<String, String> wrong, String field, String text) {
        if (text.isBlank()) {
            wrong.put(field, "field-empty");
        } else if (text.length() > LONGEST_TEXT) {
            wrong.put(field, "field-too-long");
        }
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
