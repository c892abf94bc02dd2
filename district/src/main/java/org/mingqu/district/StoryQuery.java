package org.mingqu.district;

/// One query of the story.
///
/// @param key short name, unique within its scenario
/// @param allowed false for a query that the guard must refuse
/// @param epsilonMilli the privacy loss with which an instant query gives a useful answer, in thousandths; else 0
public record StoryQuery(
        String key, Lane lane, String title, String titleEn, boolean allowed, int epsilonMilli, String sql) {}
