package org.mingqu.privacy.disclosure;

/// How few subjects must not be told apart by releases taken together, and up to which bound combinations of
/// releases are followed exactly. What lies beyond the bound is withheld, not let through.
///
/// @param threshold no number may be had about 1 to threshold - 1 subjects; at least 2
/// @param rows independent released cells that are followed; time for a new cell grows with its square
/// @param places atoms times tables that are followed, 4 bytes each
/// @param targets small sets that are watched
/// @param work multiplications spent on one table
public record DifferencingRule(int threshold, int rows, long places, int targets, long work) {

    public DifferencingRule {
        if (threshold < 2 || rows < 1 || places < 1 || targets < 1 || work < 1) {
            throw new IllegalArgumentException("a rule needs a threshold of 2 or more and bounds above 0");
        }
    }

    /// The rule with the bounds that are right for most: 4,096 rows, 8 million places, 2 million small sets,
    /// 4,000 million multiplications: seconds.
    public static DifferencingRule of(int threshold) {
        return new DifferencingRule(threshold, 4096, 8_000_000, 2_000_000, 4_000_000_000L);
    }
}
