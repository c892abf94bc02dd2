package org.mingqu.district;

/// How often a department promises to refresh. The names are those of the platform's catalogue.
public enum UpdateCycle {
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY,
    IRREGULAR
}
