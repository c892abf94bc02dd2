package org.mingqu.enclave.intake;

import java.util.List;
import org.mingqu.warrant.Answer;

/// What the enclave keeps of a version beside its data.
///
/// @param description what the platform may know
/// @param statistics coarse statistics, one per column, of which synthetic rows are made
public record Facts(Answer.VersionDescription description, List<Statistics> statistics) {

    public Facts {
        statistics = List.copyOf(statistics);
    }

    /// Coarse statistics of a column: nothing in it stands for fewer than [#LEAST] subjects.
    ///
    /// @param column its name
    /// @param emptyTenths share of empty values, in tenths, rounded
    /// @param distinct about how many different values, rounded up to 1, 2, 5, 10, …
    /// @param lower for numbers the 1st percentile in units of `10^-scale`, rounded away from 0; for days and
    ///     times the first year; for texts the usual least length
    /// @param upper the like for the 99th percentile, the last year, the usual greatest length
    /// @param categories for texts of few values that are no identifiers and not sensitive: the frequent ones
    public record Statistics(
            String column, int emptyTenths, long distinct, long lower, long upper, List<Category> categories) {

        /// The least number of subjects that a category stands for.
        public static final int LEAST = 20;

        public Statistics {
            categories = List.copyOf(categories);
        }
    }

    /// A frequent value.
    ///
    /// @param weight its share in twentieths, at least 1
    public record Category(String value, int weight) {}
}
