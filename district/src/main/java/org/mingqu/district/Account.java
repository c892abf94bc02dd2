package org.mingqu.district;

/// One person who can log in. Passwords and secrets are made by the platform, never here.
///
/// @param username in pinyin, lower case
/// @param organisation key of an [Organisation]
public record Account(String username, String name, String organisation, Role role) {

    /// Whether the log-in needs a second factor.
    public boolean needsSecondFactor() {
        return role.needsSecondFactor();
    }
}
