package org.mingqu.tour;

import java.time.LocalDate;

/// What every chapter of the story needs.
///
/// @param suffix tells this walk's resources and cases from those of earlier walks
/// @param today as the installation counts it
record Stage(Cast cast, Diary diary, Words words, String suffix, LocalDate today) {}
