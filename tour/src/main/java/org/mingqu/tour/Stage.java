package org.mingqu.tour;

import java.time.LocalDate;

/// What every chapter of the story needs.
///
/// @param suffix tells this walk's resources and cases from those of earlier walks
/// @param useDays how long the use is to last for which the partner applies, in calendar days
record Stage(Cast cast, Diary diary, Words words, String suffix, Days days, int useDays) {

    /// Today as the installation counts it.
    LocalDate today() {
        return days.today();
    }
}
