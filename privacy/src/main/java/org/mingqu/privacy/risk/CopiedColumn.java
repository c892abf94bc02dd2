package org.mingqu.privacy.risk;

/// A column of the vault found in a column of a result.
///
/// @param column the vault's column
/// @param disguise the form it was found in most often
/// @param found different values found
/// @param looked different values looked at
public record CopiedColumn(String column, Disguise disguise, int found, int looked) {}
