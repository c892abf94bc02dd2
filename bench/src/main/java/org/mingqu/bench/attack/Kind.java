package org.mingqu.bench.attack;

/// Kinds of attacks.
public enum Kind {
    ONE_VALUE,
    ARITHMETIC,
    CASE_BY_VALUE,
    /// How many different values there are, which one person may bring alone.
    DISTINCT,
    /// How many have no value, by how many have one.
    MISSING,
    ORDER_AND_LIMIT,
    HAVING,
    SELF_JOIN,
    PADDING,
    PROBE,
    ERROR,
    FINE_KEYS,
    TWO_AGGREGATES,
    WITHIN_SUBJECTS,
    WEIGHTS,
    ROWS,
    /// Persons chosen by a table that the attacker wrote: on the list, or not on it.
    OWN_CHOICE,
    /// Own numbers, by which one sum says who is in it.
    OWN_WEIGHTS,
    /// Own marks as conditions and as keys, that are different for everybody.
    OWN_MARKS,
    /// Own rows beside granted ones.
    OWN_UNION,
    /// Invented persons, so that a group with one real person looks large.
    OWN_MIMICS
}
