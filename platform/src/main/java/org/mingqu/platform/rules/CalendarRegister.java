package org.mingqu.platform.rules;

import java.time.Instant;
import java.util.List;

/// Where the State Council's notice of a further year is taken in.
public interface CalendarRegister {

    /// A notice as it was taken in.
    ///
    /// @param source its address
    /// @param content in the form of the calendar library
    record Notice(int year, String source, String content, String loadedBy, Instant loadedAt) {}

    List<Notice> taken();

    /// Takes a notice in, or another in its place.
    ///
    /// @throws Refusal.NotOpen if the year's notice came with the program
    /// @throws Refusal.Invalid if the content is no notice of this year
    void take(int year, String source, String content, String by, Instant at);
}
