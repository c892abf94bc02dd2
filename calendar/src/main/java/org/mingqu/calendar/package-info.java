/// Working days, and the last day of a term.
///
/// The rules state their terms in working days ("five working days from receipt", art. 18). Three
/// things decide which days those are: the weekend, the public holidays, and the weekend days that the
/// yearly State Council notice turns into working days. Terms in days, months and years follow the Civil
/// Code, articles 200 to 204.
///
/// The doors: [StateCouncil][org.mingqu.calendar.StateCouncil] for the calendar as published,
/// [WorkingCalendar#deadline][org.mingqu.calendar.WorkingCalendar#deadline(java.time.LocalDate,
/// org.mingqu.calendar.Term)] for the last day of a term.
///
/// Pure: no Spring, no database, no clock. Callers say which day it is.
@NullMarked
package org.mingqu.calendar;

import org.jspecify.annotations.NullMarked;
