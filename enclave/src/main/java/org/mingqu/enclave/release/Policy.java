package org.mingqu.enclave.release;

import org.mingqu.privacy.disclosure.Dominance;
import org.mingqu.privacy.disclosure.Homogeneity;

/// The rules for the cells of a file.
///
/// @param threshold the fewest subjects of a cell, by the grade of the data
/// @param dominance when one subject makes up too much of a sum
/// @param homogeneity when a group shares a sensitive value
public record Policy(int threshold, Dominance dominance, Homogeneity homogeneity) {

    private static final int PERCENT = 10;
    private static final int GREATEST = 2;
    private static final int SHARE = 90;

    /// p = 10 %, the two greatest at most 90 %, and somebody of another sensitive value.
    public static Policy of(int threshold) {
        return new Policy(threshold, new Dominance(PERCENT, GREATEST, SHARE), new Homogeneity(1));
    }
}
