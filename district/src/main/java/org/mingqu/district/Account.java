package org.mingqu.district;

import org.jspecify.annotations.Nullable;

/// One person who can log in. Passwords and secrets are made by the platform, never here.
///
/// @param username in pinyin, lower case
/// @param idNumber valid and fictional, of a citizen who has rows in the district's files; null for others
/// @param organisation key of an [Organisation]
public record Account(
        String username,
        String name,
        String organisation,
        Role role,
        @Nullable String idNumber) {

    /// Whether the log-in needs a second factor.
    public boolean needsSecondFactor() {
        return role.needsSecondFactor();
    }
}
