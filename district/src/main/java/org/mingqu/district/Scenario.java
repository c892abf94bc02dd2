package org.mingqu.district;

import java.util.List;

/// One use of data that a partner applies for (art. 18), with what it asks for and the queries it then runs.
///
/// @param partner username of an [Account]
/// @param days how long the use is to last from the application on, in calendar days
public record Scenario(
        String key,
        String title,
        String titleEn,
        Kind kind,
        String partner,
        String purpose,
        String users,
        String outputs,
        String method,
        String frequency,
        String benefit,
        String risk,
        int days,
        List<Item> items,
        List<StoryQuery> queries) {

    /// Why the data are wanted; it decides on the price (art. 24).
    public enum Kind {
        PUBLIC_WELFARE,
        INDUSTRY
    }

    /// One resource that is asked for.
    ///
    /// @param resource key of a [Resource]
    /// @param columns the columns that suffice
    /// @param necessity why it cannot be done without
    public record Item(String resource, List<String> columns, String necessity) {}

    /// The query of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public StoryQuery query(String name) {
        return queries.stream()
                .filter(it -> it.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scenario %s has no query %s".formatted(key, name)));
    }
}
