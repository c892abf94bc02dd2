package org.mingqu.platform.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules that this installation goes by, and where a later one says something else than the Measures. Their words
/// stand in the pages' message files, by these codes.
///
/// Source: the Measures, art. 1, 41; the national rules of 2025 and 2026.
final class Statutes {

    private Statutes() {}

    /// A rule.
    ///
    /// @param rank LAW, REGULATION, NATIONAL_RULE, CITY_RULE or DISTRICT_RULE
    /// @param until the last day; null while it holds
    record Statute(String code, String rank, @Nullable LocalDate from, @Nullable LocalDate until) {}

    /// Two rules that do not say the same.
    ///
    /// @param figure the figure by which one of them is chosen; null where both are kept beside one another
    record Conflict(String code, String later, @Nullable String figure) {}

    static final List<Statute> ALL = List.of(
            new Statute("measures", "DISTRICT_RULE", day("2025-01-10"), day("2028-01-09")),
            new Statute("data-security-law", "LAW", day("2021-09-01"), null),
            new Statute("personal-information-law", "LAW", day("2021-11-01"), null),
            new Statute("cyber-security-law", "LAW", day("2017-06-01"), null),
            new Statute("cryptography-law", "LAW", day("2020-01-01"), null),
            new Statute("network-data-regulation", "REGULATION", day("2025-01-01"), null),
            new Statute("shenzhen-data", "CITY_RULE", day("2022-01-01"), null),
            new Statute("registration-26", "NATIONAL_RULE", day("2025-03-01"), null),
            new Statute("operation-27", "NATIONAL_RULE", day("2025-03-01"), null),
            new Statute("price-65", "NATIONAL_RULE", day("2025-03-01"), null),
            new Statute("disclosure-2026", "NATIONAL_RULE", day("2026-02-10"), null),
            new Statute("incidents-2025", "NATIONAL_RULE", day("2025-11-01"), null));

    static final List<Conflict> CONFLICTS = List.of(
            new Conflict("legal-form", "operation-27", "choice-operator-legal-person"),
            new Conflict("term", "operation-27", null),
            new Conflict("price", "price-65", null),
            new Conflict("registration", "registration-26", null),
            new Conflict("disclosure", "disclosure-2026", null),
            new Conflict("development", "operation-27", null),
            new Conflict("scenario", "operation-27", null),
            new Conflict("free-use", "price-65", null));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
