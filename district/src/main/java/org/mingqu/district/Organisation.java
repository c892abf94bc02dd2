package org.mingqu.district;

import org.jspecify.annotations.Nullable;

/// One organisation of the demonstration, or the one-person organisation of a natural person.
///
/// @param key short name that never changes; accounts and resources refer to it
/// @param name Chinese name, marked as demonstration
/// @param creditCode valid and fictional; null for a natural person
/// @param role what the organisation is to the platform
public record Organisation(
        String key,
        String name,
        String nameEn,
        Kind kind,
        Role role,
        @Nullable String creditCode) {

    /// The sort of organisation.
    public enum Kind {
        DEPARTMENT,
        INSTITUTION,
        COMPANY,
        NATURAL_PERSON
    }
}
