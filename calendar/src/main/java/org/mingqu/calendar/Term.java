package org.mingqu.calendar;

/// A length of time within which something is to be done.
public sealed interface Term permits WorkingDays, CalendarTerm {}
