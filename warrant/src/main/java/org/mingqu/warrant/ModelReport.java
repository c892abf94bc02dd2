package org.mingqu.warrant;

import java.util.Map;

/// What the inspection of a model found (art. 22): for those who decide on it.
///
/// @param limits what it must keep to
/// @param rows from which it was made, one for each subject
/// @param leftOut rows in which a value is missing or too rare
/// @param merged how many rare levels became one
/// @param parameters how many coefficients it has
/// @param fewest rows of the rarer value of the target, or all rows if it is a number
/// @param quality the share of the target's variance that it explains, or of rows for which it is right
/// @param leverage the most by which one subject moves what is said of it, from 0 to 1
/// @param advantage by how much an attacker who guesses who was in it is right more often than wrong
/// @param advantageLow the lower bound of its mean, with a chance of 95 %
/// @param advantageHigh the upper bound
/// @param canary how much better it knows made-up rows that were put in than others, from 0 to 1
/// @param references for each text the level that its coefficients are compared with
public record ModelReport(
        ModelSpec spec,
        Grant.Models limits,
        int rows,
        int leftOut,
        int merged,
        int parameters,
        int fewest,
        double quality,
        double leverage,
        double advantage,
        double advantageLow,
        double advantageHigh,
        double canary,
        Map<String, String> references) {

    public ModelReport {
        references = Map.copyOf(references);
    }
}
