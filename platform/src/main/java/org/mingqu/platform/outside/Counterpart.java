package org.mingqu.platform.outside;

import java.util.Locale;

/// Whom the platform deals with outside.
public enum Counterpart {
    /// The city's authority for public data (art. 5).
    CITY,
    /// The data exchange (art. 23).
    EXCHANGE,
    /// The public credit system (art. 39).
    CREDIT,
    /// The government's website 光明区政府在线 (art. 9).
    WEBSITE;

    /// Its name in addresses and settings.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
