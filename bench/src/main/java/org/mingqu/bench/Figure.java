package org.mingqu.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One measured figure.
///
/// @param name what was measured, with dots
/// @param unit such as `ms`, `MiB`, `ratio`
/// @param beside what it was measured beside, or over what; null if the name says all
public record Figure(
        String name, double value, String unit, @Nullable String beside) {

    /// The figure as one line of JSON.
    String json() {
        var number = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
        return "{\"name\":%s,\"value\":%s,\"unit\":%s,\"beside\":%s}"
                .formatted(quoted(name), number, quoted(unit), beside == null ? "null" : quoted(beside));
    }

    /// The figure as one line for people.
    String text() {
        return String.format(
                Locale.ROOT, "%-34s %12.3f %-6s %s", name, value, unit, beside == null ? "" : "(" + beside + ")");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
