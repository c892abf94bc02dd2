package org.mingqu.privacy.disclosure;

import java.util.Arrays;

/// A count by category gives the category of everybody in the group away if all of them have the same.
///
/// Source: Machanavajjhala et al., l-Diversity (2007), the homogeneity attack.
///
/// @param others the least number of subjects outside the most frequent category; at least 1
public record Homogeneity(int others) {

    public Homogeneity {
        if (others < 1) {
            throw new IllegalArgumentException("a group with nobody else in it gives its category away");
        }
    }

    /// Whether counts by category may be given for a group.
    ///
    /// @param counts subjects of the group by category of the sensitive value, all categories together the group;
    ///     for a count under a condition, those who fulfil it and those who do not
    public boolean allows(long... counts) {
        var most = Arrays.stream(counts).max().orElse(0);
        return Arrays.stream(counts).sum() - most >= others;
    }
}
