package org.mingqu.platform.authorisation;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The one scenario that an application is for (art. 18, 22). In a draft anything may be missing.
///
/// @param until the last day of the use that is asked for
public record Scenario(
        String title,
        @Nullable Kind kind,
        String purpose,
        String users,
        String outputs,
        String method,
        @Nullable Call call,
        String frequency,
        String benefit,
        String risk,
        @Nullable LocalDate until) {

    /// Why the data are wanted; it decides on the price (art. 24).
    public enum Kind {
        PUBLIC_WELFARE,
        INDUSTRY
    }

    /// How the data are called (art. 19).
    public enum Call {
        /// Queries in the domain.
        WORKBENCH,
        /// Results that are handed out after review.
        RELEASE,
        /// A product that is called by its interface.
        SERVICE
    }

    static final Scenario EMPTY = new Scenario("", null, "", "", "", "", null, "", "", "", null);

    /// The same until another day.
    Scenario until(@Nullable LocalDate day) {
        return new Scenario(title, kind, purpose, users, outputs, method, call, frequency, benefit, risk, day);
    }

    /// What is empty here is as it was there; title, purpose and last day are always its own.
    Scenario or(Scenario earlier) {
        return new Scenario(
                title,
                kind == null ? earlier.kind : kind,
                purpose,
                or(users, earlier.users),
                or(outputs, earlier.outputs),
                or(method, earlier.method),
                call == null ? earlier.call : call,
                or(frequency, earlier.frequency),
                or(benefit, earlier.benefit),
                or(risk, earlier.risk),
                until);
    }

    private static String or(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }

    public Scenario {
        title = Objects.requireNonNullElse(title, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        users = Objects.requireNonNullElse(users, "");
        outputs = Objects.requireNonNullElse(outputs, "");
        method = Objects.requireNonNullElse(method, "");
        frequency = Objects.requireNonNullElse(frequency, "");
        benefit = Objects.requireNonNullElse(benefit, "");
        risk = Objects.requireNonNullElse(risk, "");
    }
}
